//! What is called tolerable, held against values: what an old client writes is read by the new
//! server, and means the same to it, part by part; and the other way around for results.

use super::edit::edited;
use super::read::Reader;
use super::value::corresponds;
use super::world::World;
use super::write::Writer;
use crate::compatibility::{Schema, Tolerance, compare, tolerance};
use crate::model::{Direction, Encoding};
use crate::random::Random;

const PAIRS: u64 = 800;
const VALUES: usize = 6;

/// How many pairs there were of each verdict, and values of those that are tolerable.
#[derive(Debug, Default)]
struct Count {
    tolerable: u32,
    breaking: u32,
    values: u32,
}

#[test]
fn what_is_tolerable_in_lossless_json_is_read_as_it_is_meant() {
    check(Encoding::Postcard);
}

#[test]
fn what_is_tolerable_in_plain_json_is_read_as_it_is_meant() {
    check(Encoding::Json);
}

fn check(encoding: Encoding) {
    let mut input = Count::default();
    let mut result = Count::default();
    for seed in 0..PAIRS {
        let mut random = Random::new(seed);
        let old = World::new(&mut random, encoding);
        let new = edited(&old, &mut random);
        for (old, new) in [(&old, &new), (&new, &old)] {
            check_input(old, new, &mut random, &mut input);
            check_result(old, new, &mut random, &mut result);
        }
    }
    for count in [&input, &result] {
        assert!(count.tolerable > 200, "{input:?} {result:?}");
        assert!(count.breaking > 400, "{input:?} {result:?}");
        assert!(count.values > 1000, "{input:?} {result:?}");
    }
}

/// As an open client of it is known: by the text.
fn remembered(schema: &Schema) -> Schema {
    Schema::parse(&schema.to_string()).unwrap()
}

fn check_input(old: &World, new: &World, random: &mut Random, count: &mut Count) {
    let way = Direction::Input;
    let (was, is) = (remembered(&old.as_input()), new.as_input());
    let Tolerance { input, result } = tolerance(&was, &is);
    assert!(result);
    hold(input, (old, new), way, (&was, &is), random, count);
}

fn check_result(old: &World, new: &World, random: &mut Random, count: &mut Count) {
    let way = Direction::Output;
    let (was, is) = (remembered(&old.as_result()), new.as_result());
    let Tolerance { input, result } = tolerance(&was, &is);
    assert!(input);
    hold(result, (new, old), way, (&was, &is), random, count);
}

fn hold(
    is_tolerable: bool,
    (writer, reader): (&World, &World),
    way: Direction,
    (was, is): (&Schema, &Schema),
    random: &mut Random,
    count: &mut Count,
) {
    if !is_tolerable {
        count.breaking += 1;
        return;
    }
    if was.to_string() == is.to_string() {
        return;
    }
    count.tolerable += 1;
    for _ in 0..VALUES {
        let mut values = Writer {
            world: writer,
            way,
            random: &mut *random,
        };
        let Some((json, written)) = values.root() else {
            continue;
        };
        let read = Reader { world: reader, way }.root(&json);
        let holds = read.as_ref().is_ok_and(|read| corresponds(&written, read));
        let rules: Vec<_> = compare(was, is).iter().map(|one| one.to_string()).collect();
        assert!(
            holds,
            "{way:?}\n{was}\n->\n{is}\n{rules:#?}\n{json:?}\n{written:?}\n{read:?}"
        );
        count.values += 1;
    }
}
