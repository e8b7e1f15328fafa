//! Finds the bodies of functions without parsing.
//!
//! It need not understand every text: where it gives up, nothing is left out, and where it errs,
//! syn refuses what is left and gets the whole text.

/// What the lexer tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Fn,
    Word,
    Open(usize),
    Close(usize),
    Byte(u8),
}

/// Reads just enough of Rust to find braces: comments, strings, characters and words.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Lexer {
            bytes: text.as_bytes(),
            at: 0,
        }
    }

    /// After `fn`: the braces of its body, unless it has none or is a function pointer.
    pub(super) fn body(&mut self) -> Option<(usize, usize)> {
        if self.next()? != Token::Word {
            return None;
        }
        let mut angles = 0_usize;
        let mut groups = 0_usize;
        let mut before = Token::Word;
        loop {
            let token = self.next()?;
            match token {
                Token::Byte(b';') if groups == 0 => return None,
                Token::Byte(b'(' | b'[') => groups += 1,
                Token::Byte(b')' | b']') => groups = groups.checked_sub(1)?,
                Token::Byte(b'<') if groups == 0 => angles += 1,
                Token::Byte(b'>') if groups == 0 && !is_arrow(before) => {
                    angles = angles.checked_sub(1)?;
                }
                Token::Open(open) => {
                    let close = self.matching()?;
                    if groups == 0 && angles == 0 {
                        return Some((open, close));
                    }
                }
                Token::Close(_) => return None,
                _ => {}
            }
            before = token;
        }
    }

    /// After an opening brace: where its closing one stands.
    fn matching(&mut self) -> Option<usize> {
        let mut depth = 0_usize;
        loop {
            match self.next()? {
                Token::Open(_) => depth += 1,
                Token::Close(at) if depth == 0 => return Some(at),
                Token::Close(_) => depth -= 1,
                _ => {}
            }
        }
    }

    pub(super) fn next(&mut self) -> Option<Token> {
        loop {
            let at = self.at;
            let byte = *self.bytes.get(at)?;
            self.at += 1;
            match byte {
                b if b.is_ascii_whitespace() => {}
                b'/' if self.peek() == Some(b'/') => self.line_comment(),
                b'/' if self.peek() == Some(b'*') => self.block_comment(),
                b'"' => self.string(),
                b'\'' => self.quote(),
                b'{' => return Some(Token::Open(at)),
                b'}' => return Some(Token::Close(at)),
                b if is_word(b) => {
                    if let Some(token) = self.word(at) {
                        return Some(token);
                    }
                }
                b => return Some(Token::Byte(b)),
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// A word, or nothing where it was the prefix of a string.
    fn word(&mut self, start: usize) -> Option<Token> {
        while self.peek().is_some_and(is_word) {
            self.at += 1;
        }
        let word = &self.bytes[start..self.at];
        match (word, self.peek()) {
            (b"r" | b"br" | b"cr", Some(b'"' | b'#')) if self.raw_string() => None,
            (b"r", Some(b'#')) => {
                self.at += 1;
                Some(Token::Word)
            }
            (b"b" | b"c", Some(b'"')) => {
                self.at += 1;
                self.string();
                None
            }
            (b"b", Some(b'\'')) => {
                self.at += 1;
                self.quote();
                None
            }
            (b"fn", _) => Some(Token::Fn),
            _ => Some(Token::Word),
        }
    }

    /// Skips `#"…"#` after `r`, if that is what follows; `r#name` is a word.
    fn raw_string(&mut self) -> bool {
        let hashes = self.bytes[self.at..]
            .iter()
            .take_while(|byte| **byte == b'#')
            .count();
        if self.bytes.get(self.at + hashes) != Some(&b'"') {
            return false;
        }
        self.at += hashes + 1;
        while self.at < self.bytes.len() {
            self.at += 1;
            let rest = &self.bytes[self.at..];
            let closed = rest.len() >= hashes && rest[..hashes].iter().all(|byte| *byte == b'#');
            if self.bytes[self.at - 1] == b'"' && closed {
                self.at += hashes;
                return true;
            }
        }
        true
    }

    /// Skips a string after its opening quote.
    fn string(&mut self) {
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'"' => return,
                _ => {}
            }
        }
    }

    /// After `'`: skips a character literal; of a lifetime, only the quote.
    fn quote(&mut self) {
        match self.peek() {
            Some(b'\\') => {
                self.at += 2;
                while self.peek().is_some_and(|byte| byte != b'\'') {
                    self.at += 1;
                }
                self.at += 1;
            }
            Some(first) => {
                let length = utf8_length(first);
                if self.bytes.get(self.at + length) == Some(&b'\'') {
                    self.at += length + 1;
                }
            }
            None => {}
        }
    }

    fn line_comment(&mut self) {
        while self.peek().is_some_and(|byte| byte != b'\n') {
            self.at += 1;
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        self.at -= 1;
        while let Some(pair) = self.bytes.get(self.at..self.at + 2) {
            match pair {
                b"/*" => depth += 1,
                b"*/" => depth -= 1,
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            self.at += 2;
            if depth == 0 {
                return;
            }
        }
        self.at = self.bytes.len();
    }
}

fn is_word(byte: u8) -> bool {
    byte == b'_' || byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Whether a `>` after this token ends `->` or `=>`.
fn is_arrow(before: Token) -> bool {
    matches!(before, Token::Byte(b'-' | b'='))
}

fn utf8_length(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    }
}
