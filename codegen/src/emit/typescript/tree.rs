//! A small tree of TypeScript: just what a generated client is made of.
//!
//! Types stand beside the code and not in it, so the printer can leave them out (`.js`) or print
//! nothing else (`.d.ts`). The tree knows nothing of Rust or of the model.

mod build;

/// Index into the files of a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct FileId(pub(super) usize);

/// Something with a name at the top level of a module.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Symbol {
    /// Exported by the runtime.
    Runtime(&'static str),
    /// Of the language itself: `Map`.
    Global(&'static str),
    /// Declared in one of the client's files.
    Item(FileId, String),
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TypeExpr {
    /// `string`, `null`, …
    Keyword(&'static str),
    /// A string literal.
    Literal(String),
    /// As the build script gave it; only ever all that a declaration says.
    Verbatim(String),
    Name(Symbol, Vec<TypeExpr>),
    /// A type parameter of the declaration around it.
    Parameter(String),
    Array(Box<TypeExpr>),
    Tuple(Vec<TypeExpr>),
    Object(Vec<Property>),
    Union(Vec<Member>),
    /// `A & B`
    Intersection(Vec<TypeExpr>),
    /// `null extends T ? [T] : T`
    Wrapped(Box<TypeExpr>),
}

/// A property of an object type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Property {
    pub(super) name: String,
    pub(super) docs: String,
    pub(super) optional: bool,
    pub(super) ty: TypeExpr,
}

/// A member of a union type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Member {
    pub(super) docs: String,
    pub(super) ty: TypeExpr,
}

/// A declaration at the top level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Interface {
        docs: String,
        name: String,
        parameters: Vec<String>,
        properties: Vec<Property>,
    },
    Alias {
        docs: String,
        name: String,
        parameters: Vec<String>,
        ty: TypeExpr,
    },
    Constant {
        docs: String,
        name: String,
        ty: TypeExpr,
        /// The arguments of a factory without side effects.
        factory: Symbol,
        arguments: Vec<Expr>,
    },
    Function(Function),
}

/// A function declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Function {
    pub(super) docs: String,
    pub(super) exported: bool,
    pub(super) name: String,
    pub(super) generics: Vec<String>,
    pub(super) parameter: Option<Parameter>,
    pub(super) returns: TypeExpr,
    pub(super) body: Vec<Statement>,
}

/// The only parameter of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parameter {
    pub(super) name: &'static str,
    pub(super) ty: TypeExpr,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Statement {
    Const(&'static str, Expr),
    Return(Expr),
    Expr(Expr),
    /// `place = value`
    Assign(&'static str, Expr),
    /// `for (let index = 0; index < length; index++)`
    Repeat {
        length: String,
        body: Vec<Statement>,
    },
    /// `for (const binding of iterable)`
    Each {
        binding: &'static str,
        iterable: String,
        body: Vec<Statement>,
    },
    If {
        condition: String,
        then: Vec<Statement>,
        otherwise: Vec<Statement>,
    },
    Switch {
        subject: String,
        arms: Vec<Arm>,
        otherwise: Vec<Statement>,
    },
}

/// The statements behind one or several `case` labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Arm {
    pub(super) labels: Vec<String>,
    pub(super) body: Vec<Statement>,
}

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expr {
    /// Literals, locals and paths below them.
    Text(String),
    Symbol(Symbol),
    Call(Symbol, Vec<Expr>),
    /// A method of a local.
    Method(&'static str, Vec<Expr>),
    New(&'static str, Vec<TypeExpr>, Vec<Expr>),
    Object(Vec<Entry>),
    List(Vec<Expr>),
    /// `() => value`
    Arrow(Box<Expr>),
    /// `condition ? yes : no`
    Choice(Box<Expr>, Box<Expr>, Box<Expr>),
    As(Box<Expr>, TypeExpr),
}

/// Part of an object literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Property(String, Expr),
    /// `...value`
    Spread(Expr),
}
