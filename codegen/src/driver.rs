//! The order of the stages.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use crate::choices::Choices;
use crate::diagnostics::Diagnostics;
use crate::emit::GeneratedFile;
use crate::emit::typescript::TypeScript;
use crate::environment::Environment;
use crate::lock::{self, Lock};
use crate::model::{self, About, Api};
use crate::now::now;
use crate::plan::{Plan, Unplannable};
use crate::scan::Sources;
use crate::{Builder, check, emit, encoding, gate, resolve, scan, watch, write};

/// Lines for cargo, without their prefix.
pub(crate) type Instructions = Vec<String>;

/// Why nothing could be written.
#[derive(Debug)]
pub(crate) enum Failure {
    Unplannable(Unplannable),
    /// The lock cannot be read; says why, in one line.
    Unlockable(String),
    /// There is no baseline to compare with; says why, in one line.
    Incomparable(String),
    /// The folder for what rustc reads cannot be written.
    Unwritable(io::Error),
}

/// Runs every stage as a build script should, with instructions to cargo on the standard output.
pub(crate) fn run_in_build_script(settings: &Builder) {
    let result = match Environment::of_build_script() {
        Some(environment) => run(settings, &environment).map_err(|failure| failure.to_string()),
        None => Err("`Builder::build` belongs in a build script, where cargo runs it".to_owned()),
    };
    match result {
        Ok(instructions) => instructions.iter().for_each(|line| say(line)),
        Err(message) => {
            say(&format!("error=tramline: {message}"));
            process::exit(1);
        }
    }
}

#[expect(
    clippy::print_stdout,
    reason = "this is how a build script talks to cargo"
)]
fn say(instruction: &str) {
    println!("cargo::{instruction}");
}

/// Reads the sources, and writes the dispatcher and, unless something is wrong, the clients.
///
/// # Errors
///
/// When there is no package to read, or rustc's folder cannot be written.
pub(crate) fn run(settings: &Builder, environment: &Environment) -> Result<Instructions, Failure> {
    let plan = Plan::new(settings, &environment.package).map_err(Failure::Unplannable)?;
    let sources = scan::scan(&plan);
    let mut instructions = watch::instructions(&plan, &sources, &folders(settings, environment));
    if !sources.unparsable.is_empty() {
        // rustc explains it better. Until then, what was generated last is the best there is.
        return Ok(instructions);
    }
    let (api, mut diagnostics) = understand(&sources, &settings.choices);
    let lock = Lock::beside_manifest(&environment.package).map_err(Failure::Unlockable)?;
    if let Some(lock) = &lock {
        check::retired::names(lock, &api, &mut diagnostics);
    }
    let present = gate::Present {
        api: &api,
        sources: &sources,
        lock: lock.as_ref(),
        now: now(),
    };
    let past = hold_against_baseline(settings, environment, present, &mut diagnostics)?;
    instructions.extend(past);
    let refused = diagnostics.render(&sources);

    let held = lock.as_ref().map(|lock| lock.hold_against(&api));
    let history = held.as_ref().map(|held| &held.history);
    let mut dispatcher = emit::rust::emit(&api, history, &refused);
    dispatcher.push(emit::manifest::emit(&api));
    dispatcher.extend(emit::openapi::emit(&api, &plan.about));
    write::replace(&environment.out.join("tramline"), &dispatcher).map_err(Failure::Unwritable)?;
    if refused.is_empty() && environment.working_copy {
        instructions.extend(write_outputs(&api, &plan.about, settings, environment));
        let drift = held.and_then(|held| lock::warning(&held.drift));
        let idle = resolve::idle_defaults(&api, &settings.choices.rest_defaults);
        let warnings = drift.into_iter().chain(idle);
        instructions.extend(warnings.map(|warning| format!("warning=tramline: {warning}")));
    }
    Ok(instructions)
}

