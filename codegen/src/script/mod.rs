//! What a build script says, read from its text.
//!
//! The command line knows no more of a package than its files, and a build step that includes a
//! package cannot run that one's build script. Both read the chain from `Builder::new()` to
//! `.build()` where it is written with literals. What would have to be run to be known is refused,
//! never guessed.

mod chain;
mod methods;
mod names;
#[cfg(test)]
mod tests;
mod value;

use std::ops::Range;

use proc_macro2::Span;

use crate::{Builder, scan};
use chain::Chain;
use names::Names;

/// Why a build script does not say what is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unread {
    /// What stands there, in one sentence without a full stop.
    pub(crate) message: String,
    /// A few words to stand below the place.
    pub(crate) label: String,
    /// What to write instead.
    pub(crate) help: String,
    /// Bytes of the text; none where something is missing altogether.
    pub(crate) place: Option<Range<usize>>,
}

impl Unread {
    fn at(
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Unread {
            place: Some(span.byte_range()),
            ..Self::missing(message, label, help)
        }
    }

    fn missing(
        message: impl Into<String>,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Unread {
            message: message.into(),
            label: label.into(),
            help: help.into(),
            place: None,
        }
    }
}

/// The settings in the text of a build script, in which `codegen` names this crate.
///
/// # Errors
///
/// With everything that only running the script could tell.
pub(crate) fn settings(text: &str, codegen: &str) -> Result<Builder, Vec<Unread>> {
    let file = parse(text).map_err(|unread| vec![unread])?;
    let names = Names::of(&file, codegen);
    let chain = chain::only(&file, &names).map_err(|unread| vec![unread])?;
    let mut settings = Builder::new();
    let mut unread = Vec::new();
    for call in &chain.calls {
        match methods::apply(settings.clone(), call, &names) {
            Ok(applied) => settings = applied,
            Err(why) => unread.push(why),
        }
    }
    if unread.is_empty() {
        Ok(settings)
    } else {
        Err(unread)
    }
}

/// The namespace in the text of a build script, wherever and under whatever condition it is given;
/// none where it is not.
///
/// # Errors
///
/// Where it is no literal, or there are several.
pub(crate) fn namespace(text: &str, codegen: &str) -> Result<Option<String>, Unread> {
    let file = parse(text)?;
    let names = Names::of(&file, codegen);
    let mut found: Option<String> = None;
    for chain in chain::all(&file, &names) {
        let given = match given(&chain, "namespace") {
            Some(call) => value::text(call, 0)?,
            None => continue,
        };
        if found.as_ref().is_some_and(|found| *found != given) {
            return Err(Unread::at(
                chain.new,
                "the build script gives several namespaces",
                "another one was given before",
                "give the package one namespace",
            ));
        }
        found = Some(given);
    }
    Ok(found)
}

/// The last call of a method, which is the one that counts.
fn given<'call>(chain: &'call Chain<'_>, method: &str) -> Option<&'call chain::Call<'call>> {
    let mut calls = chain.calls.iter().rev();
    calls.find(|call| call.method == method)
}

fn parse(text: &str) -> Result<syn::File, Unread> {
    syn::parse_file(text).map_err(|error| {
        Unread::at(
            error.span(),
            "the build script cannot be parsed",
            scan::reason(&error),
            "`cargo build` explains what is wrong with it",
        )
    })
}
