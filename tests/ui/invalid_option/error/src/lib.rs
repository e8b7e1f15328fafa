use tramline::{ActionError, action};

#[derive(Debug, ActionError)]
enum DeleteError {
    #[error(status = 200)]
    Done,
    #[error(code = "Has-Replies")]
    HasReplies,
    #[error(internal, status = 500)]
    Db(#[from] std::io::Error),
    #[error(internal, flatten)]
    Other(std::fmt::Error),
    #[error(flatten)]
    Pair(u8, u8),
    #[error]
    Empty,
    #[error(status = 409)]
    Locked {
        #[from]
        by: u64,
        until: u64,
    },
}

#[action]
async fn delete(id: u64) -> Result<(), DeleteError> {
    Ok(drop(id))
}
