//! Registering, and finding each other.

use std::sync::{Arc, Mutex, PoisonError};

use model::{User, UserId};
use tramline::{ActionError, State, action, query};

/// Everyone who has registered, for as long as the process lives.
#[derive(Clone, Debug, Default)]
pub struct Accounts {
    users: Arc<Mutex<Vec<User>>>,
}

/// Why somebody could not register.
#[derive(Debug, ActionError)]
pub(crate) enum RegisterError {
    /// Two users of one name would be taken for one another.
    #[error(status = 409)]
    NameTaken { by: UserId },
}

/// Adds a user.
#[action]
async fn register(
    #[extract] State(accounts): State<Accounts>,
    name: &str,
) -> Result<User, RegisterError> {
    let mut users = accounts
        .users
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    if let Some(user) = users.iter().find(|user| user.name == name) {
        return Err(RegisterError::NameTaken { by: user.id });
    }
    let user = User {
        id: UserId(users.len() as u64 + 1),
        name: name.to_owned(),
    };
    users.push(user.clone());
    Ok(user)
}

/// The user of this number, if there is one.
#[query]
async fn find(#[extract] State(accounts): State<Accounts>, id: UserId) -> Option<User> {
    let users = accounts
        .users
        .lock()
        .unwrap_or_else(PoisonError::into_inner);
    users.iter().find(|user| user.id == id).cloned()
}
