//! Names that lead to types in every way that `use` and `type` offer.

tramline::include_actions!();

pub mod api;
pub mod shapes;
pub mod types;

pub use types::inner as renamed;
