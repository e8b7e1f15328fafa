//! Short ways to make parts of a tree.

use super::{Entry, Expr, FileId, Member, Property, Statement, Symbol, TypeExpr};

impl Symbol {
    /// The name it is exported under.
    pub(in crate::emit::typescript) fn name(&self) -> &str {
        match self {
            Symbol::Runtime(name) | Symbol::Global(name) => name,
            Symbol::Item(_, name) => name,
        }
    }

    /// The file that declares it, if that is one of the client's.
    pub(in crate::emit::typescript) fn file(&self) -> Option<FileId> {
        match self {
            Symbol::Item(file, _) => Some(*file),
            Symbol::Runtime(_) | Symbol::Global(_) => None,
        }
    }
}

impl From<Symbol> for TypeExpr {
    fn from(symbol: Symbol) -> Self {
        TypeExpr::Name(symbol, Vec::new())
    }
}

impl Property {
    /// One that is always there.
    pub(in crate::emit::typescript) fn required(name: &str, ty: TypeExpr) -> Property {
        Property {
            name: name.to_owned(),
            docs: String::new(),
            optional: false,
            ty,
        }
    }
}

impl TypeExpr {
    /// What belongs to all of these types.
    pub(in crate::emit::typescript) fn intersection(mut types: Vec<TypeExpr>) -> TypeExpr {
        match types.len() {
            1 => types.remove(0),
            _ => TypeExpr::Intersection(types),
        }
    }

    /// The type of an optional property: with `exactOptionalPropertyTypes`, only what says so may
    /// be `undefined`.
    pub(in crate::emit::typescript) fn or_undefined(self) -> TypeExpr {
        let undefined = Member {
            docs: String::new(),
            ty: TypeExpr::Keyword("undefined"),
        };
        match self {
            TypeExpr::Union(mut members) => {
                members.push(undefined);
                TypeExpr::Union(members)
            }
            ty => TypeExpr::union([ty, undefined.ty]),
        }
    }

    /// A union without documented members.
    pub(in crate::emit::typescript) fn union(
        types: impl IntoIterator<Item = TypeExpr>,
    ) -> TypeExpr {
        let members = types.into_iter().map(|ty| Member {
            docs: String::new(),
            ty,
        });
        TypeExpr::Union(members.collect())
    }
}

impl Expr {
    /// A literal, a local or a path below one.
    pub(in crate::emit::typescript) fn text(text: impl Into<String>) -> Expr {
        Expr::Text(text.into())
    }

    /// An object with these properties.
    pub(in crate::emit::typescript) fn object(
        properties: impl IntoIterator<Item = (String, Expr)>,
    ) -> Expr {
        let entries = properties.into_iter();
        Expr::Object(
            entries
                .map(|(name, value)| Entry::Property(name, value))
                .collect(),
        )
    }

    /// A call of something the runtime exports.
    pub(in crate::emit::typescript) fn runtime(name: &'static str, arguments: Vec<Expr>) -> Expr {
        Expr::Call(Symbol::Runtime(name), arguments)
    }
}

impl Statement {
    /// A call of something the runtime exports, for its effect.
    pub(in crate::emit::typescript) fn runtime(
        name: &'static str,
        arguments: Vec<Expr>,
    ) -> Statement {
        Statement::Expr(Expr::runtime(name, arguments))
    }
}
