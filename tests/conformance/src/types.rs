//! One definition of each supported kind.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Marker;

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PostId(pub u64);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wrapped(pub Pair);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair(pub i32, pub String);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    pub id: PostId,
    pub title: String,
    pub tags: Vec<String>,
    pub score: f32,
    pub picture: Option<Vec<u8>>,
    pub r#type: Direction,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Renamed {
    pub first_name: String,
    #[serde(rename = "year-of-birth")]
    pub born: i16,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
pub enum Direction {
    North,
    SouthWest,
    #[serde(rename = "up")]
    Up,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Shape {
    Empty,
    Circle(f64),
    Labelled(Option<String>),
    Line((i32, i32), (i32, i32)),
    Rectangle {
        top_left: (i32, i32),
        bottom_right: Option<(i32, i32)>,
    },
    Hollow {},
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    pub items: Vec<T>,
    pub next: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tree {
    pub label: String,
    pub children: Vec<Tree>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Expression {
    Number(i64),
    Negate(Box<Expression>),
    Sum {
        left: Box<Expression>,
        right: Box<Expression>,
    },
    Call(String, Vec<Expression>),
}
