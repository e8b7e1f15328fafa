//! What a build script says.

use std::path::PathBuf;

use crate::choices::{Choices, Dates, Numbers, RestDefault};
use crate::driver;
use crate::emit::typescript::TypeScript;
use crate::foreign::Foreign;

/// The settings of the build step.
///
/// Paths are relative to the package whose build script runs. Most packages need one line:
///
/// ```no_run
/// // build.rs
/// fn main() {
///     tramline_codegen::Builder::new().typescript("web/src/api").build();
/// }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "nothing happens before `build`"]
pub struct Builder {
    pub(crate) root: Option<PathBuf>,
    pub(crate) namespace: Option<String>,
    pub(crate) include: Vec<PathBuf>,
    pub(crate) types_from: Vec<PathBuf>,
    pub(crate) typescript: Option<PathBuf>,
    pub(crate) javascript: Option<PathBuf>,
    pub(crate) openapi: Option<PathBuf>,
    pub(crate) package: Option<String>,
    pub(crate) import_suffix: Option<String>,
    pub(crate) baseline: Option<PathBuf>,
    pub(crate) choices: Choices,
}

impl Builder {
    /// Settings under which the dispatcher is written and no client.
    pub fn new() -> Self {
        Self::default()
    }

    /// The file that the module tree grows from, where it is neither the library's nor
    /// `src/main.rs`.
    pub fn root(mut self, path: impl Into<PathBuf>) -> Self {
        self.root = Some(path.into());
        self
    }

    /// What precedes the name of each action of this package: `blog` makes `posts::create` the
    /// action `blog.posts.create`.
    ///
    /// A package that another one [includes](Self::include) needs one. Write it as a literal: the
    /// other build script reads it from this one's source.
    pub fn namespace(mut self, namespace: impl Into<String>) -> Self {
        self.namespace = Some(namespace.into());
        self
    }

    /// Adds the actions of the package in a folder to the clients. Call it once for each.
    ///
    /// That package has a build script of its own, with a [`namespace`](Self::namespace), and its
    /// `actions(state)` is merged into the service.
    pub fn include(mut self, folder: impl Into<PathBuf>) -> Self {
        self.include.push(folder.into());
        self
    }

    /// Lets actions use the types of the package in a folder. Call it once for each.
    pub fn types_from(mut self, folder: impl Into<PathBuf>) -> Self {
        self.types_from.push(folder.into());
        self
    }

    /// Writes the client as `.ts` files into a folder.
    ///
    /// What is missing of the folder is made, as long as it lies in this package; elsewhere only
    /// its last part is. Where that does not do, cargo shows a warning and the build goes on.
    pub fn typescript(mut self, folder: impl Into<PathBuf>) -> Self {
        self.typescript = Some(folder.into());
        self
    }

    /// Writes the client as `.js` and `.d.ts` files into a folder, for pages without a bundler.
    pub fn javascript(mut self, folder: impl Into<PathBuf>) -> Self {
        self.javascript = Some(folder.into());
        self
    }

    /// Writes a description of the REST routes into a folder, as OpenAPI 3.1: `openapi.v1.json`,
    /// `openapi.v2.json` and so on, a file for each version that the paths begin with.
    ///
    /// Check the files in: what a change does to consumers can then be reviewed with it.
    ///
    /// ```no_run
    /// use tramline_codegen::Builder;
    ///
    /// Builder::new().typescript("web/src/api").openapi("openapi").build();
    /// ```
    pub fn openapi(mut self, folder: impl Into<PathBuf>) -> Self {
        self.openapi = Some(folder.into());
        self
    }

    /// Gives every function of a module a route, where it has none of its own: a query
    /// `GET {prefix}/{module}/{function}`, an action `POST {prefix}/{module}/{function}`, with
    /// hyphens for underscores. Call it once for each module; modules below it are others.
    ///
    /// The prefix begins with the version. This is for a first version of an interface, or one for
    /// few: `#[query(rest = "GET /v1/products/{id}")]` at the function says it better.
    ///
    /// ```no_run
    /// use tramline_codegen::Builder;
    ///
    /// Builder::new().typescript("web/src/api").rest_defaults("shop::orders", "/v1").build();
    /// ```
    pub fn rest_defaults(mut self, module: impl AsRef<str>, prefix: impl Into<String>) -> Self {
        let module = module.as_ref().trim_start_matches("crate");
        let segments = module.split("::").filter(|segment| !segment.is_empty());
        self.choices.rest_defaults.push(RestDefault {
            module: segments.map(str::to_owned).collect(),
            prefix: prefix.into(),
        });
        self
    }

    /// Lets the client import an npm package in place of the runtime that is otherwise written
    /// beside it.
    pub fn package(mut self, name: impl Into<String>) -> Self {
        self.package = Some(name.into());
        self
    }

