use tramline_codegen::{Builder, Foreign};

fn main() {
    Builder::new()
        .typescript("client")
        .foreign("semver::Version", Foreign::string().named("Version"))
        .foreign(
            "semver::VersionReq",
            Foreign::string().typescript("`^${string}`"),
        )
        .foreign("golden_foreign::Color", Foreign::like("[u8; 3]"))
        .build();
}
