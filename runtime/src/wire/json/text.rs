//! The tokens of JSON (RFC 8259).

use std::borrow::Cow;

use crate::wire::error::{Reason, Result};

/// What is left of a text.
#[derive(Clone, Copy, Debug)]
pub(in crate::wire) struct Text<'a> {
    rest: &'a str,
}

/// How a value begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::wire) enum Start {
    Null,
    True,
    False,
    Number,
    String,
    List,
    Object,
}

impl<'a> Text<'a> {
    pub(in crate::wire) fn new(text: &'a [u8]) -> Result<Self> {
        let rest = str::from_utf8(text).map_err(|_| Reason::Utf8)?;
        Ok(Self { rest })
    }

    /// Steps over one byte, which is ASCII.
    fn step(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    fn first(&self) -> Option<u8> {
        self.rest.as_bytes().first().copied()
    }

    /// The next byte that is no white space.
    fn next(&mut self) -> Option<u8> {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
        self.first()
    }

    /// Steps over `byte`, if that is what comes next.
    fn skip(&mut self, byte: u8) -> bool {
        let is_next = self.next() == Some(byte);
        if is_next {
            self.step();
        }
        is_next
    }

    fn expect(&mut self, byte: u8) -> Result<()> {
        match self.skip(byte) {
            true => Ok(()),
            false => Err(self.unexpected()),
        }
    }

    fn unexpected(&self) -> crate::wire::DecodeError {
        match self.rest.is_empty() {
            true => Reason::End.into(),
            false => Reason::Syntax.into(),
        }
    }

    /// Asserts that nothing is left.
    pub(in crate::wire) fn finish(&mut self) -> Result<()> {
        match self.next() {
            None => Ok(()),
            Some(_) => Err(Reason::Trailing.into()),
        }
    }

    /// How the next value begins. A number is still to be read, of the others that much is read.
    pub(in crate::wire) fn start(&mut self) -> Result<Start> {
        let (start, token) = match self.next() {
            Some(b'n') => (Start::Null, "null"),
            Some(b't') => (Start::True, "true"),
            Some(b'f') => (Start::False, "false"),
            Some(b'"') => (Start::String, "\""),
            Some(b'[') => (Start::List, "["),
            Some(b'{') => (Start::Object, "{"),
            _ => (Start::Number, ""),
        };
        self.rest = match self.rest.strip_prefix(token) {
            Some(rest) => rest,
            None => return Err(self.unexpected()),
        };
        Ok(start)
    }

    /// Whether a list or object goes on with an element; steps over what stands before that or over
    /// the `end`.
    pub(in crate::wire) fn goes_on(&mut self, is_first: bool, end: u8) -> Result<bool> {
        if self.skip(end) {
            return Ok(false);
        }
        if !is_first {
            self.expect(b',')?;
        }
        Ok(true)
    }

    /// A member's name, and what stands behind it.
    pub(in crate::wire) fn name(&mut self) -> Result<Cow<'a, str>> {
        self.expect(b'"')?;
        let name = self.string()?;
        self.expect(b':')?;
        Ok(name)
    }

    /// A string whose opening quotation mark is read.
    pub(in crate::wire) fn string(&mut self) -> Result<Cow<'a, str>> {
        let plain = self.plain()?;
        if self.first() == Some(b'"') {
            self.step();
            return Ok(plain.into());
        }
        let mut text = String::from(plain);
        loop {
            match self.first() {
                Some(b'"') => {
                    self.step();
                    return Ok(text.into());
                }
                Some(b'\\') => {
                    self.step();
                    text.push(self.escaped()?);
                }
                _ => text.push_str(self.plain()?),
            }
        }
    }

    /// All up to the next quotation mark or backslash.
    fn plain(&mut self) -> Result<&'a str> {
        let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | ..0x20);
        let length = self.rest.bytes().position(|byte| ends(&byte));
        let length = length.ok_or(Reason::End)?;
        let (plain, rest) = self.rest.split_at_checked(length).ok_or(Reason::Syntax)?;
        self.rest = rest;
        match self.first() {
            Some(b'"' | b'\\') => Ok(plain),
            _ => Err(Reason::Syntax.into()),
        }
    }

    /// The character that an escape stands for.
    fn escaped(&mut self) -> Result<char> {
        let character = match self.first().ok_or(Reason::End)? {
            b'u' => {
                self.step();
                return self.escaped_unicode();
            }
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            byte @ (b'"' | b'\\' | b'/') => byte.into(),
            _ => return Err(Reason::Syntax.into()),
        };
        self.step();
        Ok(character)
    }

    /// Four digits, or twice four for what needs two units of UTF-16. Half of such is no character.
    fn escaped_unicode(&mut self) -> Result<char> {
        let first = self.hexadecimal()?;
        let mut units = vec![first];
        if (0xd800..0xdc00).contains(&first) {
            self.rest = self.rest.strip_prefix("\\u").ok_or(Reason::Syntax)?;
            units.push(self.hexadecimal()?);
        }
        let mut characters = char::decode_utf16(units);
        match characters.next() {
            Some(Ok(character)) => Ok(character),
            _ => Err(Reason::Syntax.into()),
        }
    }

    fn hexadecimal(&mut self) -> Result<u16> {
        let (digits, rest) = self.rest.split_at_checked(4).ok_or(Reason::Syntax)?;
        self.rest = rest;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(Reason::Syntax.into());
        }
        u16::from_str_radix(digits, 16).map_err(|_| Reason::Syntax.into())
    }

    /// A number as it is written.
    pub(in crate::wire) fn number(&mut self) -> Result<&'a str> {
        let before = self.rest;
        self.take(b"-");
        match self.first() {
            Some(b'0') => self.step(),
            _ => self.digits()?,
        }
        if self.take(b".") {
            self.digits()?;
        }
        if self.take(b"eE") {
            self.take(b"+-");
            self.digits()?;
        }
        let length = before.len() - self.rest.len();
        Ok(before.get(..length).unwrap_or_default())
    }

    /// Steps over one of `bytes`.
    fn take(&mut self, bytes: &[u8]) -> bool {
        let is_next = self.first().is_some_and(|byte| bytes.contains(&byte));
        if is_next {
            self.step();
        }
        is_next
    }

    /// Steps over one digit at least.
    fn digits(&mut self) -> Result<()> {
        let rest = self
            .rest
            .trim_start_matches(|character: char| character.is_ascii_digit());
        if rest.len() == self.rest.len() {
            return Err(self.unexpected());
        }
        self.rest = rest;
        Ok(())
    }
}
