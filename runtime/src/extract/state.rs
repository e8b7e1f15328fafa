//! The application's state.

use std::convert::Infallible;
use std::ops::{Deref, DerefMut};

use super::{Extract, RequestParts};

/// A part of the state that the table was given: `#[extract] db: State<Db>`.
///
/// ```
/// use tramline::{FromRef, State};
///
/// #[derive(Clone)]
/// struct Db;
/// struct App { db: Db }
///
/// impl FromRef<App> for Db {
///     fn from_ref(app: &App) -> Self {
///         app.db.clone()
///     }
/// }
///
/// async fn count(State(db): State<Db>) -> u32 {
///     let _ = db;
///     0
/// }
/// # drop(count(State(Db::from_ref(&App { db: Db }))));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State<T>(pub T);

/// A part that can be had from a reference to the whole state, usually by cloning a handle.
///
/// Every `Clone` type is a part of itself.
#[diagnostic::on_unimplemented(
    message = "`State<{Self}>` cannot be had from the state `{S}`",
    label = "does not implement `tramline::FromRef<{S}>`",
    note = "write `impl tramline::FromRef<{S}> for {Self}`, or derive `Clone` if it is the state itself"
)]
pub trait FromRef<S> {
    /// The part of `state`.
    fn from_ref(state: &S) -> Self;
}

impl<T: Clone> FromRef<T> for T {
    fn from_ref(state: &T) -> Self {
        state.clone()
    }
}

/// The state that nobody has.
///
/// With one implementation of [`FromRef`] for a type, rustc would take that one's state for the
/// state of a table, and report the table's own as the mistake. With two it has to ask.
#[doc(hidden)]
#[derive(Debug)]
pub enum NoState {}

impl<T> FromRef<NoState> for T {
    fn from_ref(state: &NoState) -> Self {
        match *state {}
    }
}

impl<S, T> Extract<S> for State<T>
where
    S: Send + Sync,
    T: FromRef<S> + Send,
{
    type Rejection = Infallible;

    async fn extract(_: &mut RequestParts, state: &S) -> Result<Self, Infallible> {
        Ok(Self(T::from_ref(state)))
    }
}

impl<T> Deref for State<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for State<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
