//! Functions that take and return the types of a crate, one for each type and direction.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use syn::GenericParam;

use crate::resolve::{Travels, travels};
use crate::scan::{ModuleId, Sources, annex, plain_name};

/// A type, and the functions made for it.
pub(super) struct Probe {
    pub(super) path: String,
    /// The function that takes it.
    pub(super) input: Option<String>,
    /// The function that returns it.
    pub(super) output: Option<String>,
}

/// What the modules of the functions are called.
const MODULE: &str = "tramline_survey";

/// Adds the functions to the sources, in a module of their own below that of the types.
pub(super) fn plant(sources: &mut Sources) -> syn::Result<Vec<Probe>> {
    let mut probes = Vec::new();
    let mut texts: BTreeMap<ModuleId, String> = BTreeMap::new();
    for (index, travels) in travels(sources).into_iter().enumerate() {
        let Travels { out, inward } = travels;
        let ty = &sources.types[index];
        let module = sources.module(ty.module);
        if !(out || inward) || module.cfg.iter().any(|cfg| cfg == "test") {
            continue;
        }
        let written = format!("super::{}{}", ty.item.ident, arguments(&ty.item.generics));
        let text = texts.entry(ty.module).or_default();
        let mut function = |wanted: bool, way: &str, signature: String| {
            let name = format!("{way}_{index}");
            wanted.then(|| {
                // Writing to a string cannot fail.
                let _ = writeln!(
                    text,
                    "#[::tramline::action]\nasync fn {name}{signature} {{}}"
                );
                name
            })
        };
        let input = function(inward, "take", format!("(value: {written})"));
        let output = function(out, "give", format!("() -> {written}"));
        let mut path = module.path.clone();
        path.push(plain_name(&ty.item.ident));
        probes.push(Probe {
            path: path.join("::"),
            input,
            output,
        });
    }
    for (module, text) in texts {
        annex(sources, module, MODULE, text)?;
    }
    Ok(probes)
}

/// Something for every parameter: `<String, 3>`.
fn arguments(generics: &syn::Generics) -> String {
    let arguments = generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Type(_) => Some("::std::string::String"),
            GenericParam::Const(_) => Some("3"),
            GenericParam::Lifetime(_) => None,
        });
    let arguments: Vec<_> = arguments.collect();
    if arguments.is_empty() {
        String::new()
    } else {
        format!("<{}>", arguments.join(", "))
    }
}
