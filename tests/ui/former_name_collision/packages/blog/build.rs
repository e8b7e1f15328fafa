fn main() {
    tramline_codegen::Builder::new().namespace("blog").build();
}
