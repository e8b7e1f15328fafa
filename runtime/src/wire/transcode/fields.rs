//! Structs: members by name to fields in order.

use super::unnamed;
use super::write::Transcriber;
use crate::wire::error::{Reason, Result};
use crate::wire::json::tree::{Member, Tree};
use crate::wire::shape::{Field, Presence, Shape, Struct};

/// From so many members on they are looked up in sorted order.
const MANY: usize = 32;

/// What a field costs that the JSON leaves out.
const LEFT_OUT: usize = 16;

impl Transcriber {
    /// Writes the fields of `shape`; a member called `tag` is none of them.
    pub(super) fn fields(
        &mut self,
        shape: &Struct,
        members: &[Member<'_>],
        tag: Option<&str>,
    ) -> Result<()> {
        if shape.deny_unknown_fields {
            check_known(shape, members, tag)?;
        }
        let members = Members::new(members);
        for (index, field) in shape.fields.iter().enumerate() {
            match members.of(field, index)? {
                Some(tree) => {
                    if field.presence == Presence::Flagged {
                        self.writer.byte(1);
                    }
                    self.value(&field.shape, tree)?;
                }
                None => self.left_out(field)?,
            }
        }
        Ok(())
    }

    fn left_out(&mut self, field: &Field) -> Result<()> {
        self.budget.charge(LEFT_OUT)?;
        match (field.presence, &field.shape) {
            (Presence::Flagged, _) | (Presence::Required, Shape::Option(_)) => self.writer.byte(0),
            (Presence::Zero, shape) => self.writer.raw(zero(shape)?),
            (Presence::Required, _) => return Err(Reason::Missing.into()),
        }
        Ok(())
    }
}

/// What a default looks like that is made of zeros.
fn zero(shape: &Shape) -> Result<&'static [u8]> {
    Ok(match shape {
        Shape::F32 => &[0; 4],
        Shape::F64 => &[0; 8],
        Shape::Named(inner) => return zero(unnamed(inner)?),
        Shape::Unit => &[],
        Shape::Char
        | Shape::FixedBytes(_)
        | Shape::Array(..)
        | Shape::Tuple(_)
        | Shape::Struct(_)
        | Shape::Enum(_)
        | Shape::Text(_) => return Err(Reason::Shape.into()),
        _ => &[0],
    })
}

fn check_known(shape: &Struct, members: &[Member<'_>], tag: Option<&str>) -> Result<()> {
    let is_known =
        |name: &str| tag == Some(name) || shape.fields.iter().any(|field| is_called(field, name));
    match members.iter().all(|(name, _)| is_known(name)) {
        true => Ok(()),
        false => Err(Reason::Unknown.into()),
    }
}

fn is_called(field: &Field, name: &str) -> bool {
    field.name == name || field.aliases.contains(&name)
}

/// Members of one object, by name.
enum Members<'a, 'b> {
    /// As they come.
    Few(&'a [Member<'b>]),
    /// By their names.
    Sorted(Vec<&'a Member<'b>>),
}

impl<'a, 'b> Members<'a, 'b> {
    fn new(members: &'a [Member<'b>]) -> Self {
        if members.len() < MANY {
            return Self::Few(members);
        }
        let mut sorted: Vec<_> = members.iter().collect();
        sorted.sort_unstable_by_key(|(name, _)| &**name);
        Self::Sorted(sorted)
    }

    /// The member that is `field`, which is the one at `index` if the sender has the same order.
    fn of(&self, field: &Field, index: usize) -> Result<Option<&'a Tree<'b>>> {
        let own = self.find(field.name, index);
        let mut found = own;
        for alias in field.aliases {
            let other = self.find(alias, index);
            if found.is_some() && other.is_some() {
                return Err(Reason::Duplicate.into());
            }
            found = found.or(other);
        }
        Ok(found)
    }

    fn find(&self, wanted: &str, index: usize) -> Option<&'a Tree<'b>> {
        let (_, tree) = match self {
            Self::Few(members) => {
                let is_wanted = |member: &&Member<'_>| member.0 == wanted;
                let expected = members.get(index).filter(is_wanted);
                expected.or_else(|| members.iter().find(is_wanted))?
            }
            Self::Sorted(members) => {
                let place = members.binary_search_by_key(&wanted, |(name, _)| &**name);
                members.get(place.ok()?)?
            }
        };
        Some(tree)
    }
}

/// The member called `name`.
pub(super) fn member<'a, 'b>(members: &'a [Member<'b>], name: &str) -> Option<&'a Tree<'b>> {
    let (_, tree) = members.iter().find(|(other, _)| other == name)?;
    Some(tree)
}
