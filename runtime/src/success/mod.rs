//! Results that say with their type which success they are, so that documents know it as well.

mod accepted;
mod created;
mod location;

pub use accepted::Accepted;
pub use created::Created;

use crate::reply::Reply;

/// What generated code can make a [`Reply`] of.
#[diagnostic::on_unimplemented(
    message = "tramline's build step read a reply here, but rustc found `{Self}`",
    label = "the function does not return a `Reply`, `Created` or `Accepted`"
)]
pub trait IntoReply {
    /// What the caller gets.
    type Value;

    /// The value with its headers.
    fn into_reply(self) -> Reply<Self::Value>;
}

impl<T> IntoReply for Reply<T> {
    type Value = T;

    fn into_reply(self) -> Reply<T> {
        self
    }
}

impl<T> IntoReply for Created<T> {
    type Value = T;

    fn into_reply(self) -> Reply<T> {
        self.into()
    }
}

impl<T> IntoReply for Accepted<T> {
    type Value = T;

    fn into_reply(self) -> Reply<T> {
        self.into()
    }
}
