//! The digest of a crate's actions: an application that includes the crate asserts, while
//! compiling, that both build steps read the same.

use std::fmt::Write as _;

use super::Served;
use super::format::{hexadecimal, identifier, literal};
use crate::model::{Action, PackageId, PackageRole};
use tramline_syntax::digest::bits48;

/// The digest of the root package's own actions.
pub(super) fn constant(served: &Served<'_>) -> String {
    let digest = of(served.actions.iter().copied());
    format!(
        "/// Of the names and schemas of every action.\n\
         pub const DIGEST: u64 = {digest};\n"
    )
}

/// One assertion for each included crate that the root can name. Where something is wrong, actions
/// are missing here or there, and the error that says why must not be buried.
pub(super) fn assertions(served: &Served<'_>) -> String {
    if served.flawed {
        return String::new();
    }
    let mut text = String::new();
    for (index, package) in served.api.packages.iter().enumerate() {
        if package.role != PackageRole::Included || !package.linked {
            continue;
        }
        let own = |action: &&Action| action.package == PackageId(index);
        let digest = of(served.api.actions.iter().filter(own));
        let name = identifier(&package.crate_name);
        let message = literal(&format!(
            "`{name}` was built with other actions than its sources show here: do both build \
             scripts name the same `namespace` and `types_from`?"
        ));
        // Writing to a string does not fail.
        let _ = writeln!(
            text,
            "const _: () = ::core::assert!(::{name}::tramline_actions::DIGEST == {digest}, {message});"
        );
    }
    text
}

fn of<'api>(actions: impl Iterator<Item = &'api Action>) -> String {
    let mut lines: Vec<String> = actions
        .map(|action| {
            format!(
                "{} {:012x} {:012x}",
                action.name, action.id, action.fingerprint
            )
        })
        .collect();
    lines.sort_unstable();
    hexadecimal(bits48(&lines.join("\n")), 12)
}
