//! Arguments that are literals.

use syn::spanned::Spanned as _;
use syn::{Expr, ExprCall, Lit};

use super::Unread;
use super::chain::Call;
use super::names::Names;

/// The argument as text: a string, or a path or `String` made of one.
pub(super) fn text(call: &Call<'_>, index: usize) -> Result<String, Unread> {
    let expr = argument(call, index)?;
    let instead = || format!("write the text itself: `{}(\"…\")`", call.method);
    literal(expr).ok_or_else(|| computed(call, expr, instead()))
}

/// The argument as one of the constants of an enum of this crate.
pub(super) fn one_of<T: Copy>(
    call: &Call<'_>,
    index: usize,
    names: &Names,
    choices: (&str, &[(&str, T)]),
) -> Result<T, Unread> {
    let expr = argument(call, index)?;
    let (of, choices) = choices;
    let found = choices
        .iter()
        .find(|(name, _)| is(expr, names, &[of, name]));
    found.map(|(_, value)| *value).ok_or_else(|| {
        let all = choices.iter().map(|(name, _)| format!("`{of}::{name}`"));
        let all = all.collect::<Vec<_>>().join(" or ");
        computed(call, expr, format!("write {all}"))
    })
}

/// The argument at a position.
pub(super) fn argument<'ast>(call: &Call<'ast>, index: usize) -> Result<&'ast Expr, Unread> {
    call.arguments.get(index).copied().ok_or_else(|| {
        let method = &call.method;
        Unread::at(
            call.span,
            format!("`{method}` lacks an argument"),
            "too few are given",
            "`cargo build` explains what it takes",
        )
    })
}

/// What only running the build script could tell.
pub(super) fn computed(call: &Call<'_>, expr: &Expr, help: impl Into<String>) -> Unread {
    let method = &call.method;
    Unread::at(
        expr.span(),
        format!("what `{method}` is given is known only when the build script runs"),
        what(expr),
        help,
    )
}

fn what(expr: &Expr) -> String {
    match expr {
        Expr::Path(_) => "a name stands here".to_owned(),
        Expr::Macro(call) => match call.mac.path.get_ident() {
            Some(name) => format!("`{name}!` is evaluated by the compiler"),
            None => "a macro is evaluated by the compiler".to_owned(),
        },
        Expr::If(_) | Expr::Match(_) => "a condition stands here".to_owned(),
        _ => "this is no literal".to_owned(),
    }
}

fn literal(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        Expr::Paren(paren) => literal(&paren.expr),
        Expr::Group(group) => literal(&group.expr),
        Expr::Reference(reference) => literal(&reference.expr),
        Expr::MethodCall(call) if call.args.is_empty() => {
            const SAME: &[&str] = &["into", "to_owned", "to_path_buf", "to_string"];
            let same = SAME.iter().any(|method| call.method == method);
            same.then(|| literal(&call.receiver)).flatten()
        }
        Expr::Call(call) if wraps(call) => literal(call.args.first()?),
        _ => None,
    }
}

/// `PathBuf::from("…")` and the like.
fn wraps(call: &ExprCall) -> bool {
    let Expr::Path(function) = &*call.func else {
        return false;
    };
    let segments = function.path.segments.iter();
    let segments: Vec<String> = segments.map(|segment| segment.ident.to_string()).collect();
    let ends_with = |end: [&str; 2]| segments.ends_with(&end.map(str::to_owned));
    call.args.len() == 1
        && [["PathBuf", "from"], ["String", "from"], ["Path", "new"]]
            .into_iter()
            .any(ends_with)
}

/// Whether an expression is a path of this crate.
pub(super) fn is(expr: &Expr, names: &Names, path: &[&str]) -> bool {
    match expr {
        Expr::Path(written) => names.ours(&written.path).is_some_and(|ours| ours == path),
        Expr::Paren(paren) => is(&paren.expr, names, path),
        _ => false,
    }
}
