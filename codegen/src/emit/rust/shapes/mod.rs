//! The shapes of what travels: a static for each struct and enum that the actions reach, in `mod
//! shapes` of the generated code. They hold names and numbers and refer to one another; no type of
//! the user's is named.

mod instances;
mod layout;
mod names;
mod wire;

use std::collections::{BTreeMap, BTreeSet};

use self::instances::Instances;
use super::format::literal;
use super::{Served, trace};
use crate::model::{Api, Direction, Type};

/// A type without parameters, and which way it goes.
pub(super) type Root = (Type, Direction);

/// Every shape of the generated code.
pub(super) struct Shapes<'api> {
    api: &'api Api,
    /// The name of the static that describes a struct or an enum.
    statics: BTreeMap<Root, String>,
    /// Each static once: what it is written from, and whether only tests need it.
    definitions: BTreeMap<String, (Root, bool)>,
    /// Whether there are tests.
    tested: bool,
}

impl<'api> Shapes<'api> {
    /// What `served` needs, and what its tests need besides.
    pub(super) fn new(served: &Served<'api>, tested: &[Root]) -> Self {
        let api = served.api;
        let mut live = Vec::new();
        for action in &served.actions {
            live.extend(wire::roots(api, action));
        }
        let instances = Instances::collect(api, &live, tested);
        let mut taken = BTreeSet::new();
        let mut statics = BTreeMap::new();
        let mut definitions = BTreeMap::new();
        for instance in instances.all() {
            let base = names::of(api, &instance.ty, &mut taken);
            for (direction, suffix) in instance.statics() {
                let name = format!("{base}{suffix}");
                for described in instance.described_by(direction) {
                    statics.insert((instance.ty.clone(), described), name.clone());
                }
                let test_only = !instance.is_live(direction);
                definitions.insert(name, ((instance.ty.clone(), direction), test_only));
            }
        }
        Self {
            api,
            statics,
            definitions,
            tested: !tested.is_empty(),
        }
    }

    /// `mod shapes`, with what travels for each action.
    pub(super) fn module(&self, served: &Served<'_>) -> String {
        let layout = layout::Layout::inside(self);
        let of = |tested: bool| -> String {
            let definitions = self.definitions.iter();
            let wanted = definitions.filter(|(_, (_, test_only))| *test_only == tested);
            let statics = wanted.map(|(name, ((ty, direction), _))| {
                let shape = layout.definition(ty, *direction);
                let condition = if tested { "#[cfg(test)]\n" } else { "" };
                format!("{condition}pub(crate) static {name}: Shape = {shape};\n")
            });
            statics.collect()
        };
        let (live, tested) = (of(false), of(true));
        let live = live + &wire::all(served, layout);
        if live.is_empty() && tested.is_empty() {
            return String::new();
        }
        let sources = match self.tested {
            true => trace::sources(self.api, self),
            false => String::new(),
        };
        let imports = imports(&live, &tested);
        format!(
            "/// What travels.\n\
             #[allow(clippy::allow_attributes, dead_code, reason = \"a `cfg` may leave actions out\")]\n\
             pub(crate) mod shapes {{\n{imports}{live}{tested}{sources}}}\n",
        )
    }

    /// An expression of type `&'static Shape` for anywhere in the crate.
    pub(super) fn reference(&self, ty: &Type, direction: Direction) -> String {
        let shape = layout::Layout::outside(self).ty(ty, direction);
        let named = shape.strip_prefix("::tramline::codegen::shape::Shape::Named(");
        match named.and_then(|named| named.strip_suffix(')')) {
            Some(named) => named.to_owned(),
            None => format!("const {{ &{shape} }}"),
        }
    }

    /// Every static with the type that it describes.
    pub(super) fn definitions(&self) -> impl Iterator<Item = (&str, &Type)> {
        let definitions = self.definitions.iter();
        definitions.map(|(name, ((ty, _), _))| (&**name, ty))
    }
}

/// The runtime's names that occur in the code, and those that occur in that of the tests alone.
fn imports(live: &str, tested: &str) -> String {
    let mut imports = String::new();
    for (path, names) in [("::shape", SHAPES), ("", WIRES)] {
        let always = used(names, live);
        let mut in_tests = used(names, tested);
        in_tests.retain(|name| !always.contains(name));
        for (condition, names) in [("", always), ("#[cfg(test)]\n", in_tests)] {
            if !names.is_empty() {
                let names = names.join(", ");
                imports += &format!("{condition}use ::tramline::codegen{path}::{{{names}}};\n");
            }
        }
    }
    imports
}

const SHAPES: &[&str] = &[
    "Enum", "Field", "Shape", "Struct", "Tagging", "Text", "Variant",
];

const WIRES: &[&str] = &["Encoding", "Wire"];

/// The names that occur in `code`.
fn used(names: &[&'static str], code: &str) -> Vec<&'static str> {
    let occurs = |name: &&&str| {
        let called = format!("{name}::");
        let built = format!("{name} {{");
        let typed = format!(": {name} =");
        let referred = format!("'static {name} =");
        let forms = [called, built, typed, referred];
        forms.iter().any(|form| code.contains(form))
    };
    names.iter().filter(occurs).copied().collect()
}

/// A list of string literals.
fn literals<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let texts: Vec<_> = texts.into_iter().map(|text| literal(text)).collect();
    texts.join(", ")
}
