//! The input and the smallest things in it.

use std::ops::{BitOrAssign, Shl};
use std::slice;

use super::error::{Reason, Result};

/// What is left of the input.
///
/// An iterator rather than a slice: reading a byte moves one end of it and leaves the length alone.
#[derive(Clone, Debug)]
pub(super) struct Reader<'de> {
    rest: slice::Iter<'de, u8>,
}

impl<'de> Reader<'de> {
    pub(super) fn new(input: &'de [u8]) -> Self {
        let rest = input.iter();
        Self { rest }
    }

    /// How many bytes are left.
    #[inline]
    pub(super) fn remaining(&self) -> usize {
        self.rest.len()
    }

    /// What is left.
    #[inline]
    pub(super) fn rest(&self) -> &'de [u8] {
        self.rest.as_slice()
    }

    /// What was read between `earlier` and now.
    #[inline]
    pub(super) fn since(&self, earlier: &Self) -> &'de [u8] {
        let length = earlier.remaining().saturating_sub(self.remaining());
        &earlier.rest.as_slice()[..length]
    }

    #[inline]
    pub(super) fn byte(&mut self) -> Result<u8> {
        match self.rest.next() {
            Some(byte) => Ok(*byte),
            None => Err(Reason::End.into()),
        }
    }

    #[inline]
    pub(super) fn bytes(&mut self, length: usize) -> Result<&'de [u8]> {
        let rest = self.rest.as_slice();
        let (bytes, rest) = rest.split_at_checked(length).ok_or(Reason::End)?;
        self.rest = rest.iter();
        Ok(bytes)
    }

    #[inline]
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let array = self.rest.as_slice().first_chunk().ok_or(Reason::End)?;
        // Unlike a new iterator, this leaves the end alone: lists of floats are read in two thirds
        // of the time.
        self.rest.nth(const { N - 1 });
        Ok(*array)
    }

    /// A single byte, 0 or 1; `otherwise` for any other.
    #[inline]
    pub(super) fn flag(&mut self, otherwise: Reason) -> Result<bool> {
        match self.byte()? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(otherwise.into()),
        }
    }

    /// The number of bytes, elements or entries that follow.
    #[inline]
    pub(super) fn length(&mut self) -> Result<usize> {
        let length = self.varint::<u64>()?;
        // Only where usize is narrower; what does not fit in it does not fit in memory.
        usize::try_from(length).map_err(|_| Reason::Budget.into())
    }

    /// An unsigned integer, seven bits a byte, the lowest first.
    #[inline]
    pub(super) fn varint<T: Unsigned>(&mut self) -> Result<T> {
        let first = self.byte()?;
        if first < CONTINUES {
            return Ok(T::from(first));
        }
        self.long_varint(first)
    }

    #[inline]
    fn long_varint<T: Unsigned>(&mut self, first: u8) -> Result<T> {
        let mut value = T::from(first & !CONTINUES);
        let mut shift = 7;
        while shift < T::BITS {
            let byte = self.byte()?;
            let bits = byte & !CONTINUES;
            let room = T::BITS - shift;
            if room < 7 && bits >> room != 0 {
                return Err(Reason::Range.into());
            }
            value |= T::from(bits) << shift;
            if byte < CONTINUES {
                // The last group holds the highest bits: a zero could have been left out.
                return if byte == 0 {
                    Err(Reason::Overlong.into())
                } else {
                    Ok(value)
                };
            }
            shift += 7;
        }
        Err(Reason::Range.into())
    }
}

/// The bit of a byte that says another one follows.
const CONTINUES: u8 = 0x80;

/// An integer that travels as a varint.
pub(super) trait Unsigned: From<u8> + Shl<u32, Output = Self> + BitOrAssign + Copy {
    const BITS: u32;
}

/// A signed integer that travels as the varint of its zigzag form: 0, -1, 1, -2, ….
pub(super) trait Signed {
    type Zigzag: Unsigned;

    fn from_zigzag(zigzag: Self::Zigzag) -> Self;
}

macro_rules! integers {
    ($($unsigned:ident $signed:ident)*) => {$(
        impl Unsigned for $unsigned {
            const BITS: u32 = $unsigned::BITS;
        }

        impl Signed for $signed {
            type Zigzag = $unsigned;

            #[inline]
            fn from_zigzag(zigzag: $unsigned) -> $signed {
                (zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed()
            }
        }
    )*};
}

integers! { u16 i16 u32 i32 u64 i64 u128 i128 }
