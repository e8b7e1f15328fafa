//! The serde attributes that the wire follows; every other one is refused, never guessed at.

use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, MetaList, Token};

use super::case::Case;
use super::conversion;

/// Where an attribute stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Container,
    Variant,
    Field,
}

/// What serde's attributes say about a name and the names below it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Naming {
    pub(crate) rename: Option<String>,
    pub(crate) rename_all: Option<Case>,
    pub(crate) rename_all_fields: Option<Case>,
    pub(crate) transparent: Option<Span>,
}

/// An attribute that stands in the way.
#[derive(Clone, Debug)]
pub(crate) struct Obstacle {
    pub(crate) span: Span,
    /// The attribute, as in `serde(flatten)`.
    pub(crate) attribute: String,
    pub(crate) kind: ObstacleKind,
    pub(crate) help: String,
}

/// What kind of attribute it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ObstacleKind {
    /// One of serde's, or of a crate that writes serde's.
    Serde,
    /// `cfg`, or serde's behind a `cfg_attr`.
    Cfg,
}

/// Accepted because they change neither names nor layout.
const INERT: &[&str] = &[
    "deny_unknown_fields",
    "expecting",
    "bound",
    "borrow",
    "crate",
    "alias",
];

/// Attribute macros that write serde attributes of their own.
const REWRITING: &[&str] = &["serde_as", "skip_serializing_none", "serialize_always"];

/// Why an option is refused, where there is more to say than that it is.
const HELP: &[(&str, &str)] = &[
    (
        "default",
        "leave it out: the client sends every field; for an optional one use `Option`",
    ),
    ("skip", LEFT_OUT),
    ("skip_serializing", LEFT_OUT),
    ("skip_deserializing", LEFT_OUT),
    (
        "skip_serializing_if",
        "leave it out: what is empty is sent as such, in one byte",
    ),
    (
        "flatten",
        "make it an ordinary field, or copy its fields here",
    ),
    ("tag", EXTERNAL),
    ("content", EXTERNAL),
    ("untagged", EXTERNAL),
    ("with", A_KNOWN_TYPE),
    ("serialize_with", A_KNOWN_TYPE),
    ("deserialize_with", A_KNOWN_TYPE),
    ("from", THE_OTHER),
    ("try_from", THE_OTHER),
    ("into", THE_OTHER),
    ("remote", A_COPY),
    ("getter", A_COPY),
    ("rename", "give serializing and deserializing the same name"),
    ("rename_all", A_CASE),
    ("rename_all_fields", A_CASE),
    (
        "transparent",
        "leave it out: a struct with one unnamed field is transparent already",
    ),
    ("other", "leave it out: an unknown variant is an error"),
];

const LEFT_OUT: &str =
    "leave it out, or send a type of its own that holds only what clients may see";
const EXTERNAL: &str = "leave it out: an enum is sent with the name of its variant, a struct without \
                        any tag";
const A_KNOWN_TYPE: &str = "leave it out, and let the field be what is sent, such as a number or a \
                            `String`";
const THE_OTHER: &str = "use the other type itself, and convert in the function";
const A_COPY: &str = "make it a type of your own, and convert in the function";
const A_CASE: &str = "give serializing and deserializing the same case, one that serde knows";

/// Reads the attributes of one container, variant or field.
pub(crate) fn read(attributes: &[Attribute], place: Place) -> (Naming, Vec<Obstacle>) {
    let mut reading = Reading {
        place,
        naming: Naming::default(),
        obstacles: Vec::new(),
    };
    for attribute in attributes {
        reading.attribute(attribute);
    }
    (reading.naming, reading.obstacles)
}

struct Reading {
    place: Place,
    naming: Naming,
    obstacles: Vec<Obstacle>,
}