    /// What ends the path of a relative import in `.ts` files: `.js`, `.ts` or nothing, as the
    /// bundler likes it.
    pub fn import_suffix(mut self, suffix: impl Into<String>) -> Self {
        self.import_suffix = Some(suffix.into());
        self
    }

    /// What TypeScript has in place of 64-bit integers: `bigint`, unless this says otherwise.
    ///
    /// A field or a parameter decides for itself with `#[wire(number)]` or `#[wire(bigint)]`.
    /// Integers of 128 bits are `bigint` always. Only the client changes: neither bytes nor
    /// fingerprints do.
    ///
    /// ```no_run
    /// use tramline_codegen::{Builder, Numbers};
    ///
    /// Builder::new().typescript("web/src/api").numbers(Numbers::Safe).build();
    /// ```
    pub fn numbers(mut self, numbers: Numbers) -> Self {
        self.choices.numbers = numbers;
        self
    }

    /// What TypeScript has in place of moments in time: `Date`, unless this says otherwise.
    ///
    /// A field or a parameter decides for itself with `#[wire(date)]` or `#[wire(string)]`. Moments
    /// are `chrono::DateTime<Utc>` and `DateTime<Local>`, `time::OffsetDateTime`,
    /// `jiff::Timestamp`, `std::time::SystemTime`, and numbers written by the usual `with` modules,
    /// such as `chrono::serde::ts_seconds`. Types that know no time zone, or keep one, are strings
    /// always.
    ///
    /// ```no_run
    /// use tramline_codegen::{Builder, Dates};
    ///
    /// Builder::new().typescript("web/src/api").dates(Dates::String).build();
    /// ```
    pub fn dates(mut self, dates: Dates) -> Self {
        self.choices.dates = dates;
        self
    }

    /// Says what a type of another crate travels as, by its full path. Call it once for each.
    ///
    /// The types of many crates are known already; those of a path dependency are read by
    /// [`types_from`](Self::types_from). This is for the rest, and for types whose `Serialize` and
    /// `Deserialize` are written by hand. What is said here is believed: a generated test compares
    /// it with what serde reads, where the type can be read without meaning.
    ///
    /// An application that [includes](Self::include) a package repeats what that package says.
    ///
    /// ```no_run
    /// use tramline_codegen::{Builder, Foreign};
    ///
    /// Builder::new()
    ///     .typescript("web/src/api")
    ///     .foreign("iso_currency::Currency", Foreign::string())
    ///     .foreign("geo::Point", Foreign::like("(T0, T0)").named("Point"))
    ///     .foreign("my_app::color::Color", Foreign::like("[u8; 3]"))
    ///     .build();
    /// ```
    pub fn foreign(mut self, path: impl Into<String>, foreign: Foreign) -> Self {
        let path = path.into();
        let path = path.trim_start_matches("::").to_owned();
        self.choices.foreign.insert(path, foreign);
        self
    }

    /// Compares the actions with a `tramline.lock` of what is deployed, and refuses what clients
    /// that are open now could not go on after.
    ///
    /// An action that is gone, an input that gains a field without a default, a result that loses
    /// one: each becomes a compile error where it stands, with the way out. Where it is meant,
    /// `#[action(breaking = "…")]` says why, and lets it through; `tramline lock` keeps the
    /// reason. `tramline diff` shows the same, and also what changes for the code of frontends.
    ///
    /// The lock of the branch to be merged into does, made by
    /// `git show origin/main:tramline.lock > main.lock`. A build without the file fails.
    ///
    /// ```no_run
    /// use tramline_codegen::Builder;
    ///
    /// Builder::new().typescript("web/src/api").baseline("main.lock").build();
    /// ```
    pub fn baseline(mut self, file: impl Into<PathBuf>) -> Self {
        self.baseline = Some(file.into());
        self
    }

    /// Reads the sources, and writes the dispatcher and the clients.
    ///
    /// What is wrong with an action becomes a compile error where the action stands. Only what
    /// leaves nothing to write ends the process, with an error that cargo shows: a folder without
    /// a package, an unreadable `Cargo.toml`, a disk without room.
    pub fn build(self) {
        driver::run_in_build_script(&self);
    }

    /// How the `.ts` files are written.
    pub(crate) fn typescript_options(&self) -> TypeScript {
        TypeScript {
            javascript: false,
            package: self.package.clone(),
            import_suffix: self.import_suffix.clone(),
        }
    }

    /// How the `.js` and `.d.ts` files are written.
    pub(crate) fn javascript_options(&self) -> TypeScript {
        TypeScript {
            javascript: true,
            import_suffix: None,
            ..self.typescript_options()
        }
    }
}
