//! Words that mean something to JavaScript, to TypeScript or to Rust, in every place a name can have.

use serde::{Deserialize, Serialize};

tramline::include_actions!();

pub mod import {
    #[tramline::action]
    pub async fn delete(function: u8, var: u8, r#let: u8, new: u8, this: u8) -> u8 {
        function + var + r#let + new + this
    }

    #[tramline::query]
    pub async fn void(arguments: u8, eval: u8, undefined: u8) -> u8 {
        arguments + eval + undefined
    }

    pub mod export {
        #[tramline::query]
        pub async fn null(r#static: u8, package: u8, interface: u8) -> u8 {
            r#static + package + interface
        }
    }
}

/// Fields.
#[derive(Serialize, Deserialize)]
pub struct Class {
    pub class: u8,
    pub default: u8,
    pub debugger: u8,
    pub instanceof: u8,
    pub r#type: Type,
    pub r#await: Option<Box<Class>>,
    pub switch: Switch,
}

/// A keyword of TypeScript alone.
#[derive(Serialize, Deserialize)]
pub struct Type(pub String);

/// Variants.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Switch {
    Case,
    Default(u8),
    Throw { catch: u8, finally: u8 },
}

#[tramline::query]
pub async fn function(class: Class) -> Class {
    class
}

#[tramline::query]
pub async fn r#await(with: Switch) -> Switch {
    with
}

#[tramline::action]
pub async fn r#yield(r#enum: u8, export: u8) -> u8 {
    r#enum + export
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        let names: Vec<_> = crate::actions(()).infos().map(|info| info.name).collect();
        let expect = [
            "await",
            "function",
            "import.delete",
            "import.export.null",
            "import.void",
            "yield",
        ];
        assert_eq!(names, expect);
    }
}
