use tramline::{ActionError, action, query};

#[action(nmae = "posts.publish", body_limit = 65536)]
async fn publish(title: String) -> u64 {
    title.len() as u64
}

#[query(timeout = 30)]
async fn list(#[wire(defualt = 1)] page: u32) -> Vec<u32> {
    vec![page]
}

#[derive(Debug, ActionError)]
enum DeleteError {
    #[error(statsu = 409)]
    HasReplies,
    #[error(retry)]
    Busy,
}

#[action]
async fn delete(id: u64) -> Result<(), DeleteError> {
    Ok(drop(id))
}
