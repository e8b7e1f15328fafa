//! Files one item under its module.

use std::rc::Rc;

use proc_macro2::Ident;
use syn::{ImplItem as Member, Item, ItemFn, ItemImpl, TraitItem, Type};

use super::attributes::{may_be_ours, plain_name};
use super::facts::{WrittenFunction, WrittenType};
use super::items::{AliasItem, Constant, FunctionItem, ImplItem, Named, TypeItem};
use super::piece::Piece;
use super::sources::{ModuleId, Sources};
use super::uses;
use super::visibility::Visibility;

/// Puts the items of one module where they belong.
pub(super) struct Collector<'a> {
    sources: &'a mut Sources,
    module: ModuleId,
}

impl<'a> Collector<'a> {
    pub(super) fn new(sources: &'a mut Sources, module: ModuleId) -> Self {
        Collector { sources, module }
    }

    pub(super) fn item(&mut self, piece: &Piece) {
        let item = match piece {
            Piece::Type(item) => return self.ty(item),
            Piece::Function(item) => return self.function(Rc::clone(item), None),
            Piece::Module(..) => return,
            Piece::Other(item) => &**item,
        };
        match item {
            Item::Type(item) => {
                let (module, visibility) = (self.module, self.visibility(&item.vis));
                self.name(&item.ident, Named::Alias(self.sources.aliases.len()));
                self.sources.aliases.push(AliasItem {
                    module,
                    visibility,
                    item: item.clone(),
                });
            }
            Item::Const(item) => {
                let (module, visibility) = (self.module, self.visibility(&item.vis));
                self.name(&item.ident, Named::Constant(self.sources.constants.len()));
                let value = (*item.expr).clone();
                self.sources.constants.push(Constant {
                    module,
                    visibility,
                    value,
                });
            }
            Item::Trait(item) => self.trait_(item),
            Item::Use(item) => self.imports(item),
            Item::ExternCrate(item) => {
                let visibility = self.visibility(&item.vis);
                let (name, import) = uses::extern_crate(item, visibility);
                let uses = &mut self.sources.modules[self.module.0].uses;
                uses.entry(name).or_default().push(import);
            }
            Item::Impl(item) => self.implementation(item),
            _ => {}
        }
    }

    fn ty(&mut self, item: &Rc<WrittenType>) {
        let (module, visibility) = (self.module, self.visibility(&item.vis));
        self.name(&item.ident, Named::Type(self.sources.types.len()));
        self.sources.types.push(TypeItem {
            module,
            visibility,
            item: Rc::clone(item),
        });
    }

    fn imports(&mut self, item: &syn::ItemUse) {
        let imports = uses::imports(item, self.visibility(&item.vis));
        let module = &mut self.sources.modules[self.module.0];
        for (name, import) in imports.named {
            module.uses.entry(name).or_default().push(import);
        }
        module.globs.extend(imports.globs);
    }

    fn trait_(&mut self, item: &syn::ItemTrait) {
        self.name(&item.ident, Named::Trait);
        for member in &item.items {
            if let TraitItem::Fn(method) = member
                && method.attrs.iter().any(may_be_ours)
            {
                let function = ItemFn {
                    attrs: method.attrs.clone(),
                    vis: syn::Visibility::Inherited,
                    modifiers: Default::default(),
                    sig: method.sig.clone(),
                    block: Box::new(empty_block()),
                };
                self.function(
                    Rc::new(WrittenFunction::new(function)),
                    Some(item.ident.clone()),
                );
            }
        }
    }

    fn implementation(&mut self, item: &ItemImpl) {
        let owner = owner(&item.self_ty);
        for member in &item.items {
            if let Member::Fn(method) = member
                && method.attrs.iter().any(may_be_ours)
            {
                let function = ItemFn {
                    attrs: method.attrs.clone(),
                    vis: method.vis.clone(),
                    modifiers: Default::default(),
                    sig: method.sig.clone(),
                    block: Box::new(empty_block()),
                };
                self.function(Rc::new(WrittenFunction::new(function)), Some(owner.clone()));
            }
        }
        if item.trait_.is_some() {
            let mut item = item.clone();
            item.items
                .retain(|member| matches!(member, Member::Type(_) | Member::Const(_)));
            let module = self.module;
            self.sources.impls.push(ImplItem { module, item });
        }
    }

    fn function(&mut self, item: Rc<WrittenFunction>, owner: Option<Ident>) {
        let module = self.module;
        self.sources.functions.push(FunctionItem {
            module,
            item,
            owner,
        });
    }

    fn name(&mut self, ident: &Ident, named: Named) {
        let names = &mut self.sources.modules[self.module.0].names;
        names.entry(plain_name(ident)).or_default().push(named);
    }

    fn visibility(&self, written: &syn::Visibility) -> Visibility {
        Visibility::of(written, self.module, self.sources)
    }
}

/// A name for the type of an `impl` block.
fn owner(ty: &Type) -> Ident {
    match ty {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .map(|segment| segment.ident.clone()),
        _ => None,
    }
    .unwrap_or_else(|| Ident::new("_", proc_macro2::Span::call_site()))
}

fn empty_block() -> syn::Block {
    syn::Block {
        brace_token: Default::default(),
        stmts: Vec::new(),
    }
}
