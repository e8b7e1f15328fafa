//! Results that add headers and cookies, and results that say which success they are.

use serde::{Deserialize, Serialize};
use tramline::cookie::Cookie;
use tramline::{Accepted, ActionError, Cookies, Created, Reply};

tramline::include_actions!();

#[derive(Deserialize)]
pub struct Credentials {
    pub name: String,
    pub password: String,
}

#[derive(Serialize)]
pub struct Session {
    pub name: String,
}

#[derive(Debug, ActionError)]
pub enum SignInError {
    #[error(status = 401)]
    WrongPassword,
}

#[tramline::action]
pub async fn sign_in(credentials: Credentials) -> Result<Reply<Session>, SignInError> {
    if credentials.password.is_empty() {
        return Err(SignInError::WrongPassword);
    }
    let name = credentials.name;
    let cookie = Cookie::new("session", name.clone());
    Ok(Reply::new(Session { name }).cookie(cookie))
}

#[tramline::action]
pub async fn sign_out(#[extract] _cookies: Cookies) -> Reply<()> {
    Reply::new(()).cookie(Cookie::new("session", ""))
}

#[tramline::action]
pub async fn register(credentials: Credentials) -> Result<Created<Session>, SignInError> {
    if credentials.password.is_empty() {
        return Err(SignInError::WrongPassword);
    }
    let name = credentials.name;
    let location = format!("/v1/users/{name}");
    Ok(Created::at(location, Session { name }))
}

#[tramline::action]
pub async fn unregister(name: String) -> Accepted<()> {
    let _ = name;
    Accepted::new(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 4);
    }
}
