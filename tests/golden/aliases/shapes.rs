//! A glob, a glob over a glob, and a name that hides one of them.

pub use crate::types::inner::*;

pub mod again {
    pub use super::*;

    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Points {
        pub count: usize,
    }
}
