//! Definitions.

pub mod inner {
    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Point {
        pub x: i32,
        pub y: i32,
    }

    pub type Points = Vec<Point>;

    pub mod deep {
        pub use super::super::hidden::Hidden as Shown;
    }
}

mod hidden {
    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Hidden {
        pub value: Maybe<super::inner::Point>,
    }

    type Maybe<T> = Option<T>;
}

pub type Outcome<T> = std::result::Result<T, Failure>;

#[derive(Debug, tramline::ActionError)]
pub enum Failure {
    Failed,
}
