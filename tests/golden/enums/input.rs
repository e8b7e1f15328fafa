//! Externally tagged enums of every kind, renamed in every way.

use serde::{Deserialize, Serialize};

tramline::include_actions!();

#[derive(Serialize, Deserialize)]
pub enum Plain {
    First,
    Second,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Shape {
    Nothing,
    FullCircle(f64),
    TwoSides(u32, u32),
    ByName {
        long_name: String,
        #[serde(rename = "type")]
        kind: Plain,
    },
    Empty {},
    #[serde(rename = "other shape")]
    Other(Box<Shape>),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct Marker;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Renamed {
    pub first_field: Plain,
    #[serde(rename = "with space")]
    pub second_field: Option<Shape>,
    pub marker: Marker,
}

#[tramline::action]
pub async fn redraw(shape: Shape) -> Shape {
    shape
}

#[tramline::action]
pub async fn rename(renamed: Renamed) -> Result<Renamed, Trouble> {
    match renamed.first_field {
        Plain::First => Ok(renamed),
        Plain::Second => Err(Trouble::Nested(Inner::Deep(7))),
    }
}

#[derive(Debug, tramline::ActionError)]
pub enum Trouble {
    Plain,
    #[error(status = 418)]
    Teapot(u8, String),
    #[error(code = "renamed")]
    Named { shape: u8 },
    #[error(flatten)]
    Nested(#[from] Inner),
    #[error(internal)]
    Hidden(#[from] std::num::ParseIntError),
}

#[derive(Debug, tramline::ActionError)]
pub enum Inner {
    #[error(status = 507)]
    Deep(u64),
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 2);
    }
}
