//! The methods of `Builder` and `Foreign`, with how their arguments are read.

use syn::Expr;

use super::Unread;
use super::chain::Call;
use super::names::Names;
use super::value::{argument, computed, is, one_of, text};
use crate::{Builder, Dates, Foreign, Numbers};

/// What a method makes of what there is before.
type Apply<T> = fn(T, &Call<'_>, &Names) -> Result<T, Unread>;

/// Every method of `Builder` but `new` and `build`.
pub(super) const BUILDER: &[(&str, Apply<Builder>)] = &[
    ("root", |all, call, _| Ok(all.root(text(call, 0)?))),
    (
        "namespace",
        |all, call, _| Ok(all.namespace(text(call, 0)?)),
    ),
    ("include", |all, call, _| Ok(all.include(text(call, 0)?))),
    ("types_from", |all, call, _| {
        Ok(all.types_from(text(call, 0)?))
    }),
    ("typescript", |all, call, _| {
        Ok(all.typescript(text(call, 0)?))
    }),
    ("javascript", |all, call, _| {
        Ok(all.javascript(text(call, 0)?))
    }),
    ("openapi", |all, call, _| Ok(all.openapi(text(call, 0)?))),
    ("rest_defaults", |all, call, _| {
        Ok(all.rest_defaults(text(call, 0)?, text(call, 1)?))
    }),
    ("package", |all, call, _| Ok(all.package(text(call, 0)?))),
    ("import_suffix", |all, call, _| {
        Ok(all.import_suffix(text(call, 0)?))
    }),
    ("baseline", |all, call, _| Ok(all.baseline(text(call, 0)?))),
    ("numbers", |all, call, names| {
        Ok(all.numbers(one_of(call, 0, names, ("Numbers", NUMBERS))?))
    }),
    ("dates", |all, call, names| {
        Ok(all.dates(one_of(call, 0, names, ("Dates", DATES))?))
    }),
    ("foreign", |all, call, names| {
        Ok(all.foreign(text(call, 0)?, foreign(call, names)?))
    }),
];

pub(super) const NUMBERS: &[(&str, Numbers)] =
    &[("BigInt", Numbers::BigInt), ("Safe", Numbers::Safe)];

pub(super) const DATES: &[(&str, Dates)] = &[("Date", Dates::Date), ("String", Dates::String)];

/// What a function that begins a chain makes.
type Begin<T> = fn(&Call<'_>) -> Result<T, Unread>;

/// What begins a `Foreign`.
pub(super) const FOREIGN: &[(&str, Begin<Foreign>)] = &[
    ("like", |call| Ok(Foreign::like(text(call, 0)?))),
    ("string", |_| Ok(Foreign::string())),
    ("bytes", |_| Ok(Foreign::bytes())),
    ("json", |_| Ok(Foreign::json())),
];

/// What is said further of one.
pub(super) const FURTHER: &[(&str, Apply<Foreign>)] = &[
    (
        "named",
        |foreign, call, _| Ok(foreign.named(text(call, 0)?)),
    ),
    ("typescript", |foreign, call, _| {
        Ok(foreign.typescript(text(call, 0)?))
    }),
];

/// Adds what one call says to the settings.
pub(super) fn apply(settings: Builder, call: &Call<'_>, names: &Names) -> Result<Builder, Unread> {
    match find(BUILDER, &call.method) {
        Some(apply) => apply(settings, call, names),
        None => Err(unknown("Builder", call)),
    }
}

/// The second argument of `Builder::foreign`.
fn foreign(of: &Call<'_>, names: &Names) -> Result<Foreign, Unread> {
    let expr = argument(of, 1)?;
    read(expr, names).unwrap_or_else(|| {
        let help = "write it here: `Foreign::like(\"…\")`, `Foreign::string()`, \
                    `Foreign::bytes()` or `Foreign::json()`";
        Err(computed(of, expr, help))
    })
}

/// A chain of calls that begins at a function of `Foreign`; none where it is anything else.
fn read(expr: &Expr, names: &Names) -> Option<Result<Foreign, Unread>> {
    match expr {
        Expr::Paren(paren) => read(&paren.expr, names),
        Expr::MethodCall(method) => {
            let call = Call {
                method: method.method.to_string(),
                arguments: method.args.iter().collect(),
                span: method.method.span(),
            };
            let before = read(&method.receiver, names)?;
            Some(
                before.and_then(|foreign| match find(FURTHER, &call.method) {
                    Some(apply) => apply(foreign, &call, names),
                    None => Err(unknown("Foreign", &call)),
                }),
            )
        }
        Expr::Call(function) => {
            let mut known = FOREIGN.iter();
            let named = |name: &str| is(&function.func, names, &["Foreign", name]);
            let (name, make) = known.find(|(name, _)| named(name))?;
            Some(make(&Call {
                method: format!("Foreign::{name}"),
                arguments: function.args.iter().collect(),
                span: function.paren_token.span.open(),
            }))
        }
        _ => None,
    }
}

fn find<T: Copy>(table: &[(&str, T)], method: &str) -> Option<T> {
    let mut rows = table.iter();
    rows.find(|(name, _)| *name == method).map(|(_, row)| *row)
}

fn unknown(of: &str, call: &Call<'_>) -> Unread {
    let method = &call.method;
    let version = env!("CARGO_PKG_VERSION");
    Unread::at(
        call.span,
        format!("`{of}::{method}` is not known to tramline {version}"),
        "no such method",
        "install the version of the command line that the package builds with",
    )
}
