//! Names as serde lists them for reading.

use crate::wire::shape::{Field, Variant};

/// What serde passes along with a struct or an enum.
pub(super) type Names = &'static [&'static str];

/// A name, and what is understood as well.
pub(super) type Expected = (&'static str, Names);

pub(super) fn of_fields(fields: &'static [Field]) -> Vec<Expected> {
    let names = fields.iter().map(|field| (field.name, field.aliases));
    names.collect()
}

pub(super) fn of_variants(variants: &'static [Variant]) -> Vec<Expected> {
    let names = variants
        .iter()
        .map(|variant| (variant.name, variant.aliases));
    names.collect()
}

/// Whether serde lists these names, in this order, each with its aliases in any order.
pub(super) fn agree(names: Names, expected: &[Expected]) -> bool {
    let mut rest = names;
    let grouped = expected.iter().all(|(name, aliases)| {
        let mut group: Vec<&str> = aliases.iter().chain([name]).copied().collect();
        group.sort_unstable();
        group.dedup();
        let Some((own, others)) = rest.split_at_checked(group.len()) else {
            return false;
        };
        rest = others;
        let mut own = own.to_vec();
        own.sort_unstable();
        own == group
    });
    grouped && rest.is_empty()
}

/// For a message.
pub(super) fn listed(expected: &[Expected]) -> String {
    let name = |(name, aliases): &Expected| match aliases {
        [] => format!("{name:?}"),
        aliases => format!("{name:?} (or {})", super::error::list(aliases)),
    };
    let names: Vec<String> = expected.iter().map(name).collect();
    match &names[..] {
        [] => "no names".to_owned(),
        names => names.join(", "),
    }
}
