//! Routes of REST: the door for those who know nothing of this crate.
//!
//! A route is a method and a path that lead to an action. What the generated client sends in one
//! piece comes here from three places, the path, the query and the body, and what answers is what
//! HTTP has for it: statuses, entity tags, problem documents. The actions are the same, and so are
//! hosts, origins, limits, deadlines and layers.

mod arrival;
mod authentication;
mod decode;
mod input;
mod percent;
mod route;

pub(crate) use arrival::Arrival;
pub use authentication::Authentication;
pub(crate) use decode::{decode, decode_nothing};
pub use input::RestInput;
pub use route::{
    Deprecation, Document, Form, Parameter, Place, Route, RouteBody, RouteMethod, Segment,
};
