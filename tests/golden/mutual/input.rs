//! Types that contain each other, in a circle and through everything that can hold them.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

tramline::include_actions!();

#[derive(Serialize, Deserialize)]
pub struct Folder {
    pub entries: BTreeMap<String, Entry>,
    pub owner: Option<Box<Person>>,
}

#[derive(Serialize, Deserialize)]
pub enum Entry {
    File { shared_with: Vec<Person> },
    Folder(Folder),
    Link(Box<Entry>),
    History(History<Entry>),
}

#[derive(Serialize, Deserialize)]
pub struct Person {
    pub home: Home,
    pub friends: HashMap<u64, Person>,
}

/// Nothing but a folder.
#[derive(Serialize, Deserialize)]
pub struct Home(pub Box<Folder>);

#[derive(Serialize, Deserialize)]
pub struct History<T> {
    pub versions: Vec<(u64, T)>,
    pub by: Vec<Person>,
}

/// A circle of which every part has a tag.
#[derive(Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum Node {
    Leaf { text: String },
    Branch { left: Box<Node>, right: Option<Edge> },
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", content = "to")]
pub enum Edge {
    Strong(Box<Node>),
    Weak { node: Box<Node>, weight: f32 },
    None,
}

#[tramline::action]
pub async fn tidy(folder: Folder) -> Vec<Entry> {
    folder.entries.into_values().collect()
}

#[tramline::query]
pub async fn walk(from: Edge, limit: u32) -> Option<Node> {
    match from {
        Edge::Strong(node) if limit > 0 => Some(*node),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 2);
    }
}
