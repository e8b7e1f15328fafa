//! Values, and what they are in JSON.

/// JSON as a tree, its numbers as they are spelled.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// What somebody meant, or understood.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Bool(bool),
    /// Its digits.
    Integer(String),
    /// Its bits in double precision.
    Float(u64),
    Text(String),
    Bytes(Vec<u8>),
    Unit,
    None,
    Some(Box<Value>),
    List(Vec<Value>),
    Map(Vec<(Value, Value)>),
    Struct(Vec<Member>),
    Variant(Choice),
}

/// A field by all its names; without value where it was left out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Member {
    pub(super) names: Vec<String>,
    pub(super) value: Option<Value>,
}

/// A variant by all its names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    pub(super) names: Vec<String>,
    /// Whether it stands in for others.
    pub(super) is_other: bool,
    pub(super) payload: Option<Box<Value>>,
}

/// Whether what was read is what was written, part by part.
pub(super) fn corresponds(written: &Value, read: &Value) -> bool {
    match (written, read) {
        (Value::Integer(digits), Value::Float(bits)) => is_exactly(digits, f64::from_bits(*bits)),
        (Value::Some(written), Value::Some(read)) => corresponds(written, read),
        (Value::None, Value::None) => true,
        (Value::None | Value::Some(_), _) => false,
        (written, Value::Some(read)) => corresponds(written, read),
        (Value::List(written), Value::List(read)) => {
            let mut pairs = written.iter().zip(read);
            written.len() == read.len() && pairs.all(|(written, read)| corresponds(written, read))
        }
        (Value::Map(written), Value::Map(read)) => {
            let mut pairs = written.iter().zip(read);
            written.len() == read.len()
                && pairs.all(|((key, value), (read_key, read_value))| {
                    corresponds(key, read_key) && corresponds(value, read_value)
                })
        }
        (Value::Struct(written), Value::Struct(read)) => members(written, read),
        (Value::Variant(written), Value::Variant(read)) => choice(written, read),
        (written, read) => written == read,
    }
}

fn is_exactly(digits: &str, float: f64) -> bool {
    format!("{float:.0}") == digits
}

/// Each member that was written is read by the one that has its name, or by nobody; and nothing is
/// read that was not written.
fn members(written: &[Member], read: &[Member]) -> bool {
    let meet = |written: &Member, read: &Member| {
        let mut names = written.names.iter();
        names.any(|name| read.names.contains(name))
    };
    let all_found = written.iter().all(|one| {
        let readers: Vec<&Member> = read.iter().filter(|other| meet(one, other)).collect();
        match (readers.as_slice(), &one.value) {
            ([], _) => true,
            ([reader], Some(value)) => {
                let read = reader.value.as_ref();
                read.is_some_and(|read| corresponds(value, read))
            }
            ([reader], None) => matches!(reader.value, None | Some(Value::None)),
            _ => false,
        }
    });
    let nothing_else = read.iter().all(|one| {
        let writers = written.iter().filter(|other| meet(other, one));
        let writers = writers.filter(|writer| writer.value.is_some()).count();
        match &one.value {
            None | Some(Value::None) => writers <= 1,
            Some(_) => writers == 1,
        }
    });
    all_found && nothing_else
}

fn choice(written: &Choice, read: &Choice) -> bool {
    let mut names = written.names.iter();
    let is_known = names.any(|name| read.names.contains(name));
    match (&written.payload, &read.payload) {
        _ if !is_known => read.is_other && read.payload.is_none(),
        (None, None) => true,
        (Some(written), Some(read)) => corresponds(written, read),
        _ => false,
    }
}
