use tramline::{Extract, RequestParts, action};

#[derive(Debug)]
enum PostError {
    Taken,
}

type Result<T> = std::result::Result<T, PostError>;

#[action]
async fn create_post(title: String) -> Result<()> {
    Ok(())
}

#[action]
async fn import(text: String) -> std::result::Result<u8, std::num::ParseIntError> {
    text.parse()
}

struct User;

impl<S: Sync> Extract<S> for User {
    type Rejection = String;

    async fn extract(request: &mut RequestParts, state: &S) -> std::result::Result<Self, String> {
        Ok(User)
    }
}

#[action]
async fn delete_post(#[extract] user: User) {}

#[derive(tramline::ActionError)]
enum Outer {
    #[error(flatten)]
    Inner(PostError),
}

#[action]
async fn rename() -> std::result::Result<(), Outer> {
    Ok(())
}

#[action]
async fn read() -> std::io::Result<()> {
    Ok(())
}
