//! What has to be known of a JSON text before a type reads it.

use std::borrow::Cow;

use super::names;
use super::text::{Start, Text};
use crate::wire::budget::{Budget, Limits};
use crate::wire::error::Result;

/// Asserts that `text` is JSON, not nested too deeply, and that no object has two members of one
/// name. serde itself looks for the latter in structs only.
pub(super) fn scan(text: &[u8], limits: Limits) -> Result<()> {
    let mut budget = Budget::new(limits);
    budget.charge(text.len())?;
    let text = Text::new(text)?;
    let mut scan = Scan {
        text,
        budget,
        names: Vec::new(),
    };
    scan.value()?;
    scan.text.finish()
}

struct Scan<'a> {
    text: Text<'a>,
    budget: Budget,
    /// Those of the objects that are open, the innermost last.
    names: Vec<Cow<'a, str>>,
}

impl Scan<'_> {
    fn value(&mut self) -> Result<()> {
        match self.text.start()? {
            Start::Null | Start::True | Start::False => {}
            Start::Number => drop(self.text.number()?),
            Start::String => drop(self.text.string()?),
            Start::List => {
                let levels = self.budget.enter_sized(0)?;
                let mut is_first = true;
                while self.text.goes_on(is_first, b']')? {
                    is_first = false;
                    self.value()?;
                }
                self.budget.leave(levels);
            }
            Start::Object => {
                let levels = self.budget.enter_sized(0)?;
                self.members()?;
                self.budget.leave(levels);
            }
        }
        Ok(())
    }

    fn members(&mut self) -> Result<()> {
        let outer = self.names.len();
        while self.text.goes_on(self.names.len() == outer, b'}')? {
            self.budget.charge_value::<(Cow<'_, str>, &str)>()?;
            let name = self.text.name()?;
            self.names.push(name);
            self.value()?;
        }
        names::distinct(self.names[outer..].iter().map(|name| &**name))?;
        self.names.truncate(outer);
        Ok(())
    }
}
