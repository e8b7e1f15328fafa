//! The single door for generated code, which names things and leaves behaviour to this crate.
//!
//! Nothing here is for people: it changes with the generator, without notice.

pub use crate::action::{
    Action, ActionInfo, Actions, Encoding, ErrorCode, History, Kind, Past, Wire,
};
#[cfg(feature = "webhooks")]
pub use crate::call::webhook;
pub use crate::call::{
    Call, Failure, Outcome, Parameters, Payload, Returns, declared, internal, json, reply, rest,
    result, result_reply, value,
};
pub use crate::error::{AsError, Code, Codes, ErrorEncoding};
pub use crate::rest::{
    Authentication, Deprecation, Document, Form, Parameter, Place, RestInput, Route, RouteBody,
    RouteMethod, Segment,
};
pub use crate::validation::{Renames, Validates, Violation};
pub use crate::wire::shape;
pub use crate::wire::{Fields, Sources, assert_reads, assert_reads_and_writes};

use crate::error::ActionError;
use crate::extract::Extract;

/// What the errors of one function are made of: its extractors', in order, then its own.
pub type Errors = &'static [Codes];

/// How callers of one function show who they are: what each extractor accepts.
pub type Authentications = &'static [&'static [Authentication]];

/// A function that a marker stands for, over the state `S`.
#[diagnostic::on_unimplemented(
    message = "an action's extractors cannot be used with the state `{S}`",
    label = "the state given to `actions` does not suit every `#[extract]` parameter",
    note = "implement `tramline::FromRef<{S}>` for what `State<…>` asks for, or `tramline::Extract<{S}>` for your own extractor"
)]
pub trait Bound<S>: 'static {
    /// What it can refuse with.
    const ERRORS: Errors;

    /// What its extractors accept of a caller.
    const AUTHENTICATION: Authentications = &[];

    /// Extracts, decodes, runs and encodes.
    fn call(call: Call<S>) -> impl Future<Output = Outcome> + Send;
}

/// The same, where routes of REST lead to the function.
pub trait Rest<S>: Bound<S> {
    /// Extracts, decodes from path, query and body, runs and encodes.
    fn rest(call: Call<S>) -> impl Future<Output = Outcome> + Send;
}

/// The number that stands for the function at `path`, which is what `module_path!` and a function's
/// name make: FNV-1a over all that follows the crate's name, less every `r#`.
///
/// ```
/// use tramline::codegen::marker;
///
/// assert_eq!(marker("blog::posts::create"), marker("renamed::posts::create"));
/// assert_eq!(marker("blog::r#type::all"), marker("blog::type::all"));
/// assert_ne!(marker("blog::posts::create"), marker("blog::posts::delete"));
/// ```
pub const fn marker(path: &str) -> u64 {
    let path = path.as_bytes();
    let mut index = 0;
    while index + 1 < path.len() && !(path[index] == b':' && path[index + 1] == b':') {
        index += 1;
    }
    index += 2;
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    while index < path.len() {
        if starts_raw(path, index) {
            index += 2;
        }
        hash = (hash ^ path[index] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        index += 1;
    }
    hash
}

/// Fails to compile where the function at `here` is not the one that the build step read at `read`.
///
/// # Panics
///
/// While it is evaluated, that is while the crate is compiled.
pub const fn stands_at(here: &str, read: &str) {
    assert!(
        marker(here) == marker(read),
        "tramline's build step found this function in another module"
    );
}

/// Whether the function at `here` is one of those that the build step read at `read`.
///
/// ```
/// use tramline::codegen::is_one_of;
///
/// assert!(is_one_of("renamed::posts::list", &["crate::users::list", "crate::posts::list"]));
/// assert!(!is_one_of("blog::posts::list", &["crate::users::list"]));
/// ```
pub const fn is_one_of(here: &str, read: &[&str]) -> bool {
    let here = marker(here);
    let mut index = 0;
    while index < read.len() {
        if marker(read[index]) == here {
            return true;
        }
        index += 1;
    }
    false
}

/// Whether a segment written `r#…` starts at `index`.
const fn starts_raw(path: &[u8], index: usize) -> bool {
    index + 2 < path.len()
        && path[index - 1] == b':'
        && path[index] == b'r'
        && path[index + 1] == b'#'
}

/// One error of an action, in its row.
pub const fn error(code: &'static str, status: u16) -> ErrorCode {
    ErrorCode { code, status }
}

/// An earlier version of an action, in a history.
pub const fn past(id: u64, fingerprint: u64, tolerable: bool) -> Past {
    Past {
        id,
        fingerprint,
        tolerable,
    }
}

/// What the extractor `E` can refuse with.
pub const fn refusals<S, E: Extract<S>>() -> Codes {
    <E::Rejection as ActionError>::CODES
}

/// What the extractor `E` accepts of a caller.
pub const fn authentication<S, E: Extract<S>>() -> &'static [Authentication] {
    E::AUTHENTICATION
}

/// What a function that returns `R` can refuse with.
pub const fn errors<R: Returns>() -> Codes {
    R::CODES
}

/// Is the same type as `Read`.
#[diagnostic::on_unimplemented(
    message = "tramline's build step read `{Read}` here, but rustc found `{Self}`",
    label = "the client would misread this field",
    note = "was the type hidden behind a macro or another crate's alias? Please write it out, or report this"
)]
pub trait Is<Read: ?Sized> {}

impl<T: ?Sized> Is<T> for T {}

/// Compiles only if the field is a `Read`, lifetimes aside: `Found` follows from the argument
/// alone, so nothing is coerced on the way.
///
/// ```
/// use tramline::codegen::field;
///
/// field::<u64, _>(&7_u64, "src/posts.rs:12");
/// ```
///
/// ```compile_fail
/// use tramline::codegen::field;
///
/// field::<u64, _>(&Box::new(7_u64), "src/posts.rs:12");
/// ```
///
/// The place is for people, who see it beside rustc's message.
pub const fn field<Read: ?Sized, Found: Is<Read> + ?Sized>(_field: &Found, _place: &str) {}

/// Compiles only if `T` can be made from what serde reads in its place.
pub const fn read_from<T: TryFrom<Read>, Read>() {}

/// Compiles only if `T` becomes what serde writes in its place.
pub const fn written_as<T: Into<Read>, Read>() {}
