fn main() {
    codegen::Builder::new().namespace("feature").build();
}
