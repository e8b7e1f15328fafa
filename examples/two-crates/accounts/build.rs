//! Finds this crate's calls. The client is written by the application, for all crates at once.

fn main() {
    tramline_codegen::Builder::new()
        .namespace("accounts")
        .types_from("../model")
        .build();
}
