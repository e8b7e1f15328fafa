//! The lengths of arrays: literals, constants, and simple arithmetic with them.

use syn::{BinOp, Expr, ExprBinary, ExprLit, Lit};

use super::names::{Entity, Names, Namespace};
use super::shape::{Length, Refusal, Shape};
use super::types::Scope;
use crate::scan::{Named, plain_name};

/// How many constants may refer to one another before they are taken for a circle.
const MAX_STEPS: usize = 32;

/// The value of `expression` in `module`.
///
/// # Errors
///
/// When it is more than literals, constants and arithmetic.
pub(crate) fn evaluate(
    names: &Names<'_>,
    expression: &Expr,
    scope: &Scope,
) -> Result<Length, Refusal> {
    if let Some(length) = parameter(expression, scope) {
        return Ok(length);
    }
    let length = value(names, expression, scope, MAX_STEPS);
    length.map(Length::Number).ok_or_else(|| {
        let help = "write the length as a number, or as a `const` that is one";
        Refusal::new("an array whose length tramline cannot compute", help)
    })
}

/// A const parameter and nothing else.
fn parameter(expression: &Expr, scope: &Scope) -> Option<Length> {
    match expression {
        Expr::Paren(paren) => parameter(&paren.expr, scope),
        Expr::Group(group) => parameter(&group.expr, scope),
        Expr::Block(block) => match block.block.stmts.as_slice() {
            [syn::Stmt::Expr(only, None)] => parameter(only, scope),
            _ => None,
        },
        Expr::Path(path) => {
            let name = plain_name(path.path.get_ident()?);
            let mut parameters = scope.parameters.iter();
            let (_, value) = parameters.find(|(known, _)| *known == name)?;
            match value.shape {
                Shape::Length(length) => Some(length),
                _ => None,
            }
        }
        _ => None,
    }
}

fn value(names: &Names<'_>, expression: &Expr, scope: &Scope, steps: usize) -> Option<u64> {
    if let Some(Length::Number(number)) = parameter(expression, scope) {
        return Some(number);
    }
    let again = |expression| value(names, expression, scope, steps);
    match expression {
        Expr::Lit(ExprLit {
            lit: Lit::Int(literal),
            ..
        }) => literal.base10_parse().ok(),
        Expr::Paren(paren) => again(&paren.expr),
        Expr::Group(group) => again(&group.expr),
        Expr::Cast(cast) => again(&cast.expr),
        Expr::Binary(binary) => arithmetic(binary, again),
        Expr::Block(block) => match block.block.stmts.as_slice() {
            [syn::Stmt::Expr(only, None)] => again(only),
            _ => None,
        },
        Expr::Path(path) if path.qself.is_none() => {
            let segments = path.path.segments.iter();
            let segments: Vec<_> = segments.map(|segment| plain_name(&segment.ident)).collect();
            let absolute = path.path.leading_colon.is_some();
            match names.path(scope.module, absolute, &segments, Namespace::Value)? {
                Entity::Local(Named::Constant(index)) => {
                    let constant = &names.sources().constants[index];
                    let scope = Scope::of_module(constant.module);
                    value(names, &constant.value, &scope, steps.checked_sub(1)?)
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn arithmetic<'a>(binary: &'a ExprBinary, value: impl Fn(&'a Expr) -> Option<u64>) -> Option<u64> {
    let (left, right) = (value(&binary.left)?, value(&binary.right)?);
    match binary.op {
        BinOp::Add(_) => left.checked_add(right),
        BinOp::Sub(_) => left.checked_sub(right),
        BinOp::Mul(_) => left.checked_mul(right),
        BinOp::Div(_) => left.checked_div(right),
        BinOp::Shl(_) => left.checked_shl(u32::try_from(right).ok()?),
        _ => None,
    }
}
