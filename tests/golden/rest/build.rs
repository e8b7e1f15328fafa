fn main() {
    tramline_codegen::Builder::new()
        .typescript("client")
        .rest_defaults("stock", "/v2")
        .build();
}
