//! The output and the smallest things in it.

/// What postcard's format is made of, written one after the other.
#[derive(Debug, Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
}

/// The bit of a byte that says another one follows.
const CONTINUES: u8 = 0x80;

impl Writer {
    /// Writes into `bytes`, from its end on.
    #[inline]
    pub(super) const fn new(bytes: Vec<u8>) -> Self {
        Self { bytes }
    }

    #[inline]
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    #[inline]
    pub(super) fn written(&self) -> &[u8] {
        &self.bytes
    }

    #[inline]
    pub(super) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    #[inline]
    pub(super) fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// All of `parts`, which are moved at once where they lie in a row.
    #[inline]
    pub(super) fn each<const N: usize>(&mut self, parts: impl Iterator<Item = [u8; N]>) {
        self.bytes.extend(parts.flatten());
    }

    /// Makes room for at least so many bytes.
    #[inline]
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.bytes.reserve(bytes);
    }

    #[inline]
    pub(super) fn length(&mut self, length: usize) {
        self.varint(length as u64);
    }

    #[inline]
    pub(super) fn prefixed(&mut self, bytes: &[u8]) {
        self.length(bytes.len());
        self.raw(bytes);
    }

    /// An unsigned integer, seven bits a byte, the lowest first.
    #[inline]
    pub(super) fn varint(&mut self, value: u64) {
        let mut rest = value;
        while rest >= u64::from(CONTINUES) {
            self.byte(rest as u8 | CONTINUES);
            rest >>= 7;
        }
        self.byte(rest as u8);
    }

    /// The same for the widest.
    #[inline]
    pub(super) fn wide_varint(&mut self, value: u128) {
        let mut rest = value;
        while rest >= u128::from(CONTINUES) {
            self.byte(rest as u8 | CONTINUES);
            rest >>= 7;
        }
        self.byte(rest as u8);
    }

    /// A signed integer: 0, -1, 1, -2, … as 0, 1, 2, 3, ….
    #[inline]
    pub(super) fn signed(&mut self, value: i64) {
        self.varint((value << 1 ^ value >> 63).cast_unsigned());
    }

    /// The same for the widest.
    #[inline]
    pub(super) fn wide_signed(&mut self, value: i128) {
        self.wide_varint((value << 1 ^ value >> 127).cast_unsigned());
    }

    /// Puts the length of all that was written since `start` before it.
    pub(super) fn prefix_since(&mut self, start: usize) {
        let mut prefix = Self::default();
        prefix.length(self.bytes.len() - start);
        self.bytes.splice(start..start, prefix.bytes);
    }
}

impl std::fmt::Write for Writer {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.raw(text.as_bytes());
        Ok(())
    }
}
