//! The files of functions that cannot be served: compile errors, which the attribute moves to the
//! function's own line.

use std::collections::BTreeMap;

use super::format::literal;
use crate::emit::{GeneratedFile, Refused};

/// How a file begins that holds errors in place of an implementation.
const MARK: &str = "// tramline: refused";

/// One file for each function that something is wrong with.
pub(super) fn files(refused: &[Refused]) -> Vec<GeneratedFile> {
    let mut by_stem: BTreeMap<&str, String> = BTreeMap::new();
    for Refused { stem, text, told } in refused {
        if let Some(stem) = stem {
            let rows = by_stem.entry(stem).or_insert_with(|| format!("{MARK}\n"));
            if !told {
                rows.push('\n');
                rows.push_str(&row(text));
            }
        }
    }
    by_stem
        .into_iter()
        .map(|(stem, text)| GeneratedFile {
            path: format!("actions/{stem}.rs"),
            text,
        })
        .collect()
}

/// The errors that belong to no function.
pub(super) fn rows_of_root(refused: &[Refused]) -> String {
    let of_root = refused
        .iter()
        .filter(|refused| refused.stem.is_none() && !refused.told);
    of_root.map(|refused| row(&refused.text)).collect()
}

fn row(text: &str) -> String {
    format!("::core::compile_error! {{ {} }}\n", literal(text))
}
