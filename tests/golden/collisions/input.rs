//! Names that something else has: other types, what the client imports, what JavaScript has built in.

use serde::{Deserialize, Serialize};

tramline::include_actions!();

pub mod left {
    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Item {
        pub left: bool,
    }
}

pub mod right {
    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Item {
        pub right: bool,
    }

    /// As the module above names a function.
    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Both;
}

/// As JavaScript's own.
#[derive(Serialize, Deserialize)]
pub struct Map {
    pub array: Array,
    pub object: Vec<Object>,
    pub promise: Promise<Date>,
}

#[derive(Serialize, Deserialize)]
pub struct Array(pub Vec<Uint8Array>);

#[derive(Serialize, Deserialize)]
pub struct Uint8Array(pub Vec<u8>);

#[derive(Serialize, Deserialize)]
pub enum Object {
    Object,
    String(String),
    Number { number: f64, undefined: Option<u8> },
}

#[derive(Serialize, Deserialize)]
pub struct Promise<T> {
    pub then: T,
}

#[derive(Serialize, Deserialize)]
pub struct Date {
    pub bigint: u64,
}

/// As the client's own.
#[derive(Serialize, Deserialize)]
pub struct Action {
    pub id: u8,
    pub url: String,
    pub key: String,
    pub safe: bool,
}

#[derive(Serialize, Deserialize)]
pub struct ReadItem(pub u8);

/// Members that every object has, or that change what it is.
#[derive(Serialize, Deserialize)]
pub struct Members {
    pub constructor: u8,
    #[serde(rename = "__proto__")]
    pub proto: u8,
    #[serde(rename = "toString")]
    pub to_string: String,
    #[serde(rename = "has space")]
    pub has_space: u8,
    #[serde(rename = "with-dash")]
    pub with_dash: u8,
    #[serde(rename = "quote\"d")]
    pub quoted: u8,
    #[serde(rename = "")]
    pub empty: u8,
    #[serde(rename = "1st")]
    pub first: u8,
}

#[derive(Serialize, Deserialize)]
pub enum Names {
    #[serde(rename = "__proto__")]
    Proto,
    #[serde(rename = "constructor")]
    Constructor { value: u8 },
    #[serde(rename = "it's \\ \"quoted\"\n")]
    Quoted(u8),
}

#[tramline::query]
pub async fn both(left: left::Item, right: right::Item) -> (right::Item, left::Item, right::Both) {
    (right, left, right::Both)
}

#[tramline::query]
pub async fn map(map: Map) -> Map {
    map
}

#[tramline::query]
pub async fn fetch(url: String) -> Action {
    Action {
        id: 0,
        url: url.clone(),
        key: url,
        safe: true,
    }
}

#[tramline::action]
pub async fn read_item(item: ReadItem, input: u8, write: u8) -> ReadItem {
    ReadItem(item.0 + input + write)
}

#[tramline::action]
pub async fn action(members: Members) -> Names {
    Names::Constructor {
        value: members.constructor,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 5);
    }
}
