fn main() {
    tramline_codegen::Builder::new()
        .namespace("blog")
        .types_from("../golden-model")
        .build();
}
