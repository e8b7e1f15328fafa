//! The single door for generated code, which names things and leaves behaviour to this crate.
//!
//! Nothing here is for people: it changes with the generator, without notice.

use std::marker::PhantomData;

pub use crate::action::{Action, ActionInfo, Actions, ErrorCode, Kind};
pub use crate::call::{
    Call, Failure, Outcome, Returns, declared, internal, reply, result, result_reply, value,
};
pub use crate::error::{AsError, Code, Codes};
pub use crate::wire::Fields;

/// What the errors of one function are made of: its extractors', in order, then its own.
pub type Errors = &'static [Codes];

/// A function that a marker stands for, over the state `S`.
#[diagnostic::on_unimplemented(
    message = "an action's extractors cannot be used with the state `{S}`",
    label = "the state given to `actions` does not suit every `#[extract]` parameter",
    note = "implement `tramline::FromRef<{S}>` for what `State<…>` asks for, or `tramline::Extract<{S}>` for your own extractor"
)]
pub trait Bound<S>: 'static {
    /// What it can refuse with.
    const ERRORS: Errors;

    /// Extracts, decodes, runs and encodes.
    fn call(call: Call<S>) -> impl Future<Output = Outcome> + Send;
}

/// The number that stands for the function at `path`, which is what `module_path!` and a function's
/// name make: FNV-1a over all that follows the crate's name.
///
/// ```
/// use tramline::codegen::marker;
///
/// assert_eq!(marker("blog::posts::create"), marker("renamed::posts::create"));
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
        hash = (hash ^ path[index] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        index += 1;
    }
    hash
}

/// The type of a field, such that a binding with a written type neither coerces nor shortens a
/// lifetime.
///
/// ```
/// use std::marker::PhantomData;
/// use tramline::codegen::field_type;
///
/// let id = 7_u64;
/// let _: PhantomData<fn(u64) -> u64> = field_type(&id);
/// ```
pub const fn field_type<T>(_field: &T) -> PhantomData<fn(T) -> T> {
    PhantomData
}
