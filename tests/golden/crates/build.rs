fn main() {
    tramline_codegen::Builder::new()
        .include("crates/golden-blog")
        .types_from("crates/golden-model")
        .typescript("client")
        .build();
}
