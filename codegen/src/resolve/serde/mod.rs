//! What serde's attributes say: each option is looked up in a [table] by its name and its place.
//!
//! What serde itself refuses is left to rustc, which says it better.

mod table;
mod values;

use proc_macro2::Span;
use quote::ToTokens as _;
use syn::spanned::Spanned as _;
use syn::{Attribute, ExprPath, Meta, Type};

use self::table::Handler;
pub(crate) use self::values::{Quoted, nested};
use super::case::Case;
use crate::model::Both;

/// Where an attribute stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Container,
    Variant,
    Field,
    /// In an error type, whose encoding is its own.
    Error,
}

/// What the attributes of one container, variant or field say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attributes {
    pub(crate) rename: Both<Option<String>>,
    pub(crate) aliases: Vec<String>,
    pub(crate) rename_all: Both<Option<Case>>,
    pub(crate) rename_all_fields: Both<Option<Case>>,
    pub(crate) deny_unknown_fields: bool,
    pub(crate) default: Defaulted,
    pub(crate) skipped: Both<bool>,
    pub(crate) skip_serializing_if: Option<Quoted<ExprPath>>,
    pub(crate) flatten: bool,
    pub(crate) tag: Option<String>,
    pub(crate) content: Option<String>,
    pub(crate) untagged: bool,
    pub(crate) other: bool,
    /// `from` or `try_from`, and `into`.
    pub(crate) proxy: Both<Option<Quoted<Type>>>,
    pub(crate) transparent: bool,
    /// `#[skip_serializing_none]`, of the crate `serde_with`.
    pub(crate) skip_none: bool,
    /// `#[serialize_always]`, of the same.
    pub(crate) serialize_always: bool,
}

/// `#[serde(default)]`
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Defaulted {
    #[default]
    No,
    /// To what its type says.
    Plain,
    /// To what a function returns.
    ByPath,
}

/// An attribute that stands in the way.
#[derive(Clone, Debug)]
pub(crate) struct Obstacle {
    pub(crate) span: Span,
    /// The attribute, as in `serde(remote)`.
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

/// Reads the attributes of one container, variant or field.
///
/// `goes_with` says of the predicate of a `cfg_attr` whether serde's derives stand under it too.
pub(crate) fn read(
    attributes: &[Attribute],
    place: Place,
    goes_with: &dyn Fn(&str) -> bool,
) -> (Attributes, Vec<Obstacle>) {
    let mut reading = Reading {
        place,
        goes_with,
        attributes: Attributes::default(),
        obstacles: Vec::new(),
    };
    for attribute in attributes {
        reading.attribute(attribute);
    }
    (reading.attributes, reading.obstacles)
}

struct Reading<'a> {
    place: Place,
    goes_with: &'a dyn Fn(&str) -> bool,
    attributes: Attributes,
    obstacles: Vec<Obstacle>,
}

impl Reading<'_> {
    fn attribute(&mut self, attribute: &Attribute) {
        let path = attribute.path();
        if path.is_ident("cfg") {
            let help = "leave out the `cfg`: clients are generated for every configuration at once";
            self.obstacle(attribute.span(), "cfg", ObstacleKind::Cfg, help);
        } else if path.is_ident("cfg_attr") {
            self.conditional(&attribute.meta, true);
        } else {
            self.meta(&attribute.meta);
        }
    }

    fn meta(&mut self, meta: &Meta) {
        let path = meta.path();
        if path.is_ident("serde") {
            for option in nested(meta) {
                self.option(&option);
            }
            return;
        }
        let Some(last) = path.segments.last() else {
            return;
        };
        match last.ident.to_string().as_str() {
            "skip_serializing_none" => self.attributes.skip_none = true,
            "serialize_always" => self.attributes.serialize_always = true,
            _ => {}
        }
    }

    /// Behind a `cfg_attr`: fine where serde's derives are behind the same one, since without them
    /// the type could not cross the wire at all.
    fn conditional(&mut self, attribute: &Meta, surely: bool) {
        let metas = nested(attribute);
        let Some((predicate, added)) = metas.split_first() else {
            return;
        };
        let surely = surely && (self.goes_with)(&predicate.to_token_stream().to_string());
        for meta in added {
            let is_serde = meta.path().is_ident("serde");
            if meta.path().is_ident("cfg_attr") {
                self.conditional(meta, surely);
            } else if surely {
                self.meta(meta);
            } else if is_serde && !nested(meta).iter().all(|option| self.is_inert(option)) {
                let help = "write the attribute without a condition, or under that of the derives: \
                            clients are generated for every configuration at once";
                let name = "cfg_attr(…, serde)";
                self.obstacle(attribute.span(), name, ObstacleKind::Cfg, help);
            }
        }
    }

    fn is_inert(&self, option: &Meta) -> bool {
        let handler = table::find(&values::name(option), self.place);
        matches!(handler, Some(Handler::Inert))
    }

    fn option(&mut self, option: &Meta) {
        let name = values::name(option);
        let refused = match table::find(&name, self.place) {
            Some(Handler::Inert | Handler::ReadElsewhere) => return,
            Some(Handler::Follow(read)) if read(&mut self.attributes, option) => return,
            Some(Handler::Follow(_)) => "write it as serde's documentation does",
            Some(Handler::Refuse(help)) => help,
            None if self.place == Place::Error => table::IN_AN_ERROR,
            None => "leave it out",
        };
        let shown = format!("serde({name})");
        self.obstacle(option.span(), &shown, ObstacleKind::Serde, refused);
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
