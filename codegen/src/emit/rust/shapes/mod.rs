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
        let statics: String = self
            .definitions
            .iter()
            .map(|(name, ((ty, direction), test_only))| {
                let condition = if *test_only { "#[cfg(test)]\n" } else { "" };
                let shape = layout.definition(ty, *direction);
                format!("{condition}pub(crate) static {name}: Shape = {shape};\n")
            })
            .collect();
        let wires = wire::all(served, layout);
        if statics.is_empty() && wires.is_empty() {
            return String::new();
        }
        let sources = match self.tested {
            true => trace::sources(self.api, self),
            false => String::new(),
        };
        let code = statics + &wires + &sources;
        format!(
            "/// What travels.\n\
             #[allow(clippy::allow_attributes, dead_code, reason = \"a `cfg` may leave actions out\")]\n\
             pub(crate) mod shapes {{\n{imports}{code}}}\n",
            imports = imports(&code),
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

/// Of the runtime's names, those that occur in `code`.
fn imports(code: &str) -> String {
    let used = |names: &[&'static str]| {
        let used = names.iter().filter(|name| {
            let called = format!("{name}::");
            let built = format!("{name} {{");
            let typed = format!(": {name} =");
            let referred = format!("'static {name} =");
            [called, built, typed, referred]
                .iter()
                .any(|use_| code.contains(use_))
        });
        used.copied().collect::<Vec<_>>().join(", ")
    };
    let shapes = used(&[
        "Enum", "Field", "Shape", "Struct", "Tagging", "Text", "Variant",
    ]);
    let wires = used(&["Encoding", "Wire"]);
    let mut imports = String::new();
    if !shapes.is_empty() {
        imports += &format!("use ::tramline::codegen::shape::{{{shapes}}};\n");
    }
    if !wires.is_empty() {
        imports += &format!("use ::tramline::codegen::{{{wires}}};\n");
    }
    imports
}

/// A list of string literals.
fn literals<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let texts: Vec<_> = texts.into_iter().map(|text| literal(text)).collect();
    texts.join(", ")
}
