//! One echoing query for each supported type, so that every codec of each type exists on both sides.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::seen::seen;
use crate::types::{
    Direction, Expression, Marker, Page, Pair, PostId, Record, Renamed, Shape, Tree, Wrapped,
};

#[tramline::query]
pub async fn echo_bool(values: Vec<bool>) -> Vec<bool> {
    seen(values)
}

#[tramline::query]
pub async fn echo_u8(values: Vec<u8>) -> Vec<u8> {
    seen(values)
}

#[tramline::query]
pub async fn echo_u16(values: Vec<u16>) -> Vec<u16> {
    seen(values)
}

#[tramline::query]
pub async fn echo_u32(values: Vec<u32>) -> Vec<u32> {
    seen(values)
}

#[tramline::query]
pub async fn echo_u64(values: Vec<u64>) -> Vec<u64> {
    seen(values)
}

#[tramline::query]
pub async fn echo_u128(values: Vec<u128>) -> Vec<u128> {
    seen(values)
}

#[tramline::query]
pub async fn echo_usize(values: Vec<usize>) -> Vec<usize> {
    seen(values)
}

#[tramline::query]
pub async fn echo_i8(values: Vec<i8>) -> Vec<i8> {
    seen(values)
}

#[tramline::query]
pub async fn echo_i16(values: Vec<i16>) -> Vec<i16> {
    seen(values)
}

#[tramline::query]
pub async fn echo_i32(values: Vec<i32>) -> Vec<i32> {
    seen(values)
}

#[tramline::query]
pub async fn echo_i64(values: Vec<i64>) -> Vec<i64> {
    seen(values)
}

#[tramline::query]
pub async fn echo_i128(values: Vec<i128>) -> Vec<i128> {
    seen(values)
}

#[tramline::query]
pub async fn echo_isize(values: Vec<isize>) -> Vec<isize> {
    seen(values)
}

#[tramline::query]
pub async fn echo_f32(values: Vec<f32>) -> Vec<f32> {
    seen(values)
}

#[tramline::query]
pub async fn echo_f64(values: Vec<f64>) -> Vec<f64> {
    seen(values)
}

#[tramline::query]
pub async fn echo_char(values: Vec<char>) -> Vec<char> {
    seen(values)
}

#[tramline::query]
pub async fn echo_unit(values: Vec<()>) -> Vec<()> {
    seen(values)
}

#[tramline::query]
pub async fn echo_string(values: Vec<String>) -> Vec<String> {
    seen(values)
}

#[tramline::query]
pub async fn echo_boxed_str(values: Vec<Box<str>>) -> Vec<Box<str>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_shared_str(values: Vec<Arc<str>>) -> Vec<Arc<str>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_bytes(values: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_boxed_bytes(values: Vec<Box<[u8]>>) -> Vec<Box<[u8]>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_byte_array(values: Vec<[u8; 16]>) -> Vec<[u8; 16]> {
    seen(values)
}

#[tramline::query]
pub async fn echo_option(values: Vec<Option<u32>>) -> Vec<Option<u32>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_option_of_option(values: Vec<Option<Option<i8>>>) -> Vec<Option<Option<i8>>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_option_of_unit(values: Vec<Option<()>>) -> Vec<Option<()>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_list(values: Vec<Vec<String>>) -> Vec<Vec<String>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_list_of_lists(values: Vec<Vec<Vec<u16>>>) -> Vec<Vec<Vec<u16>>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_boxed_slice(values: Vec<Box<[i32]>>) -> Vec<Box<[i32]>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_array(values: Vec<[i16; 3]>) -> Vec<[i16; 3]> {
    seen(values)
}

#[tramline::query]
pub async fn echo_long_array(values: Vec<[u16; 20]>) -> Vec<[u16; 20]> {
    seen(values)
}

#[tramline::query]
pub async fn echo_array_of_options(values: Vec<[Option<bool>; 2]>) -> Vec<[Option<bool>; 2]> {
    seen(values)
}

#[tramline::query]
pub async fn echo_tuple(values: Vec<(u8, String, bool)>) -> Vec<(u8, String, bool)> {
    seen(values)
}

#[tramline::query]
pub async fn echo_single(values: Vec<(u64,)>) -> Vec<(u64,)> {
    seen(values)
}

#[tramline::query]
pub async fn echo_nested_tuple(values: Vec<((i8, u8), [char; 2])>) -> Vec<((i8, u8), [char; 2])> {
    seen(values)
}

#[tramline::query]
pub async fn echo_boxed(values: Vec<Box<u32>>) -> Vec<Box<u32>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_shared(values: Vec<Arc<i64>>) -> Vec<Arc<i64>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_hash_map(values: Vec<HashMap<String, u32>>) -> Vec<HashMap<String, u32>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_tree_map(
    values: Vec<BTreeMap<u64, Option<String>>>,
) -> Vec<BTreeMap<u64, Option<String>>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_map_by_tuple(
    values: Vec<BTreeMap<(u8, bool), i8>>,
) -> Vec<BTreeMap<(u8, bool), i8>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_hash_set(values: Vec<HashSet<u32>>) -> Vec<HashSet<u32>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_tree_set(values: Vec<BTreeSet<String>>) -> Vec<BTreeSet<String>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_set_of_bytes(values: Vec<BTreeSet<Vec<u8>>>) -> Vec<BTreeSet<Vec<u8>>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_unit_struct(values: Vec<Marker>) -> Vec<Marker> {
    seen(values)
}

#[tramline::query]
pub async fn echo_newtype(values: Vec<PostId>) -> Vec<PostId> {
    seen(values)
}

#[tramline::query]
pub async fn echo_newtype_of_struct(values: Vec<Wrapped>) -> Vec<Wrapped> {
    seen(values)
}

#[tramline::query]
pub async fn echo_tuple_struct(values: Vec<Pair>) -> Vec<Pair> {
    seen(values)
}

#[tramline::query]
pub async fn echo_record(values: Vec<Record>) -> Vec<Record> {
    seen(values)
}

#[tramline::query]
pub async fn echo_renamed(values: Vec<Renamed>) -> Vec<Renamed> {
    seen(values)
}

#[tramline::query]
pub async fn echo_unit_enum(values: Vec<Direction>) -> Vec<Direction> {
    seen(values)
}

#[tramline::query]
pub async fn echo_shape(values: Vec<Shape>) -> Vec<Shape> {
    seen(values)
}

#[tramline::query]
pub async fn echo_generic_of_number(values: Vec<Page<u64>>) -> Vec<Page<u64>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_generic_of_record(values: Vec<Page<Record>>) -> Vec<Page<Record>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_recursive_struct(values: Vec<Tree>) -> Vec<Tree> {
    seen(values)
}

#[tramline::query]
pub async fn echo_recursive_enum(values: Vec<Expression>) -> Vec<Expression> {
    seen(values)
}

#[tramline::query]
pub async fn echo_map_of_records(
    values: Vec<HashMap<PostId, Vec<Pair>>>,
) -> Vec<HashMap<PostId, Vec<Pair>>> {
    seen(values)
}