impl Reading {
    fn attribute(&mut self, attribute: &Attribute) {
        let path = attribute.path();
        if path.is_ident("serde") {
            for option in nested(&attribute.meta) {
                self.option(&option);
            }
        } else if path.is_ident("cfg") {
            let help = "leave out the `cfg`: clients are generated for every configuration at once";
            self.obstacle(attribute.span(), "cfg", ObstacleKind::Cfg, help);
        } else if path.is_ident("cfg_attr") {
            self.conditional(attribute);
        } else if let Some(last) = path.segments.last()
            && REWRITING.iter().any(|macro_| last.ident == macro_)
        {
            let name = last.ident.to_string();
            let help = "leave it out: it changes what is sent";
            self.obstacle(attribute.span(), &name, ObstacleKind::Serde, help);
        }
    }

    fn conditional(&mut self, attribute: &Attribute) {
        let added = nested(&attribute.meta).into_iter().skip(1);
        for meta in added.filter(|meta| meta.path().is_ident("serde")) {
            let inert = nested(&meta).iter().all(is_inert);
            if !inert {
                let help = "write the attribute without a condition: clients are generated for \
                            every configuration at once";
                let name = "cfg_attr(…, serde)";
                self.obstacle(attribute.span(), name, ObstacleKind::Cfg, help);
            }
        }
    }

    fn option(&mut self, option: &Meta) {
        let name = name(option);
        let accepted = match name.as_str() {
            _ if is_inert(option) => true,
            // Read with the type of the field.
            option if self.place == Place::Field && conversion::OPTIONS.contains(&option) => true,
            "rename" => self.rename(option),
            "rename_all" => set(&mut self.naming.rename_all, case(option)),
            "rename_all_fields" => set(&mut self.naming.rename_all_fields, case(option)),
            "transparent" => {
                self.naming.transparent = Some(option.span());
                self.place == Place::Container
            }
            _ => false,
        };
        if !accepted {
            let mut helps = HELP.iter();
            let help = helps
                .find(|(known, _)| *known == name)
                .map(|(_, help)| *help);
            let help = help.unwrap_or("leave it out");
            let shown = format!("serde({name})");
            self.obstacle(option.span(), &shown, ObstacleKind::Serde, help);
        }
    }

    fn rename(&mut self, option: &Meta) -> bool {
        set(&mut self.naming.rename, both_ways(option))
    }

    fn obstacle(&mut self, span: Span, attribute: &str, kind: ObstacleKind, help: &str) {
        self.obstacles.push(Obstacle {
            span,
            attribute: attribute.to_owned(),
            kind,
            help: help.to_owned(),
        });
    }
}

fn set<T>(slot: &mut Option<T>, value: Option<T>) -> bool {
    *slot = value;
    slot.is_some()
}

fn is_inert(option: &Meta) -> bool {
    INERT.contains(&name(option).as_str())
}

fn name(option: &Meta) -> String {
    let segments = option.path().segments.iter();
    let segments: Vec<_> = segments.map(|segment| segment.ident.to_string()).collect();
    segments.join("::")
}

fn case(option: &Meta) -> Option<Case> {
    both_ways(option).as_deref().and_then(Case::named)
}

/// The string of `name = "a"`, or of `name(serialize = "a", deserialize = "a")`.
fn both_ways(option: &Meta) -> Option<String> {
    if let Meta::NameValue(_) = option {
        return string(option);
    }
    let ways = nested(option);
    let way = |name: &str| {
        ways.iter()
            .find(|way| way.path().is_ident(name))
            .and_then(string)
    };
    let (serialize, deserialize) = (way("serialize")?, way("deserialize")?);
    (serialize == deserialize).then_some(serialize)
}

fn string(meta: &Meta) -> Option<String> {
    let Meta::NameValue(pair) = meta else {
        return None;
    };
    match &pair.value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.value()),
        _ => None,
    }
}

/// What stands in an attribute's parentheses.
pub(crate) fn nested(meta: &Meta) -> Vec<Meta> {
    let parse = |list: &MetaList| {
        list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .ok()
    };
    let parsed = meta.require_list().ok().and_then(parse);
    parsed.into_iter().flatten().collect()
}
