//! What the build step makes of a whole crate: every type that serde can send, as if an action took
//! and returned it.
//!
//! For the tests that try tramline on published crates. No promise of stability.

mod probes;
mod table;

use std::path::{Path, PathBuf};

use crate::choices::Choices;
use crate::diagnostics::Diagnostics;
use crate::model::Api;
use crate::plan::{PackagePlan, Plan};
use crate::scan::{Disk, Files, Reader};
use crate::{Builder, check, emit, encoding, model, resolve, scan};
use table::Table;

/// What became of the types of one crate.
#[derive(Debug)]
pub struct Survey {
    /// In the order of the source.
    pub types: Vec<Surveyed>,
    /// Paths and texts of the client for all that is supported.
    pub client: Vec<(String, String)>,
}

/// One struct or enum with at least one of serde's traits.
#[derive(Debug)]
pub struct Surveyed {
    /// Its path in the crate.
    pub path: String,
    /// As what an action takes, if it implements `Deserialize`.
    pub input: Option<Verdict>,
    /// As what an action returns, if it implements `Serialize`.
    pub output: Option<Verdict>,
}

/// How one type travels in one direction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// On the binary wire.
    Binary,
    /// As plain JSON, for these reasons.
    Json(Vec<String>),
    /// Not at all.
    Refused(Vec<Reason>),
}

/// Why a type is refused.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// The rule that it breaks.
    pub rule: String,
    /// What is wrong.
    pub message: String,
    /// What stands below the place.
    pub label: String,
    /// The way out.
    pub help: String,
}

/// Scans the package in `folder`, and generates what can be generated.
///
/// # Errors
///
/// When there is no package, or a file of it cannot be parsed.
pub fn survey(folder: &Path) -> Result<Survey, String> {
    let mut plan = Plan::new(&Builder::new(), folder).map_err(|error| error.to_string())?;
    plan.root.other_targets.clear();
    survey_plan(&plan, &Disk)
}

/// The same for a package in memory: all of `text` is its `src/lib.rs`, up to a line such as
/// `//- src/posts.rs`, which begins another file.
///
/// # Errors
///
/// When a file cannot be parsed.
pub fn survey_text(text: &str) -> Result<Survey, String> {
    let plan = Plan {
        root: PackagePlan {
            folder: PathBuf::new(),
            crate_name: "app".to_owned(),
            linked: true,
            namespace: None,
            entry: PathBuf::from("src/lib.rs"),
            other_targets: Vec::new(),
        },
        included: Vec::new(),
        types: Vec::new(),
        about: Default::default(),
    };
    survey_plan(&plan, &Files::parse(text))
}

fn survey_plan(plan: &Plan, reader: &dyn Reader) -> Result<Survey, String> {
    let mut sources = scan::scan_with(plan, reader);
    if let Some(file) = sources.unparsable.first() {
        return Err(format!("{} cannot be parsed", file.display()));
    }
    let probes = probes::plant(&mut sources).map_err(|error| error.to_string())?;
    let mut diagnostics = Diagnostics::default();
    let mut api = resolve::resolve(&sources, &Choices::default(), &mut diagnostics);
    encoding::choose(&mut api, &mut diagnostics);
    check::check(&api, &mut diagnostics);
    model::identify(&mut api);
    let refused = diagnostics.render(&sources);
    emit::rust::emit(&api, None, &refused);
    let table = Table::new(&api, &diagnostics);
    let types = probes.iter().map(|probe| Surveyed {
        path: probe.path.clone(),
        input: probe.input.as_deref().map(|function| table.of(function)),
        output: probe.output.as_deref().map(|function| table.of(function)),
    });
    let types = types.collect();
    let broken = table.broken();
    api.actions
        .retain(|action| !broken.contains(&action.function));
    Ok(Survey {
        types,
        client: client(&api),
    })
}

fn client(api: &Api) -> Vec<(String, String)> {
    let options = Builder::new().typescript_options();
    let files = emit::typescript::emit(api, &options).into_iter();
    files.map(|file| (file.path, file.text)).collect()
}
