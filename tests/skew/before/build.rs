//! The client is written as JavaScript, which Node runs without a compiler.

fn main() {
    tramline_codegen::Builder::new()
        .javascript("client")
        .build();
}
