//! A package of a size that few reach.

use std::fs;
use std::io;
use std::path::Path;

pub(super) const MODULES: usize = 50;

/// In each module.
pub(super) const ACTIONS: usize = 10;

const MANIFEST: &str = "\
[package]
name = \"bench-watch\"
version = \"0.0.0\"
edition = \"2024\"

[build-dependencies]
tramline-codegen = \"0.1\"
";

const BUILD_SCRIPT: &str = "\
fn main() {
    tramline_codegen::Builder::new().typescript(\"web/api\").build();
}
";

/// Writes the package anew, without a client.
pub(super) fn write(folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("Cargo.toml"), MANIFEST)?;
    fs::write(folder.join("build.rs"), BUILD_SCRIPT)?;
    let modules = (0..MODULES).map(|index| format!("mod module{index};\n"));
    let root = format!(
        "tramline::include_actions!();\n\n{}",
        modules.collect::<String>()
    );
    fs::write(folder.join("src/lib.rs"), root)?;
    for index in 0..MODULES {
        fs::write(
            folder.join(format!("src/module{index}.rs")),
            module("count"),
        )?;
    }
    Ok(())
}

/// A module whose first input has a field of this name.
pub(super) fn module(field: &str) -> String {
    let actions = (0..ACTIONS).map(|index| action(index, if index == 0 { field } else { "count" }));
    let head = "use serde::{Deserialize, Serialize};\nuse tramline::{ActionError, State};\n";
    head.to_owned() + &actions.collect::<String>()
}

/// An action with types of its own for input, result and errors.
fn action(index: usize, field: &str) -> String {
    format!(
        "
/// What call {index} takes.
#[derive(Deserialize)]
pub struct New{index} {{
    pub title: String,
    pub {field}: u32,
    pub tags: Vec<String>,
    pub parent: Option<u64>,
}}

/// What call {index} returns.
#[derive(Serialize)]
pub struct Item{index} {{
    pub id: u64,
    pub title: String,
    pub score: f64,
    pub tags: Vec<String>,
    pub by: Author{index},
}}

#[derive(Serialize)]
pub struct Author{index} {{
    pub name: String,
    pub karma: i32,
}}

#[derive(Debug, ActionError)]
pub enum Failure{index} {{
    /// There is none.
    #[error(status = 404)]
    NotFound,
    /// Someone has it already.
    #[error(status = 409)]
    Taken {{ by: String }},
}}

/// Makes an item.
#[tramline::action]
pub async fn create_item{index}(
    #[extract] db: State<Db>,
    new: New{index},
) -> Result<Item{index}, Failure{index}> {{
    if new.title.is_empty() {{
        return Err(Failure{index}::NotFound);
    }}
    db.insert(new).await.map_err(|by| Failure{index}::Taken {{ by }})
}}
"
    )
}
