use std::io;

use tramline::{ActionError, Extract, RequestParts, action};

#[derive(Debug)]
enum PlainError {
    NotThere,
}

#[derive(Debug, ActionError)]
enum SaveError {
    #[error(flatten)]
    Disk(#[from] io::Error),
    #[error(internal)]
    Other(io::Error),
}

#[derive(Debug, ActionError)]
enum Wrapped<E> {
    #[error(internal)]
    Inner(E),
}

struct CurrentUser;

impl<S: Sync> Extract<S> for CurrentUser {
    type Rejection = PlainError;

    async fn extract(_: &mut RequestParts, _: &S) -> Result<Self, PlainError> {
        Err(PlainError::NotThere)
    }
}

#[action]
async fn load(id: u64) -> Result<String, PlainError> {
    Err(PlainError::NotThere)
}

#[action]
async fn parse(text: String) -> Result<u64, String> {
    Err(text)
}

#[action]
async fn open(id: u64) -> io::Result<Vec<u8>> {
    Ok(Vec::new())
}

#[action]
async fn save(id: u64) -> Result<(), SaveError> {
    Ok(drop(id))
}

#[action]
async fn wrap(id: u64) -> Result<(), Wrapped<io::Error>> {
    Ok(drop(id))
}

#[action]
async fn greet(#[extract] user: CurrentUser) {}
