//! From declarations to what they say.

use std::collections::HashMap;
use std::rc::Rc;

use super::{Exported, Function, Member, Surface, View, ViewId};
use crate::emit::typescript::catalog::Catalog;
use crate::emit::typescript::codecs::Codecs;
use crate::emit::typescript::shown_items;
use crate::emit::typescript::tree::{FileId, Item, Property, Symbol, TypeExpr};
use crate::model::Api;

impl Surface {
    /// What the client of an API offers.
    pub(crate) fn of(api: &Api) -> Self {
        let catalog = Catalog::new(api);
        let mut builder = Builder::default();
        let mut functions = Vec::new();
        for file in catalog.layout.files() {
            let mut codecs = Codecs::new(&catalog, file);
            for item in shown_items(&mut codecs, file) {
                builder.declare(&catalog, file, item, &mut functions);
            }
        }
        for (file, function, ty) in functions {
            builder.function(&catalog, file, function, &ty);
        }
        builder.surface
    }
}

/// A function that waits for all types to be known: its name and its type.
type Waiting = (FileId, String, TypeExpr);

/// What is behind the name of a type.
#[derive(Debug)]
struct Declaration {
    parameters: Vec<String>,
    ty: TypeExpr,
}

#[derive(Default)]
struct Builder {
    surface: Surface,
    declarations: HashMap<(FileId, String), Rc<Declaration>>,
    /// What was made of them.
    instances: HashMap<(FileId, String, Vec<ViewId>), ViewId>,
}

/// The arguments for the type parameters of the declaration around.
type Arguments<'a> = &'a HashMap<String, ViewId>;

impl Builder {
    fn declare(
        &mut self,
        catalog: &Catalog<'_>,
        file: FileId,
        item: Item,
        functions: &mut Vec<Waiting>,
    ) {
        let (name, parameters, ty) = match item {
            Item::Interface {
                name,
                parameters,
                properties,
                ..
            } => (name, parameters, TypeExpr::Object(properties)),
            Item::Alias {
                name,
                parameters,
                ty,
                ..
            } => (name, parameters, ty),
            Item::Constant { name, ty, .. } => return functions.push((file, name, ty)),
            Item::Function(function) => {
                let exported = self.exported(catalog, file, function.name);
                exported.constructor = true;
                return;
            }
        };
        self.exported(catalog, file, name.clone()).parameters = parameters.len();
        let declaration = Rc::new(Declaration { parameters, ty });
        self.declarations.insert((file, name), declaration);
    }

    fn exported(&mut self, catalog: &Catalog<'_>, file: FileId, name: String) -> &mut Exported {
        let file = catalog.layout.path(file).to_owned();
        self.surface.types.entry((file, name)).or_default()
    }

    fn function(&mut self, catalog: &Catalog<'_>, file: FileId, name: String, ty: &TypeExpr) {
        let mut named = catalog.actions.iter();
        let named = named.find(|one| one.file == file && one.function == name);
        let (Some(named), TypeExpr::Name(_, parts)) = (named, ty) else {
            return;
        };
        let nothing = HashMap::new();
        let parts: Vec<ViewId> = parts.iter().map(|ty| self.view(ty, &nothing)).collect();
        let [input, result, errors] = parts[..] else {
            return;
        };
        let function = Function {
            file: catalog.layout.path(file).to_owned(),
            name,
            input,
            result,
            errors,
        };
        let name = named.action.name.clone();
        self.surface.functions.insert(name, function);
    }

    fn view(&mut self, ty: &TypeExpr, arguments: Arguments<'_>) -> ViewId {
        let view = match ty {
            TypeExpr::Keyword(word) => View::Word((*word).to_owned()),
            TypeExpr::Verbatim(text) => View::Word(text.clone()),
            TypeExpr::Literal(text) => View::Literal(text.clone()),
            TypeExpr::Parameter(name) => match arguments.get(name) {
                Some(argument) => return *argument,
                None => View::Word(name.clone()),
            },
            TypeExpr::Name(symbol, written) => {
                let given = self.all(written, arguments);
                match symbol {
                    Symbol::Item(file, name) => return self.instance(*file, name, given),
                    Symbol::Runtime(name) | Symbol::Global(name) => builtin(name, written, given),
                }
            }
            TypeExpr::Array(element) => View::Array(self.view(element, arguments)),
            TypeExpr::Tuple(elements) => View::Tuple(self.all(elements, arguments)),
            TypeExpr::Object(properties) => View::Object(self.members(properties, arguments)),
            TypeExpr::Intersection(parts) => View::Intersection(self.all(parts, arguments)),
            TypeExpr::Wrapped(inner) => View::Wrapped(self.view(inner, arguments)),
            TypeExpr::Union(members) => {
                let members: Vec<&TypeExpr> = members.iter().map(|member| &member.ty).collect();
                return self.union(&members, arguments);
            }
        };
        self.surface.views.add(view)
    }

    fn all(&mut self, types: &[TypeExpr], arguments: Arguments<'_>) -> Vec<ViewId> {
        types.iter().map(|ty| self.view(ty, arguments)).collect()
    }

    fn members(&mut self, properties: &[Property], arguments: Arguments<'_>) -> Vec<Member> {
        let member = |property: &Property| Member {
            name: property.name.clone(),
            optional: property.optional,
            ty: self.view(&property.ty, arguments),
        };
        properties.iter().map(member).collect()
    }

    /// `null` and `undefined` are no variants, but ways of saying that there is no value.
    fn union(&mut self, members: &[&TypeExpr], arguments: Arguments<'_>) -> ViewId {
        let is = |ty: &TypeExpr, word| *ty == TypeExpr::Keyword(word);
        let has = |word| members.iter().any(|ty| is(ty, word));
        let (null, undefined) = (has("null"), has("undefined"));
        let rest = members.iter();
        let rest = rest.filter(|ty| !is(ty, "null") && !is(ty, "undefined"));
        let rest: Vec<ViewId> = rest.map(|ty| self.view(ty, arguments)).collect();
        let absent = null || undefined;
        let inner = match rest[..] {
            [one] if absent => one,
            _ => self.surface.views.add(View::Union(rest)),
        };
        match absent {
            true => self.surface.views.add(View::Nullable {
                inner,
                null,
                undefined,
            }),
            false => inner,
        }
    }

    fn instance(&mut self, file: FileId, name: &str, given: Vec<ViewId>) -> ViewId {
        let key = (file, name.to_owned(), given.clone());
        if let Some(known) = self.instances.get(&key) {
            return *known;
        }
        let id = self.surface.views.reserve(View::Named {
            name: name.to_owned(),
            arguments: given.clone(),
            body: None,
        });
        self.instances.insert(key, id);
        if let Some(declaration) = self.declarations.get(&(file, name.to_owned())).cloned() {
            let names = declaration.parameters.iter().cloned();
            let arguments = names.zip(given).collect();
            let body = self.view(&declaration.ty, &arguments);
            self.surface.views.define(id, body);
        }
        id
    }
}

/// A type of the runtime or of the language.
fn builtin(name: &'static str, written: &[TypeExpr], given: Vec<ViewId>) -> View {
    match (name, written, &given[..]) {
        ("Declared", [TypeExpr::Literal(code), _], [_, data]) => {
            View::Declared(code.clone(), *data)
        }
        ("Brand", [_, TypeExpr::Literal(brand)], [content, _]) => {
            View::Brand(*content, brand.clone())
        }
        (word, _, []) => View::Word(word.to_owned()),
        (name, ..) => View::Generic(name, given),
    }
}
