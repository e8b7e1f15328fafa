//! Expressions.

use super::{Printer, Rendering, WIDTH};
use crate::emit::typescript::names::key;
use crate::emit::typescript::tree::{Entry, Expr, TypeExpr};
use crate::emit::typescript::type_expr;

impl Printer<'_, '_> {
    /// On one line where it fits, else with its parts below each other.
    pub(super) fn expr(&mut self, expr: &Expr, indent: &str) -> String {
        let line = self.inline(expr);
        // What stands before an expression is hardly ever longer than `return …;`.
        let fits = indent.len() + line.len() + 8 <= WIDTH;
        let long = matches!(expr, Expr::Object(entries) if entries.len() > 3);
        match fits && !long {
            true => line,
            false => self.broken(expr, indent),
        }
    }

    /// With its parts below each other, where it has any.
    fn broken(&mut self, expr: &Expr, indent: &str) -> String {
        let deeper = format!("{indent}  ");
        match expr {
            Expr::Object(entries) if !entries.is_empty() => {
                let entries: String = entries
                    .iter()
                    .map(|entry| format!("{deeper}{},\n", self.entry(entry, &deeper)))
                    .collect();
                format!("{{\n{entries}{indent}}}")
            }
            Expr::List(elements) if !elements.is_empty() => {
                format!("[\n{}{indent}]", self.lines(elements, &deeper))
            }
            Expr::Call(function, arguments) => {
                let function = self.imports.value(function);
                format!("{function}({})", self.broken_list(arguments, indent))
            }
            Expr::As(inner, ty) => {
                let inner = self.expr(inner, indent);
                self.typed(inner, ty)
            }
            expr => self.inline(expr),
        }
    }

    pub(super) fn inline(&mut self, expr: &Expr) -> String {
        match expr {
            Expr::Text(text) => text.clone(),
            Expr::Symbol(symbol) => self.imports.value(symbol),
            Expr::Call(function, arguments) => {
                let function = self.imports.value(function);
                format!("{function}({})", self.list(arguments))
            }
            Expr::Method(method, arguments) => format!("{method}({})", self.list(arguments)),
            Expr::New(class, types, arguments) => {
                let types = self.type_arguments(types);
                format!("new {class}{types}({})", self.list(arguments))
            }
            Expr::Object(entries) if entries.is_empty() => "{}".to_owned(),
            Expr::Object(entries) => {
                let entries: Vec<String> =
                    entries.iter().map(|one| self.inline_entry(one)).collect();
                format!("{{ {} }}", entries.join(", "))
            }
            Expr::List(elements) => format!("[{}]", self.list(elements)),
            Expr::Arrow(value) => match &**value {
                Expr::Object(_) => format!("() => ({})", self.inline(value)),
                value => format!("() => {}", self.inline(value)),
            },
            Expr::Choice(condition, yes, no) => {
                let condition = self.inline(condition);
                format!("{condition} ? {} : {}", self.inline(yes), self.inline(no))
            }
            Expr::As(inner, ty) => {
                let text = self.inline(inner);
                let text = match **inner {
                    Expr::Choice(..) if self.rendering != Rendering::JavaScript => {
                        format!("({text})")
                    }
                    _ => text,
                };
                self.typed(text, ty)
            }
        }
    }

    fn entry(&mut self, entry: &Entry, indent: &str) -> String {
        match entry {
            Entry::Property(name, value) => format!("{}: {}", key(name), self.expr(value, indent)),
            Entry::Spread(value) => format!("...{}", self.expr(value, indent)),
        }
    }

    fn inline_entry(&mut self, entry: &Entry) -> String {
        match entry {
            Entry::Property(name, value) => format!("{}: {}", key(name), self.inline(value)),
            Entry::Spread(value) => format!("...{}", self.inline(value)),
        }
    }

    /// The last argument is the one to break, unless those before it are long by themselves.
    fn broken_list(&mut self, arguments: &[Expr], indent: &str) -> String {
        let Some((last, others)) = arguments.split_last() else {
            return String::new();
        };
        let mut start = self.list(others);
        if indent.len() + start.len() + 20 > WIDTH {
            let deeper = format!("{indent}  ");
            return format!("\n{}{indent}", self.lines(arguments, &deeper));
        }
        if !others.is_empty() {
            start.push_str(", ");
        }
        start + &self.broken(last, indent)
    }

    fn lines(&mut self, expressions: &[Expr], indent: &str) -> String {
        let line = |one: &Expr| format!("{indent}{},\n", self.expr(one, indent));
        expressions.iter().map(line).collect()
    }

    fn typed(&mut self, text: String, ty: &TypeExpr) -> String {
        match self.rendering {
            Rendering::JavaScript => text,
            _ => format!("{text} as {}", type_expr::print(ty, self.imports)),
        }
    }

    fn type_arguments(&mut self, types: &[TypeExpr]) -> String {
        if self.rendering == Rendering::JavaScript {
            return String::new();
        }
        let types: Vec<String> = types
            .iter()
            .map(|ty| type_expr::print(ty, self.imports))
            .collect();
        format!("<{}>", types.join(", "))
    }

    fn list(&mut self, expressions: &[Expr]) -> String {
        let expressions: Vec<String> = expressions.iter().map(|one| self.inline(one)).collect();
        expressions.join(", ")
    }
}
