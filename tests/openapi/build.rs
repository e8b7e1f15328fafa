//! The documents are checked in, for the linter and the generators of clients.

fn main() {
    tramline_codegen::Builder::new()
        .openapi("documents")
        .build();
}
