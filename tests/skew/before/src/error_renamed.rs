//! An error gets another code.

use tramline::ActionError;

use crate::runs::ran;

#[derive(Debug, ActionError)]
pub enum SaveError {
    #[error(status = 409)]
    Taken { suggestion: String },
    #[error(status = 507)]
    Full,
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
