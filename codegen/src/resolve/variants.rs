//! Variants of enums.

use super::fields::{Around, only};
use super::modeller::{Modeller, Obstruction, Owner};
use super::serde::{Attributes, Place};
use super::types::Scope;
use crate::diagnostics::Rule;
use crate::model::{Both, Direction, Enum, Tagging, Variant};
use crate::scan::{docs, plain_name};

impl Modeller<'_> {
    /// The variants of an enum, and how they are told apart.
    pub(crate) fn enumeration(
        &mut self,
        data: &syn::DataEnum,
        container: &Attributes,
        scope: &Scope,
        owner: Owner,
        travels: &Both<bool>,
    ) -> Enum {
        let variants = (0..).zip(&data.variants);
        let variants = variants.map(|(index, variant)| {
            let around = Around {
                case: container.rename_all_fields.clone(),
                skips_none: container.skip_none,
                travels: travels.clone(),
                ..Around::plain(scope, owner, Place::Field)
            };
            self.variant(variant, index, container, &around)
        });
        let body = Enum {
            tagging: tagging(container),
            variants: variants.collect(),
        };
        self.refuse_shifted(&body, owner);
        self.refuse_hollow(&body, owner);
        body
    }

    fn variant(
        &mut self,
        variant: &syn::Variant,
        index: u32,
        container: &Attributes,
        whole: &Around<'_>,
    ) -> Variant {
        let (scope, owner) = (whole.scope, whole.owner);
        let (attributes, obstacles) = self.attributes(&variant.attrs, Place::Variant, scope);
        let travels = Both {
            input: whole.travels.input && !attributes.skipped.input,
            output: whole.travels.output && !attributes.skipped.output,
        };
        if travels != Both::same(false) {
            for obstacle in obstacles {
                self.obstruct(&obstacle, scope.module, owner, only(&travels));
            }
        }
        let rust_name = plain_name(&variant.ident);
        let case = &attributes.rename_all;
        let around = Around {
            variant: Some(&rust_name),
            case: Both {
                input: case.input.or(whole.case.input),
                output: case.output.or(whole.case.output),
            },
            skips_none: whole.skips_none,
            travels: travels.clone(),
            ..Around::plain(scope, owner, Place::Field)
        };
        let fields = self.fields(&variant.fields, &around);
        let name = |direction: Direction| {
            let own = attributes.rename.of(direction).clone();
            let cased = || {
                let case = container.rename_all.of(direction);
                case.map(|case| case.of_variant(&rust_name))
            };
            own.or_else(cased).unwrap_or_else(|| rust_name.clone())
        };
        let names = Both {
            input: name(Direction::Input),
            output: name(Direction::Output),
        };
        let at = self.locate(scope.module, variant.ident.span());
        Variant {
            names,
            aliases: attributes.aliases,
            docs: docs(&variant.attrs),
            travels,
            other: attributes.other,
            untagged: attributes.untagged,
            ..Variant::new(rust_name, index, fields, at)
        }
    }

    /// serde counts the variants that it reads, so a variant that it does not read moves those
    /// behind it.
    fn refuse_shifted(&mut self, body: &Enum, owner: Owner) {
        if !matches!(body.tagging, Tagging::External | Tagging::Adjacent { .. }) {
            return;
        }
        let read = |variant: &Variant| variant.travels.input && !variant.untagged;
        let Some(last) = body.variants.iter().rposition(read) else {
            return;
        };
        for variant in body.variants[..last]
            .iter()
            .filter(|variant| !read(variant))
        {
            let name = self.name_of(owner);
            let title = format!("`{name}::{}` is not the last variant", variant.rust_name);
            let label = "serde does not read this one, and takes each after it for the one before";
            let help = "move it to the end of the enum";
            let rule = Rule::UnsupportedAttribute;
            let mut refused = Obstruction::new(rule, variant.location, title, label, help);
            refused.only = Some(Direction::Input);
            self.obstructions.push((owner, refused));
        }
    }

    /// With an adjacent tag, serde leaves out what holds nothing when it writes, and misses it when
    /// it reads.
    fn refuse_hollow(&mut self, body: &Enum, owner: Owner) {
        if !matches!(body.tagging, Tagging::Adjacent { .. }) {
            return;
        }
        let hollow = |variant: &&Variant| {
            let mut fields = variant.fields.as_slice().iter();
            variant.travels.input
                && variant.fields.is_newtype()
                && fields.any(|field| !field.travels.input)
        };
        for variant in body.variants.iter().filter(hollow) {
            let name = self.name_of(owner);
            let title = format!("serde cannot read `{name}::{}`", variant.rust_name);
            let label = "its only field is skipped, and yet serde asks for the content";
            let help = "make it a variant without fields";
            let rule = Rule::UnsupportedAttribute;
            let mut refused = Obstruction::new(rule, variant.location, title, label, help);
            refused.only = Some(Direction::Input);
            self.obstructions.push((owner, refused));
        }
    }
}

fn tagging(container: &Attributes) -> Tagging {
    match (&container.tag, &container.content) {
        _ if container.untagged => Tagging::Untagged,
        (Some(tag), Some(content)) => Tagging::Adjacent {
            tag: tag.clone(),
            content: content.clone(),
        },
        (Some(tag), None) => Tagging::Internal { tag: tag.clone() },
        (None, _) => Tagging::External,
    }
}
