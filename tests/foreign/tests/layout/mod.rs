//! Reads bytes as a layout says, whoever wrote them.
//!
//! ```text
//! layout = scalar / "string" / "bytes" / "[" layout "]" / "{" layout ": " layout "}"
//!        / "(" [layout *(", " layout)] ")" / "option " layout / "u8*" number
//!        / "enum(" layout *(" | " layout) ")"
//! ```

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what goes wrong here is a test that fails"
)]

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Checks that a value travels as `layout` and as `json`, and comes back from both.
pub(crate) fn check<T>(layout: &str, value: &T, json: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let bytes = postcard::to_stdvec(value).unwrap();
    conforms(layout, &bytes);
    assert_eq!(&postcard::from_bytes::<T>(&bytes).unwrap(), value);
    assert_eq!(serde_json::to_string(value).unwrap(), json);
    assert_eq!(&serde_json::from_str::<T>(json).unwrap(), value);
}

/// Checks that `layout` accounts for every byte, and that none is missing.
pub(crate) fn conforms(layout: &str, bytes: &[u8]) {
    let mut reader = Reader { bytes, layout };
    let layout_left = reader.value();
    assert_eq!(layout_left, "", "a layout with something behind it");
    assert!(
        reader.bytes.is_empty(),
        "{layout} leaves {:?}",
        reader.bytes
    );
}

struct Reader<'a> {
    bytes: &'a [u8],
    layout: &'a str,
}

impl<'a> Reader<'a> {
    /// Reads one value and returns what follows in the layout.
    fn value(&mut self) -> &'a str {
        let layout = self.layout;
        if let Some(rest) = layout.strip_prefix("u8*") {
            let end = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            self.skip(rest[..end].parse().unwrap());
            return &rest[end..];
        }
        if let Some(rest) = layout.strip_prefix("option ") {
            let some = self.byte();
            assert!(some < 2, "an option");
            return self.repeated(rest, some.into());
        }
        if let Some(rest) = layout.strip_prefix('[') {
            let count = self.varint(5);
            return self.repeated(rest, count).strip_prefix(']').unwrap();
        }
        if let Some(rest) = layout.strip_prefix('{') {
            return self.map(rest);
        }
        if let Some(rest) = layout.strip_prefix("enum(") {
            return self.variant(rest);
        }
        if let Some(rest) = layout.strip_prefix('(') {
            return self.tuple(rest);
        }
        let end = layout
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(layout.len());
        self.scalar(&layout[..end]);
        &layout[end..]
    }

    fn after(&mut self, layout: &'a str) -> &'a str {
        self.layout = layout;
        self.value()
    }

    fn repeated(&mut self, layout: &'a str, count: u64) -> &'a str {
        for _ in 0..count {
            self.after(layout);
        }
        unread(layout)
    }

    fn map(&mut self, key: &'a str) -> &'a str {
        let value = unread(key).strip_prefix(": ").unwrap();
        for _ in 0..self.varint(5) {
            self.after(key);
            self.after(value);
        }
        unread(value).strip_prefix('}').unwrap()
    }

    fn tuple(&mut self, mut layout: &'a str) -> &'a str {
        loop {
            if let Some(rest) = layout.strip_prefix(')') {
                return rest;
            }
            layout = self.after(layout);
            layout = layout.strip_prefix(", ").unwrap_or(layout);
        }
    }

    fn variant(&mut self, mut layout: &'a str) -> &'a str {
        let chosen = self.varint(5);
        let mut index = 0;
        loop {
            let rest = if index == chosen {
                self.after(layout)
            } else {
                unread(layout)
            };
            if let Some(rest) = rest.strip_prefix(')') {
                assert!(chosen <= index, "variant {chosen}");
                return rest;
            }
            layout = rest.strip_prefix(" | ").unwrap();
            index += 1;
        }
    }

    fn scalar(&mut self, name: &str) {
        match name {
            "u8" | "i8" => self.skip(1),
            "u16" | "i16" => drop(self.varint(3)),
            "u32" | "i32" => drop(self.varint(5)),
            "u64" | "i64" => drop(self.varint(10)),
            "f32" => self.skip(4),
            "f64" => self.skip(8),
            "bool" => assert!(self.byte() < 2, "a bool"),
            "bytes" => self.skip_counted(),
            "string" => {
                let before = self.bytes;
                self.skip_counted();
                let text = &before[1..before.len() - self.bytes.len()];
                std::str::from_utf8(text).unwrap();
            }
            other => panic!("no layout is called {other:?}"),
        }
    }

    fn skip_counted(&mut self) {
        let count = self.varint(5);
        self.skip(count.try_into().unwrap());
    }

    fn skip(&mut self, count: usize) {
        self.bytes = &self.bytes[count..];
    }

    fn byte(&mut self) -> u8 {
        let byte = self.bytes[0];
        self.skip(1);
        byte
    }

    fn varint(&mut self, longest: usize) -> u64 {
        let mut value = 0;
        for index in 0..longest {
            let byte = self.byte();
            value |= u64::from(byte & 0x7f) << (7 * index);
            if byte < 0x80 {
                return value;
            }
        }
        panic!("a number of more than {longest} bytes");
    }
}

/// What follows a layout that nothing is read of: found by reading zeros.
fn unread(layout: &str) -> &str {
    let bytes = &[0; 64];
    Reader { bytes, layout }.value()
}
