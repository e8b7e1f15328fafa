//! What `cargo xtask test` does, step by step.

use std::path::Path;
use std::process::Command;

use crate::report::note;
use crate::run::{Failure, cargo, run};
use crate::{msrv, tools, workspace};

/// One line of the summary.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    pub(crate) run: fn() -> Result<(), Failure>,
}

/// In the order in which they are run: what fails quickly comes first.
pub(crate) const STEPS: &[Step] = &[
    Step {
        name: "msrv",
        what: "no dependency needs a newer Rust than we state",
        run: msrv::check,
    },
    Step {
        name: "rust",
        what: "the tests of every crate, with golden cases and conformance",
        run: rust,
    },
    Step {
        name: "published",
        what: "the types of published crates, supported or refused with a reason",
        run: published,
    },
    Step {
        name: "client",
        what: "values and types of the TypeScript runtime, and its bundled copy",
        run: client,
    },
    Step {
        name: "docs-page",
        what: "the documentation page's modules, and its bundled copy",
        run: docs_page,
    },
    Step {
        name: "bundle",
        what: "generated clients under strict tsc, esbuild and Rollup, and their values",
        run: bundle,
    },
    Step {
        name: "openapi",
        what: "documents of REST routes under two validators, a linter and a generator of clients",
        run: openapi,
    },
    Step {
        name: "types",
        what: "generated clients, and the examples that use them, under tsc",
        run: types,
    },
    Step {
        name: "command",
        what: "what the examples' build scripts wrote, as the command line sees it",
        run: command,
    },
    Step {
        name: "browser",
        what: "the guestbook, a tab over a deploy, and the documentation, in headless Chromium",
        run: browser,
    },
    Step {
        name: "partner",
        what: "the partner API: its README, schemathesis, and clients made from its documents",
        run: partner,
    },
    Step {
        name: "readme",
        what: "the README's steps in an empty crate, called from Node",
        run: readme,
    },
];

/// What tsc checks. The golden clients are left there by the tests of `tramline-codegen`.
const TYPESCRIPT: &[&str] = &[
    "tests/golden/tsconfig.json",
    "examples/two-crates/application/web/tsconfig.json",
    "examples/quickstart/web/jsconfig.json",
];

/// The packages whose clients are checked.
const EXAMPLES: &[&str] = &[
    "examples/quickstart",
    "examples/partner-api",
    "examples/two-crates/application",
];

fn rust() -> Result<(), Failure> {
    // Conformance holds Rust against the client, which Node runs.
    tools::node(root())?;
    run(cargo().current_dir(root()).args([
        "test",
        "--workspace",
        "--all-features",
        "--no-fail-fast",
    ]))
}

fn published() -> Result<(), Failure> {
    tools::node(root())?;
    // Not of the workspace, which would fetch the crates with every build.
    run(cargo()
        .current_dir(root().join("tests/published"))
        .args(["test", "--", "--nocapture"]))?;
    tsc("tests/published/tsconfig.json")
}

fn client() -> Result<(), Failure> {
    tools::node(root())?;
    run(tools::npm(root()).args(["test", "--workspace", "client-ts"]))
}

fn docs_page() -> Result<(), Failure> {
    tools::node(root())?;
    run(&mut npm_test("docs-page"))
}

fn bundle() -> Result<(), Failure> {
    tools::node(root())?;
    run(&mut npm_test("tests/typescript"))
}

/// The documents are checked in; the tests in Rust see to it that they are those of the server.
fn openapi() -> Result<(), Failure> {
    tools::node(root())?;
    run(&mut npm_test("tests/openapi"))
}

fn types() -> Result<(), Failure> {
    tools::node(root())?;
    run(cargo().current_dir(root()).args([
        "build",
        "--package=quickstart",
        "--package=two-crates",
    ]))?;
    TYPESCRIPT.iter().try_for_each(|project| tsc(project))
}

/// Builds the examples, whose build scripts write the clients, and compares these with what the
/// command line would write.
fn command() -> Result<(), Failure> {
    run(cargo().current_dir(root()).args([
        "build",
        "--package=quickstart",
        "--package=partner-api",
        "--package=two-crates",
    ]))?;
    EXAMPLES.iter().try_for_each(|example| {
        run(cargo()
            .current_dir(root())
            .args(["run", "--quiet", "--package=tramline-cli", "--"])
            .args(["check", example]))
    })
}

fn tsc(project: &str) -> Result<(), Failure> {
    note(project);
    run(tools::npm(root()).args(["exec", "--", "tsc", "--project", project]))
}

fn browser() -> Result<(), Failure> {
    tools::node(root())?;
    let chromium = tools::chromium()?;
    build_servers()?;
    let target = workspace::target(&workspace::metadata()?)?;
    run(npm_test("tests/browser")
        .env("CHROMIUM", chromium)
        .env("TRAMLINE_TARGET", target))
}

fn partner() -> Result<(), Failure> {
    tools::node(root())?;
    let target = workspace::target(&workspace::metadata()?)?;
    let python = tools::python(&root().join("tests/partner-api"), &target)?;
    run(cargo()
        .current_dir(root())
        .args(["build", "--package=partner-api"]))?;
    run(npm_test("tests/partner-api")
        .env("PYTHON", python)
        .env("TRAMLINE_TARGET", target))
}

fn readme() -> Result<(), Failure> {
    tools::node(root())?;
    let target = workspace::target(&workspace::metadata()?)?;
    run(npm_test("tests/readme").env("TRAMLINE_TARGET", target))
}

fn npm_test(workspace: &str) -> Command {
    let mut npm = tools::npm(root());
    npm.args(["test", "--workspace", workspace]);
    npm
}

fn build_servers() -> Result<(), Failure> {
    run(cargo()
        .current_dir(root())
        .args(["build", "--package=quickstart"])
        .args(["--package=skew-tests", "--package=documentation-tests"]))
}

fn root() -> &'static Path {
    workspace::root()
}
