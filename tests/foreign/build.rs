//! The client is of no interest here.

fn main() {
    tramline_codegen::Builder::new().build();
}
