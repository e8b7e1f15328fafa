//! Types with their shapes, and values of them.

mod enums;
mod nested;
mod scalars;
mod structs;
mod wide;

use std::fmt::Debug;

use serde::{Deserialize, Serialize};

pub(super) use self::enums::{Adjacent, Event, External};
pub(super) use self::nested::{Outer, Sparse, Tree};
pub(super) use self::structs::{Defaults, Page, Post, Strict};
pub(super) use self::wide::Wide;
use crate::wire::shape::Shape;

/// A type whose shape is known, and values of it.
pub(super) trait Sample:
    Serialize + for<'de> Deserialize<'de> + PartialEq + Debug + 'static
{
    const SHAPE: Shape;

    /// Any value.
    fn sample(random: &mut Random) -> Self;
}

/// Numbers that follow from a seed.
pub(super) struct Random {
    state: u64,
    /// How much deeper values may go.
    depth: u32,
}

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        let state = seed ^ 0x9e37_79b9_7f4a_7c15;
        let depth = if cfg!(miri) { 2 } else { 5 };
        Self { state, depth }
    }

    /// splitmix64.
    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ self.state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// One of a few.
    pub(super) fn pick<T: Clone>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())].clone()
    }

    /// A value one level down; how many of them, at most.
    fn deeper<T>(&mut self, make: impl FnOnce(&mut Self, usize) -> T) -> T {
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        let value = make(self, if depth == 0 { 1 } else { 4 });
        self.depth = depth;
        value
    }

    pub(super) fn is_deep(&self) -> bool {
        self.depth == 0
    }
}

/// Calls a macro with every type.
macro_rules! each_sample {
    ($check:ident) => {
        $check! {
            bool, u8, u16, u32, u64, u128, i8, i16, i32, i64, i128, f32, f64, char, String, (),
            Vec<u8>, Vec<u16>, Vec<f64>, [u8; 4], [String; 2], Option<u8>, Option<Option<bool>>,
            Option<()>, Option<Option<Option<u8>>>, Vec<Option<()>>, (u8, String, f32), (u64,),
            BTreeMap<String, u64>, BTreeMap<u32, String>, BTreeMap<(bool, char), Vec<u8>>,
            BTreeSet<String>, BTreeSet<i64>, Box<Post>, Page<Post>, Page<Event>, Strict, Defaults,
            External, Adjacent, Event, Outer, Tree, Sparse, Wide, uuid::Uuid, IpAddr, SocketAddr,
            rust_decimal::Decimal, BTreeMap<String, Event>, BTreeMap<External, Adjacent>,
            Vec<Vec<Event>>, Option<Adjacent>, Vec<Defaults>, (Event, Defaults, Adjacent),
        }
    };
}
pub(super) use each_sample;
