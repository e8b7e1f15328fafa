//! What a type makes of some JSON, by a reader as simple as can be: names are looked for, and what
//! they stand for is read.

use super::value::{Choice, Json, Member, Value};
use super::world::{PARAMETER, World};
use crate::model::{
    Body, Direction, Encoding, Enum, Field, Fields, Omission, Presence, Scalar, Special, Tagging,
    Type, Variant,
};

/// Reads values. The server reads what is an input, and the client what is a result.
pub(super) struct Reader<'a> {
    pub(super) world: &'a World,
    pub(super) way: Direction,
}

type Read<T> = Result<T, String>;
type Members = [(String, Json)];

fn refuse<T>(why: &str, json: &Json) -> Read<T> {
    Err(format!("{why}: {json:?}"))
}

impl World {
    /// Whether `null` is one of its values.
    pub(super) fn is_nullable(&self, ty: &Type) -> bool {
        match ty {
            Type::Option(_) | Type::Unit => true,
            Type::Named(id, _) => matches!(self.bodies[id.0], Body::Struct(Fields::Unit)),
            _ => false,
        }
    }
}

impl Reader<'_> {
    /// An input or a result.
    pub(super) fn root(&self, json: &Json) -> Read<Value> {
        let root = &self.world.root;
        let Json::Object(members) = json else {
            return self.ty(root, json);
        };
        if self.way == Direction::Output {
            return self.ty(root, json);
        }
        let value = match members.as_slice() {
            [(name, json)] if name == PARAMETER => Some(self.ty(root, json)?),
            [] if self.world.optional => None,
            [] if matches!(root, Type::Option(_)) => Some(Value::None),
            _ => return refuse("parameters", json),
        };
        let names = vec![PARAMETER.to_owned()];
        Ok(Value::Struct(vec![Member { names, value }]))
    }

    fn is_plain(&self) -> bool {
        self.world.encoding == Encoding::Json
    }

    fn ty(&self, ty: &Type, json: &Json) -> Read<Value> {
        match (ty, json) {
            (Type::Scalar(scalar), _) => self.scalar(*scalar, json),
            (Type::Unit, Json::Null) => Ok(Value::Unit),
            (Type::String, Json::Text(text)) => Ok(Value::Text(text.clone())),
            (Type::Special(special), Json::Text(text)) => special_text(*special, text),
            (Type::Bytes, _) => self.bytes(json).map(Value::Bytes),
            (Type::ByteArray(length), _) => match self.bytes(json)? {
                bytes if bytes.len() as u64 == *length => Ok(Value::Bytes(bytes)),
                _ => refuse("length", json),
            },
            (Type::Option(_), Json::Null) => Ok(Value::None),
            (Type::Option(inner), _) => {
                let brackets = !self.is_plain() && self.world.is_nullable(inner);
                let some = match json {
                    _ if !brackets => self.ty(inner, json),
                    Json::List(list) if list.len() == 1 => self.ty(inner, &list[0]),
                    _ => refuse("brackets", json),
                };
                some.map(|some| Value::Some(Box::new(some)))
            }
            (Type::List(element), Json::List(list)) => self.each(list, |_| Some(element)),
            (Type::Set(element), Json::List(list)) => {
                let value = self.each(list, |_| Some(element))?;
                match &value {
                    Value::List(values) if are_distinct(values.iter()) => Ok(value),
                    _ => refuse("repeated", json),
                }
            }
            (Type::Array(element, length), Json::List(list)) if *length == list.len() as u64 => {
                self.each(list, |_| Some(element))
            }
            (Type::Tuple(parts), Json::List(list)) if parts.len() == list.len() => {
                self.each(list, |index| parts.get(index))
            }
            (Type::Map(key, value), _) => self.map(key, value, json),
            (Type::Named(id, _), _) => {
                let deny = self.world.deny[id.0];
                match &self.world.bodies[id.0] {
                    Body::Struct(fields) => self.fields(fields, json, deny, None),
                    Body::Enum(body) => self.variant(body, json, deny),
                    _ => refuse("definition", json),
                }
            }
            _ => refuse("kind", json),
        }
    }

    fn scalar(&self, scalar: Scalar, json: &Json) -> Read<Value> {
        match (scalar, json) {
            (Scalar::Bool, Json::Bool(value)) => Ok(Value::Bool(*value)),
            (Scalar::Char, Json::Text(text)) if text.chars().count() == 1 => {
                Ok(Value::Text(text.clone()))
            }
            (Scalar::F32 | Scalar::F64, _) => float(scalar, json),
            (Scalar::Bool | Scalar::Char, _) => refuse("kind", json),
            (scalar, Json::Number(digits)) => integer(scalar, digits),
            (Scalar::U64 | Scalar::U128 | Scalar::I64 | Scalar::I128, Json::Text(digits))
                if !self.is_plain() =>
            {
                integer(scalar, digits)
            }
            _ => refuse("kind", json),
        }
    }

    fn bytes(&self, json: &Json) -> Read<Vec<u8>> {
        match json {
            Json::List(list) if self.is_plain() => {
                let byte = |json: &Json| match json {
                    Json::Number(digits) => digits.parse().map_err(|_| "no byte".to_owned()),
                    _ => refuse("byte", json),
                };
                list.iter().map(byte).collect()
            }
            Json::Text(text) if !self.is_plain() => base64(text).ok_or("base64".to_owned()),
            _ => refuse("bytes", json),
        }
    }

    fn each<'t>(&self, list: &[Json], ty: impl Fn(usize) -> Option<&'t Type>) -> Read<Value> {
        let mut values = Vec::new();
        for (index, json) in list.iter().enumerate() {
            let ty = ty(index).ok_or("length")?;
            values.push(self.ty(ty, json)?);
        }
        Ok(Value::List(values))
    }

    fn map(&self, key: &Type, value: &Type, json: &Json) -> Read<Value> {
        let names =
            self.is_plain() || matches!(key, Type::String | Type::Special(Special::Decimal));
        let mut entries = Vec::new();
        match json {
            Json::Object(members) if names => {
                for (name, json) in members {
                    entries.push((self.name(key, name)?, self.ty(value, json)?));
                }
            }
            Json::List(pairs) if !names => {
                for pair in pairs {
                    let Json::List(pair) = pair else {
                        return refuse("pair", json);
                    };
                    let [key_json, value_json] = pair.as_slice() else {
                        return refuse("pair", json);
                    };
                    entries.push((self.ty(key, key_json)?, self.ty(value, value_json)?));
                }
            }
            _ => return refuse("map", json),
        }
        match are_distinct(entries.iter().map(|(key, _)| key)) {
            true => Ok(Value::Map(entries)),
            false => refuse("repeated", json),
        }
    }

    /// A key as plain JSON has it: what has no text of its own, as it would be spelled.
    fn name(&self, key: &Type, name: &str) -> Read<Value> {
        let json = match key {
            Type::Scalar(Scalar::Char) => Json::Text(name.to_owned()),
            Type::Scalar(_) => Json::Number(name.to_owned()),
            _ => Json::Text(name.to_owned()),
        };
        self.ty(key, &json)
    }

    fn fields(&self, fields: &Fields, json: &Json, deny: bool, tag: Option<&str>) -> Read<Value> {
        match (fields, json) {
            (Fields::Unit, Json::Null) => Ok(Value::Unit),
            (Fields::Tuple(fields), Json::List(list)) if fields.len() == list.len() => {
                self.each(list, |index| fields.get(index).map(|field| &field.ty))
            }
            (Fields::Named(fields), Json::Object(members)) => {
                self.members(fields, members, deny, tag)
            }
            _ => refuse("fields", json),
        }
    }

    fn members(
        &self,
        fields: &[Field],
        members: &Members,
        deny: bool,
        tag: Option<&str>,
    ) -> Read<Value> {
        let names: Vec<Vec<String>> = fields.iter().map(|field| self.names(field)).collect();
        for (name, _) in members {
            let readers = names.iter().filter(|names| names.contains(name)).count();
            let is_refused = deny && self.way == Direction::Input && tag != Some(name);
            if readers > 1 || readers == 0 && is_refused {
                return Err(format!("{readers} readers of {name}"));
            }
        }
        let mut read = Vec::new();
        for (field, names) in fields.iter().zip(names) {
            let mut found = members.iter().filter(|(name, _)| names.contains(name));
            let value = match (found.next(), found.next()) {
                (Some((_, json)), None) => Some(self.ty(&field.ty, json)?),
                (None, _) => self.absent(field)?,
                _ => return Err(format!("repeated {names:?}")),
            };
            read.push(Member { names, value });
        }
        Ok(Value::Struct(read))
    }

    /// A client knows one name of each.
    fn names(&self, field: &Field) -> Vec<String> {
        let own = field.names.of(self.way).clone();
        match self.way {
            Direction::Input => [vec![own], field.aliases.clone()].concat(),
            Direction::Output => vec![own],
        }
    }

    fn absent(&self, field: &Field) -> Read<Option<Value>> {
        let has_default = match self.way {
            Direction::Input => field.presence != Presence::Required,
            Direction::Output => self.is_plain() && field.omission != Omission::Never,
        };
        let by_serde = self.is_plain() && self.way == Direction::Input;
        match field.ty {
            _ if has_default => Ok(None),
            Type::Option(_) if !(by_serde && field.converted) => Ok(Some(Value::None)),
            _ => Err(format!("{} is missing", field.rust_name)),
        }
    }

    fn variant(&self, body: &Enum, json: &Json, deny: bool) -> Read<Value> {
        let (name, held) = match (&body.tagging, json) {
            (Tagging::External, Json::Text(name)) => (name, None),
            (Tagging::External, Json::Object(members)) if members.len() == 1 => {
                (&members[0].0, Some(&members[0].1))
            }
            (Tagging::Internal { tag }, Json::Object(members)) => {
                (tag_of(tag, members)?, Some(json))
            }
            (Tagging::Adjacent { tag, content }, Json::Object(members)) => {
                let held = members.iter().find(|(name, _)| name == content);
                (tag_of(tag, members)?, held.map(|(_, json)| json))
            }
            _ => return refuse("variant", json),
        };
        let variant = self.called(body, name).ok_or("unknown variant")?;
        let names = self.names_of(variant);
        let is_known = names.contains(name);
        let tag = match &body.tagging {
            Tagging::Internal { tag } => Some(tag.as_str()),
            _ => None,
        };
        let payload = match (&variant.fields, held) {
            (Fields::Unit, None) => None,
            (Fields::Unit, Some(_)) if tag.is_some() => None,
            (Fields::Unit, Some(_)) if !is_known && !self.is_plain() => None,
            (Fields::Tuple(only), Some(json)) if only.len() == 1 => match (&only[0].ty, tag) {
                (Type::Named(id, _), Some(tag)) => {
                    let deny = self.world.deny[id.0];
                    match &self.world.bodies[id.0] {
                        Body::Struct(fields) => Some(self.fields(fields, json, deny, Some(tag))?),
                        _ => return refuse("beside a tag", json),
                    }
                }
                (ty, _) => Some(self.ty(ty, json)?),
            },
            (Fields::Tuple(_) | Fields::Named(_), Some(json)) => {
                Some(self.fields(&variant.fields, json, deny, tag)?)
            }
            _ => return refuse("payload", json),
        };
        Ok(Value::Variant(Choice {
            names,
            is_other: variant.other,
            payload: payload.map(Box::new),
        }))
    }

    fn names_of(&self, variant: &Variant) -> Vec<String> {
        let own = variant.names.of(self.way).clone();
        match self.way {
            Direction::Input => [vec![own], variant.aliases.clone()].concat(),
            Direction::Output => vec![own],
        }
    }

    fn called<'b>(&self, body: &'b Enum, name: &String) -> Option<&'b Variant> {
        let mut variants = body.variants.iter();
        let called = variants.find(|variant| self.names_of(variant).contains(name));
        let stands_in = |variant: &&Variant| variant.other && self.way == Direction::Input;
        called.or_else(|| body.variants.iter().find(stands_in))
    }
}

