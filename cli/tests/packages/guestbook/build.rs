use tramline_codegen::{Builder, Dates, Foreign, Numbers};

fn main() {
    Builder::new()
        .typescript("web/api")
        .numbers(Numbers::Safe)
        .dates(Dates::String)
        .foreign("iso_currency::Currency", Foreign::string().named("Currency"))
        .build();
}
