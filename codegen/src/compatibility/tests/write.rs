//! Random values of a type, and their JSON, by a writer as simple as can be.

use super::value::{Choice, Json, Member, Value};
use super::world::{PARAMETER, World};
use crate::model::{
    Body, Direction, Encoding, Enum, Field, Fields, Omission, Presence, Scalar, Special, Tagging,
    Type,
};
use crate::random::Random;

/// Values nested deeper than so are given up.
const DEEPEST: i32 = -3;

/// Makes up values. The client writes what is an input, and the server what is a result.
pub(super) struct Writer<'a> {
    pub(super) world: &'a World,
    pub(super) way: Direction,
    pub(super) random: &'a mut Random,
}

type Written = (Json, Value);

impl Writer<'_> {
    /// An input or a result, unless it would not end.
    pub(super) fn root(&mut self) -> Option<Written> {
        let root = &self.world.root;
        if self.way == Direction::Output {
            return self.ty(root, 3);
        }
        let is_there = !self.world.optional || !self.random.once_in(3);
        let written = match is_there {
            true => Some(self.ty(root, 3)?),
            false => None,
        };
        Some(object(vec![(vec![PARAMETER.to_owned()], written)]))
    }

    fn is_plain(&self) -> bool {
        self.world.encoding == Encoding::Json
    }

    fn ty(&mut self, ty: &Type, left: i32) -> Option<Written> {
        let left = left - 1;
        if left < DEEPEST {
            return None;
        }
        Some(match ty {
            Type::Scalar(scalar) => self.scalar(*scalar),
            Type::String => self.text(&["", "a", "b", "null", "AAAA", "12"]),
            Type::Special(Special::Uuid) => self.text(&UUIDS),
            Type::Special(Special::Ipv4Addr) => self.text(&["1.2.3.4", "127.0.0.1"]),
            Type::Special(Special::IpAddr) => self.text(&["1.2.3.4", "::1"]),
            Type::Special(_) => self.text(&["1.50", "-3"]),
            Type::Bytes => {
                let length = self.random.below(4);
                self.bytes(length)
            }
            Type::ByteArray(length) => self.bytes(usize::try_from(*length).unwrap()),
            Type::Unit => (Json::Null, Value::Unit),
            Type::Option(inner) => self.option(inner, left)?,
            Type::List(element) => {
                let count = self.count(left);
                list(self.each(std::iter::repeat_n(&**element, count), left)?)
            }
            Type::Set(element) => {
                let count = self.count(left);
                let all = self.each(std::iter::repeat_n(&**element, count), left)?;
                list(distinct(all, |(_, value)| value))
            }
            Type::Array(element, count) => {
                let count = usize::try_from(*count).unwrap();
                list(self.each(std::iter::repeat_n(&**element, count), left)?)
            }
            Type::Tuple(parts) => list(self.each(parts.iter(), left)?),
            Type::Map(key, value) => self.map(key, value, left)?,
            Type::Named(id, _) => match &self.world.bodies[id.0] {
                Body::Struct(fields) => self.fields(fields, left)?,
                Body::Enum(body) => self.variant(body, left)?,
                _ => return None,
            },
            _ => return None,
        })
    }

    fn scalar(&mut self, scalar: Scalar) -> Written {
        let large = |digits: String, plain: bool| match plain {
            true => Json::Number(digits),
            false => Json::Text(digits),
        };
        let (smallest, greatest): (&str, &str) = match scalar {
            Scalar::Bool => {
                let value = self.random.once_in(2);
                return (Json::Bool(value), Value::Bool(value));
            }
            Scalar::Char => return self.text(&["a", "ü", "7"]),
            Scalar::F32 | Scalar::F64 => return self.float(scalar),
            Scalar::U8 => ("0", "255"),
            Scalar::U16 => ("0", "65535"),
            Scalar::U32 => ("0", "4294967295"),
            Scalar::U64 | Scalar::Usize => ("0", "18446744073709551615"),
            Scalar::U128 => ("0", "340282366920938463463374607431768211455"),
            Scalar::I8 => ("-128", "127"),
            Scalar::I16 => ("-32768", "32767"),
            Scalar::I32 => ("-2147483648", "2147483647"),
            Scalar::I64 | Scalar::Isize => ("-9223372036854775808", "9223372036854775807"),
            Scalar::I128 => (
                "-170141183460469231731687303715884105728",
                "170141183460469231731687303715884105727",
            ),
        };
        let digits = self.random.pick(&[smallest, greatest, "0", "7"]).to_owned();
        let json = match scalar {
            Scalar::U64 | Scalar::U128 | Scalar::I64 | Scalar::I128 => {
                large(digits.clone(), self.is_plain())
            }
            _ => Json::Number(digits.clone()),
        };
        (json, Value::Integer(digits))
    }

    fn float(&mut self, scalar: Scalar) -> Written {
        let all = [0.0, -0.0, 1.5, 0.1, 1e30, f64::NAN, f64::NEG_INFINITY];
        let number = self.random.pick(&all);
        let number = match self.is_plain() && !number.is_finite() {
            true => 2.25,
            false => number,
        };
        let (number, spelled) = match scalar {
            Scalar::F32 => {
                let single = number as f32;
                // serde_json knows how many digits tell one single from another.
                let digits = match self.is_plain() && self.way == Direction::Output {
                    true => format!("{single:?}"),
                    false => format!("{:?}", f64::from(single)),
                };
                (f64::from(single), digits)
            }
            _ => (number, format!("{number:?}")),
        };
        let by_client = self.way == Direction::Input && !self.is_plain();
        let json = match number {
            number if number.is_nan() => Json::Text("NaN".to_owned()),
            f64::NEG_INFINITY => Json::Text("-Infinity".to_owned()),
            _ if spelled == "-0.0" && by_client => Json::Text("-0".to_owned()),
            _ => Json::Number(spelled),
        };
        (json, Value::Float(number.to_bits()))
    }

    fn text(&mut self, all: &[&str]) -> Written {
        let text = self.random.pick(all).to_owned();
        (Json::Text(text.clone()), Value::Text(text))
    }

    fn bytes(&mut self, length: usize) -> Written {
        let bytes: Vec<u8> = (0..length).map(|_| self.random.below(256) as u8).collect();
        let json = match self.is_plain() {
            true => Json::List(
                bytes
                    .iter()
                    .map(|byte| Json::Number(byte.to_string()))
                    .collect(),
            ),
            false => Json::Text(base64(&bytes)),
        };
        (json, Value::Bytes(bytes))
    }

    fn option(&mut self, inner: &Type, left: i32) -> Option<Written> {
        let nothing = (Json::Null, Value::None);
        if left < 0 || self.random.once_in(3) {
            return Some(nothing);
        }
        let (json, value) = self.ty(inner, left)?;
        let brackets = !self.is_plain() && self.world.is_nullable(inner);
        Some(match json {
            json if brackets => (Json::List(vec![json]), Value::Some(Box::new(value))),
            // Plain JSON keeps no more apart.
            Json::Null => nothing,
            json => (json, Value::Some(Box::new(value))),
        })
    }

    fn count(&mut self, left: i32) -> usize {
        match left < 0 {
            true => 0,
            false => self.random.below(4),
        }
    }

    fn each<'t>(
        &mut self,
        types: impl Iterator<Item = &'t Type>,
        left: i32,
    ) -> Option<Vec<Written>> {
        types.map(|ty| self.ty(ty, left)).collect()
    }

    fn map(&mut self, key: &Type, value: &Type, left: i32) -> Option<Written> {
        let count = self.count(left);
        let mut entries = Vec::new();
        for _ in 0..count {
            entries.push((self.ty(key, left)?, self.ty(value, left)?));
        }
        let entries = distinct(entries, |((_, key), _)| key);
        let names =
            self.is_plain() || matches!(key, Type::String | Type::Special(Special::Decimal));
        let json = entries
            .iter()
            .map(|((key, _), (value, _))| (key.clone(), value.clone()));
        let json = match names {
            true => Json::Object(json.map(|(key, value)| (name(key), value)).collect()),
            false => Json::List(
                json.map(|(key, value)| Json::List(vec![key, value]))
                    .collect(),
            ),
        };
        let values = entries
            .into_iter()
            .map(|((_, key), (_, value))| (key, value));
        Some((json, Value::Map(values.collect())))
    }

    fn fields(&mut self, fields: &Fields, left: i32) -> Option<Written> {
        let fields = match fields {
            Fields::Unit => return Some((Json::Null, Value::Unit)),
            Fields::Tuple(fields) => {
                return Some(list(self.each(fields.iter().map(|field| &field.ty), left)?));
            }
            Fields::Named(fields) => fields,
        };
        let mut members = Vec::new();
        for field in fields {
            let written = match self.leaves_out(field) {
                true => None,
                false => Some(self.ty(&field.ty, left)?),
            };
            members.push((vec![field.names.of(self.way).clone()], written));
        }
        Some(object(members))
    }

    fn leaves_out(&mut self, field: &Field) -> bool {
        let may = match self.way {
            Direction::Input => field.presence != Presence::Required,
            Direction::Output => self.is_plain() && field.omission != Omission::Never,
        };
        may && self.random.once_in(2)
    }

    fn variant(&mut self, body: &Enum, left: i32) -> Option<Written> {
        if body.variants.is_empty() {
            return None;
        }
        let variant = &body.variants[self.random.below(body.variants.len())];
        let payload = match &variant.fields {
            Fields::Unit => None,
            Fields::Tuple(fields) if fields.len() == 1 => Some(self.ty(&fields[0].ty, left)?),
            fields => Some(self.fields(fields, left)?),
        };
        let (json, value) = payload.unzip();
        let name = variant.names.of(self.way).clone();
        let text = Json::Text(name.clone());
        let json = match (&body.tagging, json) {
            (Tagging::External, None) => text,
            (Tagging::External, Some(json)) => Json::Object(vec![(name.clone(), json)]),
            (Tagging::Internal { tag }, None) => Json::Object(vec![(tag.clone(), text)]),
            (Tagging::Internal { tag }, Some(Json::Object(mut members))) => {
                members.insert(0, (tag.clone(), text));
                Json::Object(members)
            }
            (Tagging::Adjacent { tag, .. }, None) => Json::Object(vec![(tag.clone(), text)]),
            (Tagging::Adjacent { tag, content }, Some(json)) => {
                Json::Object(vec![(tag.clone(), text), (content.clone(), json)])
            }
            _ => return None,
        };
        let choice = Choice {
            names: vec![name],
            is_other: false,
            payload: value.map(Box::new),
        };
        Some((json, Value::Variant(choice)))
    }
}

