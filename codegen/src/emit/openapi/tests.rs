//! What documents say.

mod documents;
mod schemas;
