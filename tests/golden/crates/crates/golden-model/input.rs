//! Types that several crates share.

use serde::{Deserialize, Serialize};

mod user {
    use super::{Deserialize, Serialize};

    /// Numbers a user.
    #[derive(Debug, Serialize, Deserialize)]
    pub struct UserId(pub u64);

    /// Somebody.
    #[derive(Debug, Serialize, Deserialize)]
    pub struct User {
        pub id: UserId,
        pub name: String,
        pub role: super::Role,
    }
}

pub use user::*;

/// What a user may do.
#[derive(Debug, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Role {
    Guest,
    Member,
}
