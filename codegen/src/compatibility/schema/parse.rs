//! The text of a schema as a graph. What is accepted is what is written, and nothing else.

use std::collections::BTreeMap;
use std::fmt;

use super::Schema;
use super::cursor::{Cursor, Expected};
use crate::model::fingerprint::{
    Absence, ErrorRoot, FieldLabel, Graph, Label, Node, NodeId, Roots, VariantLabel,
};
use crate::model::{Encoding, Tagging};

/// A text that is not the schema of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ParseError {
    /// From 1, within the text.
    pub(crate) line: usize,
    /// What is wrong there, in a sentence without a full stop.
    pub(crate) message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for ParseError {}

/// Reads all of a text.
pub(super) fn schema(text: &str) -> Result<Schema, ParseError> {
    let mut parser = Parser::new(text);
    let roots = parser.roots()?;
    parser.definitions()?;
    let schema = Schema {
        graph: Graph::of(parser.nodes),
        roots,
        location: None,
    };
    check_canonical(text, &schema)?;
    Ok(schema)
}

/// Two texts that say the same must not pass as different.
fn check_canonical(text: &str, schema: &Schema) -> Result<(), ParseError> {
    let printed = schema.to_string();
    if printed == text {
        return Ok(());
    }
    let mut lines = text.lines().zip(printed.lines());
    let same = lines.by_ref().take_while(|(left, right)| left == right);
    let line = same.count() + 1;
    let expected = printed.lines().nth(line - 1).unwrap_or("no further line");
    let message = format!("a schema that says this is written differently: `{expected}`");
    Err(ParseError { line, message })
}

struct Parser<'a> {
    lines: Vec<&'a str>,
    /// Those read before.
    line: usize,
    /// The definitions first, in their order.
    nodes: Vec<Node>,
    definitions: usize,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        let lines: Vec<&str> = text.split('\n').collect();
        let definitions = lines.iter().filter(|line| line.starts_with('#')).count();
        let nothing = || Node::new(Label::Leaf("never"), Vec::new());
        Parser {
            lines,
            line: 0,
            nodes: (0..definitions).map(|_| nothing()).collect(),
            definitions,
        }
    }

    fn roots(&mut self) -> Result<Roots, ParseError> {
        let encoding = match self.lines.first() {
            Some(&"wire json") => {
                self.line = 1;
                Encoding::Json
            }
            _ => Encoding::Postcard,
        };
        let input = self.read(|parser, line| parser.root("input ", line))?;
        let result = self.read(|parser, line| parser.root("result ", line))?;
        let mut errors = BTreeMap::new();
        while self.peek().is_some_and(|line| line.starts_with("error ")) {
            let (code, error) = self.read(Self::error)?;
            errors.insert(code, error);
        }
        Ok(Roots {
            encoding,
            input,
            result,
            errors,
        })
    }

    fn definitions(&mut self) -> Result<(), ParseError> {
        for index in 0..self.definitions {
            self.nodes[index] = self.read(|parser, line| {
                line.expect(&format!("#{} = ", index + 1))?;
                parser.definition(line)
            })?;
        }
        match self.peek() {
            None => Ok(()),
            Some(_) => self.read(|_, line| Err(line.expected("a definition"))),
        }
    }

    fn peek(&self) -> Option<&'a str> {
        self.lines.get(self.line).copied()
    }

    /// The next line, all of it.
    fn read<T>(
        &mut self,
        read: impl FnOnce(&mut Self, &mut Cursor<'a>) -> Result<T, Expected>,
    ) -> Result<T, ParseError> {
        let mut line = Cursor::new(self.peek().unwrap_or_default());
        let value = read(self, &mut line).and_then(|value| line.end().map(|()| value));
        self.line += 1;
        value.map_err(|message| ParseError {
            line: self.line,
            message,
        })
    }

    fn root(&mut self, word: &str, line: &mut Cursor<'_>) -> Result<NodeId, Expected> {
        line.expect(word)?;
        self.reference(line)
    }

    fn error(&mut self, line: &mut Cursor<'_>) -> Result<(String, ErrorRoot), Expected> {
        line.expect("error ")?;
        let code = line.name()?;
        let error = ErrorRoot {
            payload: self.after_colon(line)?,
            location: None,
        };
        Ok((code, error))
    }

    fn after_colon(&mut self, line: &mut Cursor<'_>) -> Result<Option<NodeId>, Expected> {
        match line.skip(": ") {
            true => self.reference(line).map(Some),
            false => Ok(None),
        }
    }

    fn definition(&mut self, line: &mut Cursor<'_>) -> Result<Node, Expected> {
        if line.skip("struct ") {
            return self.structure(line);
        }
        match tagging(line)? {
            Some(tagging) => self.enumeration(tagging, line),
            None => self.container(line),
        }
    }

    fn structure(&mut self, line: &mut Cursor<'_>) -> Result<Node, Expected> {
        let tag = match line.skip("{") {
            true => None,
            false => {
                let tag = line.name()?;
                line.expect(": ")?;
                let name = line.name()?;
                line.expect(" {")?;
                Some((tag, name))
            }
        };
        let mut fields = Vec::new();
        let mut children = Vec::new();
        self.members(line, |parser, line| {
            let name = name_or_star(line)?;
            let absence = absence(line);
            line.expect(": ")?;
            children.push(parser.reference(line)?);
            fields.push(FieldLabel { name, absence });
            Ok(())
        })?;
        Ok(Node::new(Label::Struct { tag, fields }, children))
    }

    fn enumeration(&mut self, tagging: Tagging, line: &mut Cursor<'_>) -> Result<Node, Expected> {
        line.expect("{")?;
        let mut variants = Vec::new();
        let mut children = Vec::new();
        self.members(line, |parser, line| {
            let name = name_or_star(line)?;
            let index = match line.skip("@") {
                true => Some(index(line)?),
                false => None,
            };
            let payload = parser.after_colon(line)?;
            variants.push(VariantLabel {
                name,
                index,
                payload: payload.is_some(),
            });
            children.extend(payload);
            Ok(())
        })?;
        Ok(Node::new(Label::Enum { tagging, variants }, children))
    }

    /// What stands between commas, up to the brace.
    fn members<'l>(
        &mut self,
        line: &mut Cursor<'l>,
        mut member: impl FnMut(&mut Self, &mut Cursor<'l>) -> Result<(), Expected>,
    ) -> Result<(), Expected> {
        if line.skip("}") {
            return Ok(());
        }
        loop {
            member(self, line)?;
            if line.skip("}") {
                return Ok(());
            }
            line.expect(", ")?;
        }
    }

    /// A type: a definition by its number, or a node of its own.
    fn reference(&mut self, line: &mut Cursor<'_>) -> Result<NodeId, Expected> {
        if line.skip("#") {
            let expected = line.expected("the number of a definition");
            let number = usize::try_from(line.number()?).ok();
            let index = number.and_then(|number| number.checked_sub(1));
            return index
                .filter(|index| *index < self.definitions)
                .ok_or(expected);
        }
        let node = self.container(line)?;
        self.nodes.push(node);
        Ok(self.nodes.len() - 1)
    }

    fn container(&mut self, line: &mut Cursor<'_>) -> Result<Node, Expected> {
        let expected = line.expected("a type");
        let word = line.word();
        if let Some(leaf) = known(LEAVES, word).filter(|_| !line.starts_with("<")) {
            return Ok(Node::new(Label::Leaf(leaf), Vec::new()));
        }
        if !line.skip("<") {
            return Err(expected);
        }
        match word {
            "bytes" => {
                let label = Label::Bytes(line.number()?);
                line.expect(">")?;
                Ok(Node::new(label, Vec::new()))
            }
            "array" => {
                let element = self.reference(line)?;
                line.expect(", ")?;
                let label = Label::Array(line.number()?);
                line.expect(">")?;
                Ok(Node::new(label, vec![element]))
            }
            _ => {
                let (container, arity) = known_container(word).ok_or(expected)?;
                let children = self.arguments(line, arity)?;
                Ok(Node::new(Label::Container(container), children))
            }
        }
    }

    fn arguments(
        &mut self,
        line: &mut Cursor<'_>,
        arity: Option<usize>,
    ) -> Result<Vec<NodeId>, Expected> {
        let mut children = Vec::new();
        if arity.is_none() && line.skip(">") {
            return Ok(children);
        }
        loop {
            children.push(self.reference(line)?);
            match arity {
                Some(arity) if arity == children.len() => {
                    return line.expect(">").map(|()| children);
                }
                None if line.skip(">") => return Ok(children),
                _ => line.expect(", ")?,
            }
        }
    }
}

