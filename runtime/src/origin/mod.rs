//! Whom to believe: which host a request is for, and which page it comes from.
//!
//! A browser sends a user's cookies along with calls that the user knows nothing of, from any page,
//! and by rebinding a name to another address even to servers on the user's own machine. What it
//! also sends, and what no page can forge, are `Host`, `Origin` and `Sec-Fetch-Site`. The rules R1
//! to R17 of SECURITY.md decide on them in one pure function, `decide`, from [`Facts`] that a
//! [`Policy`] helps to establish. Nothing here depends on the content type, nor on any header that
//! this crate defines.

mod authority;
mod decide;
mod facts;
mod policy;
#[cfg(test)]
mod tests;

pub(crate) use authority::Authority;
pub(crate) use decide::{Verdict, decide};
pub(crate) use facts::{Access, Door, Facts, Target, host_of};
pub(crate) use policy::{Policy, PolicyError};