fn tag_of<'m>(tag: &str, members: &'m Members) -> Read<&'m String> {
    match members.iter().find(|(name, _)| name == tag) {
        Some((_, Json::Text(name))) => Ok(name),
        _ => Err("no tag".to_owned()),
    }
}

fn special_text(special: Special, text: &str) -> Read<Value> {
    let fits = match special {
        Special::Uuid => text.len() == 36,
        Special::Ipv4Addr => text.parse::<std::net::Ipv4Addr>().is_ok(),
        Special::IpAddr => text.parse::<std::net::IpAddr>().is_ok(),
        _ => text.parse::<f64>().is_ok(),
    };
    match fits {
        true => Ok(Value::Text(text.to_owned())),
        false => Err(format!("{text} is no {special:?}")),
    }
}

fn integer(scalar: Scalar, digits: &str) -> Read<Value> {
    let fits = match scalar {
        Scalar::U8 => digits.parse::<u8>().is_ok(),
        Scalar::U16 => digits.parse::<u16>().is_ok(),
        Scalar::U32 => digits.parse::<u32>().is_ok(),
        Scalar::U64 => digits.parse::<u64>().is_ok(),
        Scalar::U128 => digits.parse::<u128>().is_ok(),
        Scalar::I8 => digits.parse::<i8>().is_ok(),
        Scalar::I16 => digits.parse::<i16>().is_ok(),
        Scalar::I32 => digits.parse::<i32>().is_ok(),
        Scalar::I64 => digits.parse::<i64>().is_ok(),
        _ => digits.parse::<i128>().is_ok(),
    };
    match fits {
        true => Ok(Value::Integer(digits.to_owned())),
        false => Err(format!("{digits} is no {scalar:?}")),
    }
}

