use serde::{Deserialize, Serialize};
use tramline::{ActionError, action};

#[derive(Serialize, Deserialize)]
struct NewPost {
    title: String,
    #[serde(rename = "title")]
    headline: String,
    mood: Mood,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Mood {
    InLove,
    Inlove,
    Mixed {
        #[serde(rename = "parts")]
        left: u8,
        #[serde(rename = "parts")]
        right: u8,
    },
}

/// Two of these share a name in results alone, and two in inputs alone.
#[derive(Serialize, Deserialize)]
struct Apart {
    #[serde(skip_deserializing)]
    id: u64,
    #[serde(rename(serialize = "id"))]
    own_id: u64,
    name: String,
    #[serde(alias = "name")]
    title: String,
}

#[derive(Debug, ActionError)]
enum PublishError {
    #[error(status = 409)]
    Taken { by: NewPost },
}

#[action]
async fn publish(post: NewPost) -> u64 {
    0
}

#[action]
async fn take(apart: Apart) {}

#[action]
async fn give() -> Apart {
    unimplemented!()
}

#[action]
async fn replace(id: u64, title: String) -> Result<(), PublishError> {
    Ok(())
}
