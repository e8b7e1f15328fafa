//! A JSON text as a value of its own.

use std::borrow::Cow;

use super::names;
use super::text::{Start, Text};
use crate::wire::budget::{Budget, Limits};
use crate::wire::error::Result;

/// A value, which borrows what the text spells out.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::wire) enum Tree<'a> {
    Null,
    Bool(bool),
    /// As it is written.
    Number(&'a str),
    String(Cow<'a, str>),
    List(Vec<Self>),
    /// In the order of the text, no two with the same name.
    Object(Vec<Member<'a>>),
}

/// A name and its value.
pub(in crate::wire) type Member<'a> = (Cow<'a, str>, Tree<'a>);

/// For how many elements a vector makes room at first.
const FIRST: usize = 4;

impl<'a> Tree<'a> {
    /// Reads all of `text`.
    ///
    /// # Errors
    ///
    /// When it is not JSON, when an object has two members of one name, and beyond the limits.
    pub(in crate::wire) fn read(text: &'a [u8], limits: Limits) -> Result<Self> {
        let mut budget = Budget::new(limits);
        // Strings, and names while they are compared, are together no longer than the text.
        budget.charge(text.len())?;
        let text = Text::new(text)?;
        let mut parser = Parser { text, budget };
        let tree = parser.value()?;
        parser.text.finish()?;
        Ok(tree)
    }
}

struct Parser<'a> {
    text: Text<'a>,
    budget: Budget,
}

impl<'a> Parser<'a> {
    fn value(&mut self) -> Result<Tree<'a>> {
        Ok(match self.text.start()? {
            Start::Null => Tree::Null,
            Start::True => Tree::Bool(true),
            Start::False => Tree::Bool(false),
            Start::Number => Tree::Number(self.text.number()?),
            Start::String => Tree::String(self.text.string()?),
            Start::List => {
                let levels = self.budget.enter_sized(0)?;
                let list = self.list()?;
                self.budget.leave(levels);
                Tree::List(list)
            }
            Start::Object => {
                let levels = self.budget.enter_sized(0)?;
                let members = self.members()?;
                self.budget.leave(levels);
                Tree::Object(members)
            }
        })
    }

    fn list(&mut self) -> Result<Vec<Tree<'a>>> {
        let mut list = Vec::new();
        while self.text.goes_on(list.is_empty(), b']')? {
            self.pay::<Tree<'_>>(list.len())?;
            list.push(self.value()?);
        }
        Ok(list)
    }

    fn members(&mut self) -> Result<Vec<Member<'a>>> {
        let mut members = Vec::new();
        while self.text.goes_on(members.is_empty(), b'}')? {
            self.pay::<(Member<'_>, &str)>(members.len())?;
            let name = self.text.name()?;
            members.push((name, self.value()?));
        }
        names::distinct(members.iter().map(|(name, _)| &**name))?;
        Ok(members)
    }

    /// Pays for one more element beside `count`.
    fn pay<T>(&mut self, count: usize) -> Result<()> {
        let elements = if count == 0 { FIRST } else { 1 };
        self.budget
            .charge_product(elements, size_of::<T>())
            .map(drop)
    }
}
