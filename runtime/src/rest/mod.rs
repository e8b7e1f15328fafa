//! Routes of REST: the door for those who know nothing of this crate.
//!
//! A route is a method and a path that lead to an action. What the generated client sends in one
//! piece comes here from three places, the path, the query and the body, and what answers is what
//! HTTP has for it: statuses, entity tags, problem documents. The actions are the same, and so are
//! hosts, origins, limits, deadlines and layers.

pub(crate) mod accept;
mod arrival;
mod authentication;
pub(crate) mod conditional;
pub(crate) mod cors;
mod decode;
mod documentation;
pub(crate) mod documents;
mod etag;
mod if_match;
mod input;
mod link;
pub(crate) mod marks;
mod page_links;
mod percent;
mod route;
mod table;

pub(crate) use arrival::Arrival;
pub use authentication::Authentication;
pub(crate) use decode::{decode, decode_nothing};
pub(crate) use documentation::pages;
pub use etag::ETag;
pub use if_match::{IfMatch, PreconditionFailed};
pub use input::RestInput;
pub use link::Link;
pub use page_links::PageLinks;
pub use route::{
    Deprecation, Document, Form, Parameter, Place, Route, RouteBody, RouteMethod, Segment,
};
pub(crate) use table::{Conflict, Functions, Lead, Resource, Routes};
