//! What the build step makes of a whole crate: every type that serde can send, as if an action took
//! and returned it.
//!
//! For the tests that try tramline on published crates. No promise of stability.

mod probes;
mod table;

use std::path::Path;

use crate::choices::Choices;
use crate::diagnostics::Diagnostics;
use crate::emit::typescript::TypeScript;
use crate::plan::Plan;
use crate::{Builder, check, emit, encoding, model, resolve, scan};
use probes::Probe;

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
    let mut sources = scan::scan(&plan);
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
    emit::rust::emit(&api, &refused);
    let verdicts = table::Table::new(&api, &diagnostics);
    let types = probes.into_iter().map(|probe| {
        let Probe {
            path,
            input,
            output,
        } = probe;
        Surveyed {
            path,
            input: input.map(|function| verdicts.of(&function)),
            output: output.map(|function| verdicts.of(&function)),
        }
    });
    let types = types.collect();
    let broken = verdicts.broken();
    drop(verdicts);
    api.actions
        .retain(|action| !broken.contains(&action.function));
    let options = TypeScript {
        javascript: false,
        package: None,
        import_suffix: None,
    };
    let client = emit::typescript::emit(&api, &options);
    let client = client.into_iter().map(|file| (file.path, file.text));
    Ok(Survey {
        types,
        client: client.collect(),
    })
}