/// Adds what clients of the baseline cannot go on after, where there is one; returns how cargo
/// watches it. Whoever builds a published package has no past to keep.
fn hold_against_baseline(
    settings: &Builder,
    environment: &Environment,
    present: gate::Present<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Option<String>, Failure> {
    let Some(file) = settings
        .baseline
        .as_ref()
        .filter(|_| environment.working_copy)
    else {
        return Ok(None);
    };
    gate::refuse(file, &environment.package, present, diagnostics)
        .map_err(Failure::Incomparable)?;
    let place = environment.package.join(file);
    Ok(Some(format!("rerun-if-changed={}", place.display())))
}

/// Everything between the sources and the emitters: the model, and what is wrong.
pub(crate) fn understand(sources: &Sources, choices: &Choices) -> (Api, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let mut api = resolve::resolve(sources, choices, &mut diagnostics);
    encoding::choose(&mut api, &mut diagnostics);
    check::check(&api, &mut diagnostics);
    model::identify(&mut api);
    (api, diagnostics)
}

/// What is generated into a folder of the user's.
pub(crate) struct Output<'a> {
    /// What it is, as messages have it.
    pub(crate) what: &'static str,
    /// As the build script gives it.
    pub(crate) folder: &'a PathBuf,
    pub(crate) files: Vec<GeneratedFile>,
}

/// The clients and the documents that are asked for.
pub(crate) fn outputs<'a>(api: &Api, about: &About, settings: &'a Builder) -> Vec<Output<'a>> {
    let client = |_, options: &TypeScript| emit::typescript::emit(api, options);
    outputs_with(client, api, about, settings)
}

/// What is kept of the clients from one time to the next.
#[derive(Debug, Default)]
pub(crate) struct KeptClients([emit::typescript::Kept; 2]);

/// The same for whoever does it again and again.
pub(crate) fn outputs_again<'a>(
    api: &Api,
    about: &About,
    settings: &'a Builder,
    kept: &mut KeptClients,
) -> Vec<Output<'a>> {
    let client = |place: usize, options: &TypeScript| {
        emit::typescript::emit_again(api, options, &mut kept.0[place])
    };
    outputs_with(client, api, about, settings)
}

/// `client` emits the first client or the second.
fn outputs_with<'a>(
    mut client: impl FnMut(usize, &TypeScript) -> Vec<GeneratedFile>,
    api: &Api,
    about: &About,
    settings: &'a Builder,
) -> Vec<Output<'a>> {
    let clients = [
        (&settings.typescript, settings.typescript_options()),
        (&settings.javascript, settings.javascript_options()),
    ];
    let clients = clients.into_iter().enumerate();
    let clients = clients.filter_map(|(place, (folder, options))| {
        Some(Output {
            what: "the client",
            folder: folder.as_ref()?,
            files: client(place, &options),
        })
    });
    let documents = settings.openapi.iter().map(|folder| Output {
        what: "the OpenAPI documents",
        folder,
        files: emit::openapi::emit(api, about),
    });
    clients.chain(documents).collect()
}

fn folders(settings: &Builder, environment: &Environment) -> Vec<PathBuf> {
    let folders = [
        &settings.typescript,
        &settings.javascript,
        &settings.openapi,
    ];
    let folders = folders.into_iter().flatten();
    folders
        .map(|folder| environment.package.join(folder))
        .collect()
}

/// Warns of what cannot be written: a frontend that is missing must not break the server.
fn write_outputs(
    api: &Api,
    about: &About,
    settings: &Builder,
    environment: &Environment,
) -> Instructions {
    let outputs = outputs(api, about, settings).into_iter();
    outputs
        .filter_map(|output| write_output(&environment.package, &output))
        .collect()
}

fn write_output(package: &Path, output: &Output<'_>) -> Option<String> {
    let folder = package.join(output.folder);
    let error = write::update(package, &folder, &output.files).err()?;
    let (what, folder) = (output.what, output.folder.display());
    let is = if what.ends_with('s') { "are" } else { "is" };
    Some(format!(
        "warning=tramline: {what} {is} not up to date, since `{folder}` cannot be written: {error}"
    ))
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Unplannable(reason) => reason.fmt(f),
            Failure::Unlockable(why) | Failure::Incomparable(why) => f.write_str(why),
            Failure::Unwritable(error) => write!(f, "`OUT_DIR` cannot be written: {error}"),
        }
    }
}
