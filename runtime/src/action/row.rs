//! One row of a crate's sealed table.

use std::fmt;
use std::pin::Pin;

use super::authentication::same_authentication;
use super::{ActionInfo, Wire};
use crate::call::{Call, Outcome};
use crate::codegen::{Bound, Rest};
use crate::error::same_errors;
use crate::rest::Route;

/// A call under way: the only box that dispatching makes.
pub(crate) type Running = Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// An action over the state `S`: its facts and the code that answers.
///
/// Rows are written by the build step.
pub struct Action<S> {
    pub(crate) info: &'static ActionInfo,
    pub(crate) wire: &'static Wire,
    /// Starts a call by RPC; by REST, where there is no other door.
    pub(crate) start: fn(Call<S>) -> Running,
    pub(crate) rpc: bool,
    pub(crate) rest: Option<fn(Call<S>) -> Running>,
    pub(crate) routes: &'static [Route],
    /// The path that third parties post to, if that is the only door.
    pub(crate) webhook: Option<&'static str>,
}

impl<S: Send + Sync + 'static> Action<S> {
    /// The row of the function behind the marker `M`.
    ///
    /// # Panics
    ///
    /// While compiling, where the row stands in a constant: if the error types that the function
    /// really has declare other codes or statuses than the build step read, or its extractors
    /// accept other ways to authenticate.
    #[doc(hidden)]
    pub const fn new<M: Bound<S>>(info: &'static ActionInfo, wire: &'static Wire) -> Self {
        assert!(
            same_errors(M::ERRORS, info.errors),
            "tramline's build step read other error codes than this crate was compiled with: \
             is an error type hidden behind a macro or a `cfg`?",
        );
        assert!(
            same_authentication(M::AUTHENTICATION, info.authentication),
            "tramline's build step read other ways to authenticate than this crate was compiled \
             with: is an extractor's `AUTHENTICATION` behind a macro or a `cfg`, or in a crate that \
             `Builder::types_from` does not name?",
        );
        Self {
            info,
            wire,
            start: start::<S, M>,
            rpc: true,
            rest: None,
            routes: &[],
            webhook: None,
        }
    }

    /// The same, to which routes of REST lead as well.
    #[doc(hidden)]
    pub const fn rest<M: Rest<S>>(self, routes: &'static [Route]) -> Self {
        Self {
            rest: Some(start_rest::<S, M>),
            routes,
            ..self
        }
    }

    /// The row of a function to which nothing but routes of REST lead.
    ///
    /// # Panics
    ///
    /// As [`Action::new`].
    #[doc(hidden)]
    pub const fn rest_only<M: Rest<S>>(
        info: &'static ActionInfo,
        wire: &'static Wire,
        routes: &'static [Route],
    ) -> Self {
        Self {
            rpc: false,
            ..Self::new::<M>(info, wire).rest::<M>(routes)
        }
    }

    /// The row of a function that third parties post to, at `path`.
    ///
    /// # Panics
    ///
    /// As [`Action::new`].
    #[doc(hidden)]
    pub const fn webhook<M: Bound<S>>(
        info: &'static ActionInfo,
        wire: &'static Wire,
        path: &'static str,
    ) -> Self {
        Self {
            rpc: false,
            webhook: Some(path),
            ..Self::new::<M>(info, wire)
        }
    }
}

fn start<S: Send + Sync + 'static, M: Bound<S>>(call: Call<S>) -> Running {
    Box::pin(M::call(call))
}

fn start_rest<S: Send + Sync + 'static, M: Rest<S>>(call: Call<S>) -> Running {
    Box::pin(M::rest(call))
}

impl<S> fmt::Debug for Action<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Action").field(&self.info.name).finish()
    }
}
