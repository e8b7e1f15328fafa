//! The routes alone: no page calls this shop.

fn main() {
    tramline_codegen::Builder::new().build();
}
