//! One client for the calls of the application and of the crates it is made of.

fn main() {
    tramline_codegen::Builder::new()
        .include("../accounts")
        .include("../blog")
        .types_from("../model")
        .typescript("web/src/api")
        .build();
}
