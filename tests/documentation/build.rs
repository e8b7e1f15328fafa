//! Describes the routes.

fn main() {
    tramline_codegen::Builder::new().build();
}
