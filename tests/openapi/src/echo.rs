//! Answers with what it was sent.

use crate::forms::{Attributed, Disguised, Flattened, Foreign, Made, Open, Scalars, Told};

/// Scalars.
#[tramline::action(rest = "POST /v1/scalars", rpc = false)]
async fn scalars(value: Scalars) -> Scalars {
    value
}

/// What is made of others.
#[tramline::action(rest = "POST /v1/made", rpc = false)]
async fn made(value: Made) -> Made {
    value
}

/// Types of other crates.
#[tramline::action(rest = "POST /v1/foreign", rpc = false)]
async fn foreign(value: Foreign) -> Foreign {
    value
}

/// Enums.
#[tramline::action(rest = "POST /v1/told", rpc = false)]
async fn told(value: Told) -> Told {
    value
}

/// Flattened members.
#[tramline::action(rest = "POST /v1/flattened", rpc = false)]
async fn flattened(value: Flattened) -> Flattened {
    value
}

/// Members without end.
#[tramline::action(rest = "POST /v1/open", rpc = false)]
async fn open(value: Open) -> Open {
    value
}

/// Attributes of fields.
#[tramline::action(rest = "POST /v1/attributed", rpc = false)]
async fn attributed(value: Attributed) -> Attributed {
    value
}

/// Newtypes, generic types and proxies.
#[tramline::action(rest = "POST /v1/disguised", rpc = false)]
async fn disguised(value: Disguised) -> Disguised {
    value
}
