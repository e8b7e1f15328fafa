//! Finds the annotated functions and writes their dispatcher and the page's client.

fn main() {
    tramline_codegen::Builder::new()
        .javascript("web/api")
        .build();
}