const UUIDS: [&str; 2] = [
    "67e55044-10b1-426f-9247-bb680e5fe0c8",
    "00000000-0000-0000-0000-000000000000",
];

fn list(all: Vec<Written>) -> Written {
    let (json, values) = all.into_iter().unzip();
    (Json::List(json), Value::List(values))
}

/// What a member is called, and what it holds if it is there.
fn object(all: Vec<(Vec<String>, Option<Written>)>) -> Written {
    let mut json = Vec::new();
    let mut members = Vec::new();
    for (names, written) in all {
        let value = written.map(|(tree, value)| {
            json.push((names[0].clone(), tree));
            value
        });
        members.push(Member { names, value });
    }
    (Json::Object(json), Value::Struct(members))
}

fn distinct<T>(all: Vec<T>, key: impl Fn(&T) -> &Value) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for one in all {
        if kept.iter().all(|other| key(other) != key(&one)) {
            kept.push(one);
        }
    }
    kept
}

fn name(key: Json) -> String {
    match key {
        Json::Text(text) | Json::Number(text) => text,
        other => panic!("{other:?} is no key"),
    }
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    let mut text = String::new();
    for start in (0..bits.len()).step_by(6) {
        let sextet = format!("{:0<6}", &bits[start..bits.len().min(start + 6)]);
        text.push(DIGITS[usize::from_str_radix(&sextet, 2).unwrap()].into());
    }
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}
