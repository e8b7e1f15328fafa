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
async fn replace(id: u64, title: String) -> Result<(), PublishError> {
    Ok(())
}
