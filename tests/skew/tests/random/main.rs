//! SECURITY.md: no call of another version ever reads one shape as another.
//!
//! Random pairs of schemas, most of them a type and what became of it, are written as the Rust that
//! somebody could have written, and the build step says which callers of the old one may go on with the
//! new one. For those, random values go the way of a call:
//!
//! 1. A value of the old type, as the generated client of then or Rust writes it in lossless JSON, is
//!    read along the shape of now.
//! 2. A value of the new type, as the server of now writes it in JSON, is read by the client of then.
//!
//! What comes out is compared with what went in, member by member and by name, by an oracle that knows
//! neither shapes nor JSON. Where callers may not go on nothing is read, so there is nothing to compare.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

mod bytes;
mod change;
mod javascript;
mod oracle;
mod rng;
mod schema;
mod shape;
mod source;
mod value;

use bytes::Reader;
use javascript::{Answer, Case};
use rng::Rng;
use schema::Type;
use shape::Direction;
use tramline_codegen::trial::{Tolerance, Version};
use value::Value;

/// How many pairs are tried.
const PAIRS: usize = 500;

/// How many lists of values are tried with each.
const VALUES: usize = 6;

/// A type, what became of it, and what the build step says of its callers.
struct Pair {
    number: usize,
    old: Type,
    new: Type,
    tolerance: Tolerance,
}

#[test]
fn no_pair_of_schemas_reads_one_as_another() {
    let mut rng = Rng(1843);
    let types: Vec<(Type, Type)> = (0..PAIRS).map(|number| types(&mut rng, number)).collect();
    let old = version(types.iter().map(|(old, _)| old));
    let new = version(types.iter().map(|(_, new)| new));
    let pairs = pairs(types, &old, &new);
    let inputs = pairs.iter().filter(|pair| pair.tolerance.input).count();
    let results = pairs.iter().filter(|pair| pair.tolerance.result).count();
    // Otherwise nothing would be shown.
    assert!(pairs.len() > PAIRS * 4 / 5, "{} pairs", pairs.len());
    assert!(
        inputs > PAIRS / 10 && inputs < PAIRS * 9 / 10,
        "{inputs} inputs"
    );
    assert!(
        results > PAIRS / 10 && results < PAIRS * 9 / 10,
        "{results} results"
    );

    let guesses = pairs.iter().filter(|pair| is_misread(&mut rng, pair));
    assert!(guesses.count() > 10, "guessing would have been harmless");

    let mut problems: Vec<String> = Vec::new();
    for pair in &pairs {
        problems.extend(rust(&mut rng, pair));
    }
    problems.extend(client(&mut rng, &pairs, &old));
    let shown = problems.iter().take(10).cloned().collect::<Vec<_>>();
    assert!(
        problems.is_empty(),
        "{} problems\n{}",
        problems.len(),
        shown.join("\n\n")
    );
}

/// A type, and in most cases what became of it; in the others any other type.
fn types(rng: &mut Rng, number: usize) -> (Type, Type) {
    let old = schema::root(rng);
    let new = if number.is_multiple_of(12) {
        schema::root(rng)
    } else {
        change::changed(rng, &old)
    };
    (old, new)
}

fn version<'a>(types: impl Iterator<Item = &'a Type>) -> Version {
    let modules = types
        .enumerate()
        .map(|(number, ty)| source::module(number, ty));
    Version::parse(&modules.collect::<String>()).unwrap()
}

/// Those that travel in binary on both sides, and that differ.
fn pairs(types: Vec<(Type, Type)>, old: &Version, new: &Version) -> Vec<Pair> {
    let pair = |(number, (old_type, new_type)): (usize, (Type, Type))| {
        let name = format!("p{number}.echo{number}");
        let binary = old.is_binary(&name) && new.is_binary(&name);
        let tolerance = old.tolerance(new, &name).filter(|_| binary)?;
        Some(Pair {
            number,
            old: old_type,
            new: new_type,
            tolerance,
        })
    };
    types.into_iter().enumerate().filter_map(pair).collect()
}

/// Whether JSON alone would let through what means something else: the oracle has to see that.
fn is_misread(rng: &mut Rng, pair: &Pair) -> bool {
    if pair.tolerance.input {
        return false;
    }
    let values = values(rng, &pair.old, Direction::Input);
    let json = printed(&values, &pair.old, Direction::Input);
    let shape = shape::of_action(&pair.new, Direction::Input);
    let read = tramline::fuzzing::to_postcard(&json, shape).ok();
    let agrees = |bytes: Vec<u8>| compared(&values, &pair.old, &bytes, &pair.new, Direction::Input);
    read.is_some_and(|bytes| agrees(bytes).is_err())
}

