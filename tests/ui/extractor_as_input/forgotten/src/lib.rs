use tramline::{ActionError, Extract, RequestParts, State, action};

struct CurrentUser {
    id: u64,
}

#[derive(Debug, ActionError)]
enum SignInError {
    #[error(status = 401)]
    SignedOut,
}

impl<S: Sync> Extract<S> for CurrentUser {
    type Rejection = SignInError;

    async fn extract(_: &mut RequestParts, _: &S) -> Result<Self, SignInError> {
        Err(SignInError::SignedOut)
    }
}

struct Db;

#[action]
async fn publish(author: CurrentUser, title: String) -> u64 {
    author.id + title.len() as u64
}

#[action]
async fn greet(user: Option<CurrentUser>) -> u64 {
    user.map_or(0, |user| user.id)
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Comment {
    text: String,
    author: Option<Author>,
}

#[derive(serde::Serialize, serde::Deserialize)]
struct Author {
    id: u64,
}

impl<S: Sync> Extract<S> for Author {
    type Rejection = SignInError;

    async fn extract(_: &mut RequestParts, _: &S) -> Result<Self, SignInError> {
        Err(SignInError::SignedOut)
    }
}

#[action]
async fn comment(comment: Comment) {}

/// What is sent to the caller may say who it was.
#[action]
async fn comments() -> Vec<Comment> {
    Vec::new()
}

#[action]
async fn count(db: &State<Db>, #[extract] user: CurrentUser) -> u64 {
    user.id
}
