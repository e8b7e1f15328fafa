use tramline_codegen::{Builder, Dates, Numbers};

fn main() {
    Builder::new()
        .typescript("client")
        .numbers(Numbers::Safe)
        .dates(Dates::String)
        .build();
}
