//! The words of one line.

/// What is left of a line.
pub(super) struct Cursor<'a> {
    rest: &'a str,
}

/// Why a line is none of a schema: what it should have said.
pub(super) type Expected = String;

impl<'a> Cursor<'a> {
    pub(super) fn new(line: &'a str) -> Self {
        Cursor { rest: line }
    }

    /// Goes past `text`, if it is next.
    pub(super) fn skip(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    pub(super) fn starts_with(&self, text: &str) -> bool {
        self.rest.starts_with(text)
    }

    pub(super) fn expect(&mut self, text: &str) -> Result<(), Expected> {
        match self.skip(text) {
            true => Ok(()),
            false => Err(self.expected(&format!("`{text}`"))),
        }
    }

    /// Nothing may be left.
    pub(super) fn end(&self) -> Result<(), Expected> {
        match self.rest {
            "" => Ok(()),
            _ => Err(self.expected("the end of the line")),
        }
    }

    pub(super) fn expected(&self, what: &str) -> Expected {
        let found = match self.rest.chars().next() {
            Some(_) => format!("`{}`", self.rest.chars().take(20).collect::<String>()),
            None => "the end of the line".to_owned(),
        };
        format!("expected {what}, found {found}")
    }

    /// The letters, digits and underscores that are next.
    pub(super) fn word(&mut self) -> &'a str {
        self.take(|character| character.is_ascii_alphanumeric() || character == '_')
    }

    /// A number as it is printed.
    pub(super) fn number(&mut self) -> Result<u64, Expected> {
        let expected = self.expected("a number");
        let digits = self.take(|character| character.is_ascii_digit());
        let canonical = digits.len() == 1 || !digits.starts_with('0');
        let number = digits.parse().ok().filter(|_| canonical);
        number.ok_or(expected)
    }

    /// A name, in quotes or without.
    pub(super) fn name(&mut self) -> Result<String, Expected> {
        if self.rest.starts_with('"') {
            return self.quoted();
        }
        let expected = self.expected("a name");
        let starts = |character: char| character.is_ascii_alphabetic() || character == '_';
        if !self.rest.starts_with(starts) {
            return Err(expected);
        }
        let plain = |character: char| {
            character.is_ascii_alphanumeric() || character == '_' || character == '-'
        };
        Ok(self.take(plain).to_owned())
    }

    fn take(&mut self, accept: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|character| !accept(character));
        let (taken, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn quoted(&mut self) -> Result<String, Expected> {
        self.expect("\"")?;
        let mut name = String::new();
        loop {
            name += self.take(|character| character != '"' && character != '\\');
            if self.skip("\"") {
                return Ok(name);
            }
            self.expect("\\")
                .map_err(|_| self.expected("a quotation mark"))?;
            name.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Result<char, Expected> {
        let expected = self.expected("what a backslash stands before");
        for character in ['"', '\\'] {
            if self.skip(character.encode_utf8(&mut [0; 4])) {
                return Ok(character);
            }
        }
        self.expect("u{").map_err(|_| expected.clone())?;
        let digits = self.take(|character| character.is_ascii_hexdigit());
        let character = u32::from_str_radix(digits, 16)
            .ok()
            .and_then(char::from_u32);
        self.expect("}")?;
        character.ok_or(expected)
    }
}
