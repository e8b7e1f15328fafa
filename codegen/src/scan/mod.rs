//! From files to items.
//!
//! The only place that reads the user's source. It follows the module tree of each package and
//! files every item under its module; what a name or a type means is for
//! [`resolve`](crate::resolve) to say. No `cfg` is evaluated.

mod annex;
mod attributes;
mod collect;
mod facts;
mod items;
mod lexer;
mod lines;
mod parsed;
mod piece;
mod place;
mod reader;
mod skim;
mod sources;
mod tree;
mod uses;
mod visibility;

pub(crate) use annex::annex;
pub(crate) use attributes::{arguments, cfgs, docs, plain_name};
pub(crate) use facts::{WrittenDerive, WrittenError};
pub(crate) use items::{FunctionItem, ImplItem, Named, TypeItem, Use};
pub(crate) use parsed::Parsed;
pub(crate) use reader::{Disk, Files, Reader};
pub(crate) use sources::{MissingModule, ModuleId, SourceFile, Sources};
pub(crate) use visibility::Visibility;

use std::ops::Range;

use crate::model::PackageRole;
use crate::plan::{PackagePlan, Plan};
use tree::Walk;

/// Reads every package of the plan from the disk.
pub(crate) fn scan(plan: &Plan) -> Sources {
    scan_with(plan, &Disk)
}

/// Reads every package of the plan through `reader`.
pub(crate) fn scan_with(plan: &Plan, reader: &dyn Reader) -> Sources {
    let mut walk = Walk::new(reader);
    walk.package(&plan.root, PackageRole::Root);
    for package in &plan.included {
        walk.package(package, PackageRole::Included);
    }
    for package in &plan.types {
        if !is_planned(plan, package) {
            walk.package(package, PackageRole::Types);
        }
    }
    walk.finish()
}

/// Why syn cannot parse a text, and where: nothing if it can.
pub(crate) fn complaint(text: &str) -> Option<(String, Range<usize>)> {
    let error = syn::parse_file(text).err()?;
    Some((reason(&error), error.span().byte_range()))
}

/// What syn has to say, in words for whoever made the mistake.
pub(crate) fn reason(error: &syn::Error) -> String {
    match error.to_string().as_str() {
        "cannot parse string into token stream" => {
            "a bracket or a quote seems to lack its other half".to_owned()
        }
        reason => reason.to_owned(),
    }
}

/// Whether a package named by `types_from` is read already for its actions.
fn is_planned(plan: &Plan, package: &PackagePlan) -> bool {
    std::iter::once(&plan.root)
        .chain(&plan.included)
        .any(|other| other.entry == package.entry)
}
