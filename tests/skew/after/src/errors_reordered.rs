//! Errors change places and statuses, which nobody relies on.

use tramline::ActionError;

use crate::runs::ran;

#[derive(Debug, ActionError)]
pub enum SaveError {
    #[error(status = 507)]
    Full,
    #[error(status = 410)]
    Taken { suggestion: String },
}

fn failed(title: String) -> SaveError {
    ran(SaveError::Taken { suggestion: title })
}

#[tramline::action]
pub async fn save(title: String) -> Result<u8, SaveError> {
    Err(failed(title))
}

#[tramline::query]
pub async fn find(title: String) -> Result<u8, SaveError> {
    Err(failed(title))
}
