//! Items as they are kept: shared, since whoever watches files meets the same ones again and again.

use std::rc::Rc;

use syn::{DeriveInput, Item, ItemMod};

use super::attributes::may_be_ours;
use super::facts::{WrittenFunction, WrittenType};

/// An item that a later stage may ask for.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// A struct, an enum or a union.
    Type(Rc<WrittenType>),
    /// A function under an attribute that may be ours.
    Function(Rc<WrittenFunction>),
    /// A module without what is in it, and that where it stands here.
    Module(ItemMod, Option<Rc<[Piece]>>),
    Other(Rc<Item>),
}

/// What is worth keeping of the items of a file.
pub(crate) fn pieces(items: Vec<Item>) -> Rc<[Piece]> {
    items.into_iter().filter_map(piece).collect()
}

fn piece(item: Item) -> Option<Piece> {
    Some(match item {
        Item::Struct(item) => ty(item.into()),
        Item::Enum(item) => ty(item.into()),
        Item::Union(item) => ty(item.into()),
        Item::Fn(item) if item.attrs.iter().any(may_be_ours) => {
            Piece::Function(Rc::new(WrittenFunction::new(item)))
        }
        Item::Fn(_) => return None,
        Item::Mod(mut item) => {
            let inside = item.content.take();
            Piece::Module(item, inside.map(|(_, items)| pieces(items)))
        }
        other => Piece::Other(Rc::new(other)),
    })
}

fn ty(item: DeriveInput) -> Piece {
    Piece::Type(Rc::new(WrittenType::new(item)))
}