/// Values as a caller could write them who leaves out what may be left out.
fn rust(rng: &mut Rng, pair: &Pair) -> Vec<String> {
    if !pair.tolerance.input {
        return Vec::new();
    }
    let values = (0..VALUES).map(|_| values(rng, &pair.old, Direction::Input));
    let verdicts = values.map(|values| {
        let json = printed(&values, &pair.old, Direction::Input);
        received(&json, &values, pair)
    });
    verdicts.filter_map(Result::err).collect()
}

/// Values as the generated client reads and writes them.
fn client(rng: &mut Rng, pairs: &[Pair], old: &Version) -> Vec<String> {
    let mut cases = Vec::new();
    let mut sent = Vec::new();
    let tolerated = |pair: &&Pair| pair.tolerance.input || pair.tolerance.result;
    for pair in pairs.iter().filter(tolerated) {
        let old_values = values(rng, &pair.old, Direction::Result);
        let new_values = values(rng, &pair.new, Direction::Result);
        let answered = printed(&new_values, &pair.new, Direction::Result);
        cases.push(Case {
            number: pair.number,
            bytes: bytes_of(&old_values, &pair.old, Direction::Result),
            answer: pair.tolerance.result.then_some(answered),
        });
        sent.push((pair, old_values, new_values));
    }
    let answers = javascript::run(old, &cases);
    let verdicts = sent
        .iter()
        .zip(answers)
        .flat_map(|((pair, was, answered), answer)| {
            let Answer { input, read } = answer;
            let input = pair.tolerance.input.then(|| match input {
                Ok(json) => received(&json, was, pair),
                Err(reason) => Err(problem(pair, "input", &format!("{was:?}"), &reason)),
            });
            let result = read.map(|read| match read {
                Ok(bytes) => understood(&bytes, answered, pair),
                Err(reason) => Err(problem(pair, "result", &format!("{answered:?}"), &reason)),
            });
            [input, result].into_iter().flatten()
        });
    verdicts.filter_map(Result::err).collect()
}

/// A list, as the actions take and return it.
fn values(rng: &mut Rng, ty: &Type, direction: Direction) -> Vec<Value> {
    (0..3).map(|_| value::any(rng, ty, direction)).collect()
}

fn bytes_of(values: &[Value], ty: &Type, direction: Direction) -> Vec<u8> {
    let mut out = vec![values.len() as u8];
    for value in values {
        bytes::write(value, ty, direction, &mut out);
    }
    out
}

/// What the runtime makes of the bytes.
fn printed(values: &[Value], ty: &Type, direction: Direction) -> Vec<u8> {
    let bytes = bytes_of(values, ty, direction);
    let shape = shape::of_action(ty, direction);
    tramline::fuzzing::to_json(&bytes, shape).unwrap()
}

/// Reads what an old caller sent as the server of now does.
fn received(json: &[u8], was: &[Value], pair: &Pair) -> Result<(), String> {
    let shape = shape::of_action(&pair.new, Direction::Input);
    let text = String::from_utf8_lossy(json);
    let bytes = tramline::fuzzing::to_postcard(json, shape)
        .map_err(|error| problem(pair, "input", &text, &format!("{error:?}")))?;
    compared(was, &pair.old, &bytes, &pair.new, Direction::Input)
        .map_err(|reason| problem(pair, "input", &text, &reason))
}

/// Looks at what an old client read of what the server of now answered.
fn understood(bytes: &[u8], was: &[Value], pair: &Pair) -> Result<(), String> {
    compared(was, &pair.new, bytes, &pair.old, Direction::Result)
        .map_err(|reason| problem(pair, "result", &format!("{was:?}"), &reason))
}

fn compared(
    was: &[Value],
    writer: &Type,
    bytes: &[u8],
    reader: &Type,
    direction: Direction,
) -> Result<(), String> {
    // A client writes what it has read as an input, with what it may leave out.
    let read_as = Direction::Input;
    let mut rest = Reader {
        bytes,
        direction: read_as,
    };
    let list = Type::List(Box::new(reader.clone()));
    let is = rest.read(&list);
    if !rest.bytes.is_empty() {
        return Err("bytes are left".to_owned());
    }
    let was = Value::List(was.to_vec());
    oracle::agree(
        &was,
        &Type::List(Box::new(writer.clone())),
        &is,
        &list,
        direction,
    )
}

fn problem(pair: &Pair, part: &str, text: &str, reason: &str) -> String {
    let Pair {
        number, old, new, ..
    } = pair;
    format!("pair {number}, {part}: {reason}\n  was {old:?}\n  is {new:?}\n  sent {text}")
}
