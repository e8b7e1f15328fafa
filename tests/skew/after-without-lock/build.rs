//! The same sources, and no lock beside the manifest.

fn main() {
    tramline_codegen::Builder::new()
        .javascript("client")
        .build();
}
