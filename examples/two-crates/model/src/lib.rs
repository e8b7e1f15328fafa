//! What the feature crates have in common. No calls in here, hence no build script: the crates
//! that use these types name this one with `types_from`.

use serde::{Deserialize, Serialize};

/// Numbers a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct UserId(pub u64);

/// A user as everyone may see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Its number.
    pub id: UserId,
    /// What to call them.
    pub name: String,
}
