//! No client is needed: the bytes are made by hand.

fn main() {
    tramline_codegen::Builder::new().build();
}
