//! Every scalar and container.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

tramline::include_actions!();

#[derive(Serialize, Deserialize)]
pub struct Scalars {
    pub boolean: bool,
    pub u8: u8,
    pub u16: u16,
    pub u32: u32,
    pub u64: u64,
    pub u128: u128,
    pub usize: usize,
    pub i8: i8,
    pub i16: i16,
    pub i32: i32,
    pub i64: i64,
    pub i128: i128,
    pub isize: isize,
    pub f32: f32,
    pub f64: f64,
    pub char: char,
    pub string: String,
    pub boxed_str: Box<str>,
    pub unit: (),
}

#[derive(Serialize, Deserialize)]
pub struct Containers {
    pub bytes: Vec<u8>,
    pub digest: [u8; 32],
    pub list: Vec<u64>,
    pub queue: VecDeque<String>,
    pub nested: Vec<Vec<Option<bool>>>,
    pub option: Option<Option<char>>,
    pub pair: (u8, String),
    pub single: (u8,),
    pub array: [f32; 3],
    pub long: [u16; 20],
    pub set: BTreeSet<String>,
    pub hash_set: HashSet<u64>,
    pub map: BTreeMap<String, Vec<u8>>,
    pub hash_map: HashMap<u32, (i8, i8)>,
    pub boxed: Box<u64>,
    pub shared: Cow<'static, str>,
    pub boxed_slice: Box<[String]>,
}

#[tramline::action]
pub async fn echo_scalars(scalars: Scalars) -> Scalars {
    scalars
}

#[tramline::action]
pub async fn echo_containers(containers: Containers) -> Arc<Containers> {
    Arc::new(containers)
}

#[tramline::query]
pub async fn sum(numbers: Vec<f64>, start: i128) -> (f64, i128) {
    (numbers.iter().sum(), start)
}

#[tramline::query]
pub async fn nothing() {}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 4);
    }
}
