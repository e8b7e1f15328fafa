//! What the fuzz targets share.

pub mod edit;
pub mod seeds;
pub mod shapes;
pub mod types;
pub mod values;

/// Rust that the scanner's targets begin with: what the golden cases and the cases of the rules
/// hold.
pub mod corpus {
    include!(concat!(env!("OUT_DIR"), "/corpus.rs"));
}
