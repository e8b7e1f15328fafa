//! Statements.

use super::Printer;
use crate::emit::typescript::tree::{Arm, Statement};

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
}
