//! The tokens of JSON (RFC 8259).

use std::borrow::Cow;

use crate::wire::error::{Reason, Result};

/// A text, and how much of it is read.
#[derive(Clone, Copy, Debug)]
pub(in crate::wire) struct Text<'a> {
    text: &'a str,
    place: usize,
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
        let text = str::from_utf8(text).map_err(|_| Reason::Utf8)?;
        Ok(Self { text, place: 0 })
    }

    /// Steps over one byte.
    #[inline]
    fn step(&mut self) {
        self.place += 1;
    }

    #[inline]
    fn first(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    /// What was read since `start`.
    #[inline]
    fn since(&self, start: usize) -> Result<&'a str> {
        // All tokens begin and end between characters.
        self.text
            .get(start..self.place)
            .ok_or_else(|| Reason::Syntax.into())
    }

    /// The next byte that is no white space.
    #[inline]
    fn next(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.first() {
            self.step();
        }
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
        match self.first() {
            None => Reason::End.into(),
            Some(_) => Reason::Syntax.into(),
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
        match self.accept(token) {
            true => Ok(start),
            false => Err(self.unexpected()),
        }
    }

    /// Steps over `token`, if that is what comes next.
    #[inline]
    fn accept(&mut self, token: &str) -> bool {
        let rest = self.text.as_bytes().get(self.place..).unwrap_or_default();
        let is_next = rest.starts_with(token.as_bytes());
        if is_next {
            self.place += token.len();
        }
        is_next
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
        let start = self.place;
        self.place += plain_length(self.text.as_bytes().get(start..).unwrap_or_default());
        match self.first() {
            Some(b'"' | b'\\') => self.since(start),
            Some(_) => Err(Reason::Syntax.into()),
            None => Err(Reason::End.into()),
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
            if !self.accept("\\u") {
                return Err(Reason::Syntax.into());
            }
            units.push(self.hexadecimal()?);
        }
        let mut characters = char::decode_utf16(units);
        match characters.next() {
            Some(Ok(character)) => Ok(character),
            _ => Err(Reason::Syntax.into()),
        }
    }

    fn hexadecimal(&mut self) -> Result<u16> {
        let start = self.place;
        self.place += 4;
        let digits = self.since(start)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(Reason::Syntax.into());
        }
        u16::from_str_radix(digits, 16).map_err(|_| Reason::Syntax.into())
    }

    /// A number as it is written.
    pub(in crate::wire) fn number(&mut self) -> Result<&'a str> {
        let start = self.place;
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
        self.since(start)
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
        let start = self.place;
        while let Some(b'0'..=b'9') = self.first() {
            self.step();
        }
        match self.place == start {
            true => Err(self.unexpected()),
            false => Ok(()),
        }
    }
}

/// How many bytes stand before the first that a string can only hold as an escape.
pub(in crate::wire) fn plain_length(bytes: &[u8]) -> usize {
    let (chunks, _) = bytes.as_chunks();
    let plain = chunks.iter().take_while(|chunk| all_plain(**chunk)).count();
    let start = plain * size_of::<u64>();
    let rest = bytes.iter().skip(start);
    start
        + rest
            .take_while(|byte| !matches!(byte, b'"' | b'\\' | ..0x20))
            .count()
}

/// Whether none of eight bytes is such.
fn all_plain(bytes: [u8; 8]) -> bool {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    let bytes = u64::from_ne_bytes(bytes);
    // A borrow sets the high bit of a byte that is less, and of none before the first such byte.
    let below = |bytes: u64, limit: u64| bytes.wrapping_sub(ONES * limit) & !bytes & HIGH;
    let equals = |byte: u8| below(bytes ^ (ONES * u64::from(byte)), 1);
    below(bytes, 0x20) | equals(b'"') | equals(b'\\') == 0
}
