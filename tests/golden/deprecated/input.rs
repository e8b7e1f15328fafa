//! What is deprecated still travels, and nobody but its callers is warned.

use serde::{Deserialize, Serialize};
use tramline::ActionError;

tramline::include_actions!();

/// The whole type.
#[deprecated(since = "0.2.0", note = "use `Post`")]
#[derive(Serialize, Deserialize)]
pub struct Draft {
    pub title: String,
}

#[derive(Serialize, Deserialize, tramline::Wire)]
pub struct Post {
    pub title: String,
    /// One field.
    #[deprecated = "nobody counts"]
    #[serde(default)]
    #[wire(number)]
    pub views: u64,
    pub state: State,
}

#[derive(Serialize, Deserialize)]
pub enum State {
    Public,
    /// One variant.
    #[deprecated]
    Hidden { why: String },
    #[deprecated]
    Secret,
    Scheduled {
        #[deprecated]
        at: u64,
    },
}

/// A struct without names.
#[derive(Serialize, Deserialize)]
pub struct Pair(#[deprecated] pub u8, pub u8);

#[derive(Debug, ActionError)]
pub enum PostError {
    Missing,
    /// One error.
    #[deprecated]
    #[error(status = 410)]
    Gone {
        since: u64,
    },
    Taken {
        #[deprecated]
        by: String,
    },
}

#[deprecated]
#[derive(Debug, ActionError)]
pub enum OldError {
    Old,
    Older(String),
}

/// Whole actions.
pub mod old {
    #![expect(deprecated, reason = "they go together")]

    use super::{Draft, OldError, Pair};

    #[deprecated = "use `publish`"]
    #[tramline::action]
    pub async fn publish_draft(draft: Draft, pair: Pair) -> Result<Draft, OldError> {
        match pair.1 {
            0 => Err(OldError::Old),
            1 => Err(OldError::Older(draft.title)),
            _ => Ok(draft),
        }
    }

    #[deprecated]
    #[tramline::query]
    pub async fn count() -> u64 {
        0
    }
}

/// A module.
#[deprecated]
pub mod older {
    #[tramline::query]
    pub async fn ping() -> u8 {
        0
    }
}

#[tramline::action]
pub async fn publish(post: Post) -> Result<Post, PostError> {
    match post.state {
        State::Public => Ok(post),
        _ => Err(PostError::Missing),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 4);
    }
}
