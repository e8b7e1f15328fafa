//! The two ends are in Rust; there is no client.

fn main() {
    tramline_codegen::Builder::new().build();
}
