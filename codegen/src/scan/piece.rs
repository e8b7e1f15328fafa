//! Items as they are kept: shared, since whoever watches files meets the same ones again and again.

use std::rc::Rc;

use syn::{DeriveInput, Item, ItemFn, ItemMod};

use super::attributes::may_be_ours;

/// An item that a later stage may ask for.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    /// A struct, an enum or a union.
    Type(Rc<DeriveInput>),
    /// A function under an attribute that may be ours.
    Function(Rc<ItemFn>),
    /// A module without what is in it, and that where it stands here.
    Module(ItemMod, Option<Rc<[Piece]>>),
    Other(Item),
}

/// What is worth keeping of the items of a file.
pub(crate) fn pieces(items: Vec<Item>) -> Rc<[Piece]> {
    items.into_iter().filter_map(piece).collect()
}

fn piece(item: Item) -> Option<Piece> {
    Some(match item {
        Item::Struct(item) => Piece::Type(Rc::new(item.into())),
        Item::Enum(item) => Piece::Type(Rc::new(item.into())),
        Item::Union(item) => Piece::Type(Rc::new(item.into())),
        Item::Fn(item) if item.attrs.iter().any(may_be_ours) => Piece::Function(Rc::new(item)),
        Item::Fn(_) => return None,
        Item::Mod(mut item) => {
            let inside = item.content.take();
            Piece::Module(item, inside.map(|(_, items)| pieces(items)))
        }
        other => Piece::Other(other),
    })
}
