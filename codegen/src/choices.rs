//! What a build script decides about types.

use std::collections::BTreeMap;

use crate::foreign::Foreign;

/// What TypeScript has in place of 64-bit integers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbers {
    /// `bigint`: every value, exactly.
    #[default]
    BigInt,
    /// `number`: what lies beyond 2^53 - 1 on either side is an error in the client, never rounded.
    Safe,
}

/// What TypeScript has in place of moments in time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dates {
    /// `Date`, which counts milliseconds: finer parts are dropped in the client.
    #[default]
    Date,
    /// What travels: a string for most types, an integer or a struct for some.
    String,
}

/// A module whose functions have routes without saying so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RestDefault {
    pub(crate) module: Vec<String>,
    /// What the paths begin with: `/v1`.
    pub(crate) prefix: String,
}

/// The decisions of one build script.
#[derive(Clone, Debug, Default)]
pub(crate) struct Choices {
    pub(crate) numbers: Numbers,
    pub(crate) dates: Dates,
    /// Modules whose functions have routes without saying so.
    pub(crate) rest_defaults: Vec<RestDefault>,
    /// Types that the build step cannot read, by path.
    pub(crate) foreign: BTreeMap<String, Foreign>,
}