fn float(scalar: Scalar, json: &Json) -> Read<Value> {
    let number = match json {
        Json::Number(spelled) => spelled.parse().map_err(|_| "number")?,
        Json::Text(name) => match name.as_str() {
            "NaN" => f64::NAN,
            "Infinity" => f64::INFINITY,
            "-Infinity" => f64::NEG_INFINITY,
            "-0" => -0.0,
            _ => return refuse("float", json),
        },
        _ => return refuse("float", json),
    };
    let number = match scalar {
        Scalar::F32 => f64::from(number as f32),
        _ => number,
    };
    Ok(Value::Float(number.to_bits()))
}

fn are_distinct<'v>(values: impl Iterator<Item = &'v Value>) -> bool {
    let mut seen: Vec<&Value> = Vec::new();
    for value in values {
        if seen.contains(&value) {
            return false;
        }
        seen.push(value);
    }
    true
}

fn base64(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let mut bits = String::new();
    for character in text.trim_end_matches('=').chars() {
        let value = match character {
            'A'..='Z' => u32::from(character) - u32::from('A'),
            'a'..='z' => u32::from(character) - u32::from('a') + 26,
            '0'..='9' => u32::from(character) - u32::from('0') + 52,
            '+' => 62,
            '/' => 63,
            _ => return None,
        };
        bits += &format!("{value:06b}");
    }
    let whole = bits.len() / 8 * 8;
    let bytes = (0..whole).step_by(8);
    bytes
        .map(|at| u8::from_str_radix(&bits[at..at + 8], 2).ok())
        .collect()
}
