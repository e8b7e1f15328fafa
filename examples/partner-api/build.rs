//! Writes the documents that partners read.

fn main() {
    tramline_codegen::Builder::new().openapi("openapi").build();
}
