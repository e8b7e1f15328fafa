//! Names that lead to types in every way that `use` and `type` offer.

tramline::include_actions!();

mod api;
mod shapes;
mod types;

pub use types::inner as renamed;
