//! An action and a query with extractors, errors and a struct as input.

tramline::include_actions!();

pub mod posts;
pub mod users;
