//! Statements and expressions.

use super::{Printer, Rendering, WIDTH};
use crate::emit::typescript::names::key;
use crate::emit::typescript::tree::{Arm, Entry, Expr, Statement, TypeExpr};
use crate::emit::typescript::type_expr;

impl Printer<'_, '_> {
    /// Statements in braces, whose closing one stands at `indent`.
    pub(super) fn block(&mut self, statements: &[Statement], indent: &str) -> String {
        if statements.is_empty() {
            return "{}".to_owned();
        }
        let body = self.statements(statements, &format!("{indent}  "));
        format!("{{\n{body}{indent}}}")
    }

    fn statements(&mut self, statements: &[Statement], indent: &str) -> String {
        statements
            .iter()
            .map(|statement| format!("{indent}{}\n", self.statement(statement, indent)))
            .collect()
    }

    fn statement(&mut self, statement: &Statement, indent: &str) -> String {
        match statement {
            Statement::Const(name, value) => {
                format!("const {name} = {};", self.expr(value, indent))
            }
            Statement::Return(value) => format!("return {};", self.expr(value, indent)),
            Statement::Expr(value) => format!("{};", self.expr(value, indent)),
            Statement::Assign(place, value) => {
                format!("{place} = {};", self.expr(value, indent))
            }
            Statement::Repeat { length, body } => {
                let body = self.block(body, indent);
                format!("for (let index = 0; index < {length}; index++) {body}")
            }
            Statement::Each {
                binding,
                iterable,
                body,
            } => {
                let body = self.block(body, indent);
                format!("for (const {binding} of {iterable}) {body}")
            }
            Statement::If {
                condition,
                then,
                otherwise,
            } => self.branch(condition, then, otherwise, indent),
            Statement::Switch {
                subject,
                arms,
                otherwise,
            } => self.switch(subject, arms, otherwise, indent),
        }
    }

    fn branch(
        &mut self,
        condition: &str,
        then: &[Statement],
        otherwise: &[Statement],
        indent: &str,
    ) -> String {
        let then = self.block(then, indent);
        let otherwise = match otherwise {
            [] => String::new(),
            [next @ Statement::If { .. }] => format!(" else {}", self.statement(next, indent)),
            statements => format!(" else {}", self.block(statements, indent)),
        };
        format!("if ({condition}) {then}{otherwise}")
    }

    fn switch(
        &mut self,
        subject: &str,
        arms: &[Arm],
        otherwise: &[Statement],
        indent: &str,
    ) -> String {
        let deeper = format!("{indent}    ");
        let mut text = format!("switch ({subject}) {{\n");
        for arm in arms {
            for label in &arm.labels {
                text.push_str(&format!("{indent}  case {label}:\n"));
            }
            text.push_str(&self.statements(&arm.body, &deeper));
            if !matches!(arm.body.last(), Some(Statement::Return(_))) {
                text.push_str(&format!("{deeper}break;\n"));
            }
        }
        text.push_str(&format!("{indent}  default:\n"));
        text.push_str(&self.statements(otherwise, &deeper));
        text + indent + "}"
    }

    /// On one line where it fits, else with the entries of its object or list below each other.
    fn expr(&mut self, expr: &Expr, indent: &str) -> String {
        let line = self.inline(expr);
        // What stands before an expression is hardly ever longer than `return …;`.
        let fits = indent.len() + line.len() + 8 <= WIDTH;
        let deeper = format!("{indent}  ");
        match expr {
            Expr::Object(entries) if !fits || entries.len() > 3 => {
                let entries: String = entries
                    .iter()
                    .map(|entry| format!("{deeper}{},\n", self.entry(entry, &deeper)))
                    .collect();
                format!("{{\n{entries}{indent}}}")
            }
            Expr::List(elements) if !fits => {
                let elements: String = elements
                    .iter()
                    .map(|element| format!("{deeper}{},\n", self.expr(element, &deeper)))
                    .collect();
                format!("[\n{elements}{indent}]")
            }
            Expr::Call(function, arguments) if !fits => {
                let function = self.imports.value(function);
                format!("{function}({})", self.broken_list(arguments, indent))
            }
            Expr::As(inner, ty) if !fits => {
                let inner = self.expr(inner, indent);
                self.typed(inner, ty)
            }
            _ => line,
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
        let others_line = self.list(others);
        if others.is_empty() {
            return self.expr(last, indent);
        }
        if indent.len() + others_line.len() + 20 <= WIDTH {
            return format!("{others_line}, {}", self.expr(last, indent));
        }
        let deeper = format!("{indent}  ");
        let lines = arguments.iter();
        let lines: String = lines
            .map(|one| format!("{deeper}{},\n", self.expr(one, &deeper)))
            .collect();
        format!("\n{lines}{indent}")
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