/// The words that are types alone.
const LEAVES: &[&str] = &[
    "bool",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "f32",
    "f64",
    "char",
    "string",
    "bytes",
    "unit",
    "never",
    "json",
    "decimal",
    "uuid",
    "ipv4_addr",
    "ipv6_addr",
    "ip_addr",
    "socket_addr_v4",
    "socket_addr_v6",
    "socket_addr",
];

/// The words that have types in angle brackets, and how many.
const CONTAINERS: &[(&str, Option<usize>)] = &[
    ("option", Some(1)),
    ("list", Some(1)),
    ("set", Some(1)),
    ("map", Some(2)),
    ("tuple", None),
];

fn known(words: &[&'static str], word: &str) -> Option<&'static str> {
    words.iter().find(|known| **known == word).copied()
}

fn known_container(word: &str) -> Option<(&'static str, Option<usize>)> {
    CONTAINERS.iter().find(|(known, _)| *known == word).copied()
}

fn tagging(line: &mut Cursor<'_>) -> Result<Option<Tagging>, Expected> {
    if line.skip("enum ") {
        return Ok(Some(Tagging::External));
    }
    if line.skip("untagged ") {
        return Ok(Some(Tagging::Untagged));
    }
    if !line.skip("tagged ") {
        return Ok(None);
    }
    let tag = line.name()?;
    let tagging = match line.skip(", ") {
        true => {
            let content = line.name()?;
            Tagging::Adjacent { tag, content }
        }
        false => Tagging::Internal { tag },
    };
    line.expect(" ")?;
    Ok(Some(tagging))
}

/// Nothing for what has no name.
fn name_or_star(line: &mut Cursor<'_>) -> Result<Option<String>, Expected> {
    match line.skip("*") {
        true => Ok(None),
        false => line.name().map(Some),
    }
}

fn absence(line: &mut Cursor<'_>) -> Absence {
    if line.skip("??") {
        Absence::Flagged
    } else if line.skip("?") {
        Absence::Fine
    } else if line.skip("~") {
        Absence::Zero
    } else {
        Absence::Error
    }
}

fn index(line: &mut Cursor<'_>) -> Result<u32, Expected> {
    let expected = line.expected("the number of a variant");
    u32::try_from(line.number()?).map_err(|_| expected)
}
