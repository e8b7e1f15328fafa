//! The lengths of arrays: literals, constants, and simple arithmetic with them.

use syn::{BinOp, Expr, ExprBinary, ExprLit, Lit};

use super::names::{Entity, Names, Namespace};
use super::shape::Refusal;
use crate::scan::{ModuleId, Named, plain_name};

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
    module: ModuleId,
) -> Result<u64, Refusal> {
    value(names, expression, module, MAX_STEPS).ok_or_else(|| {
        let help = "write the length as a number, or as a `const` that is one";
        Refusal::new("an array whose length tramline cannot compute", help)
    })
}

fn value(names: &Names<'_>, expression: &Expr, module: ModuleId, steps: usize) -> Option<u64> {
    let again = |expression| value(names, expression, module, steps);
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
            match names.path(module, absolute, &segments, Namespace::Value)? {
                Entity::Local(Named::Constant(index)) => {
                    let constant = &names.sources().constants[index];
                    value(
                        names,
                        &constant.value,
                        constant.module,
                        steps.checked_sub(1)?,
                    )
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
