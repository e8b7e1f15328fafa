//! What documents say.

mod schemas;
