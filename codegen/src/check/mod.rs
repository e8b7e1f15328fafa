//! Rules: one rule, one function, one message.
//!
//! What concerns a single signature or type is found while it is resolved, since it decides
//! whether there is a model of it at all; what concerns actions together is found here.

mod errors;
mod identity;
pub(crate) mod signature;

use crate::diagnostics::Diagnostics;
use crate::model::Api;

/// Checks what only shows when everything is known.
pub(crate) fn check(api: &Api, diagnostics: &mut Diagnostics) {
    identity::names(api, diagnostics);
    identity::ids(api, diagnostics);
    errors::codes(api, diagnostics);
}
