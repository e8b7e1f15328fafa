//! Run after run over one type, until nothing new is seen.

use serde::Deserialize;

use super::choice::{Address, address};
use super::error::{Result, Stop};
use super::reader::Reader;
use super::session::{Finding, Session};
use crate::wire::shape::{Field, Presence, Shape, Struct, Tagging};

/// Reads values of all variants, and does something with each.
pub(super) fn all<T: Deserialize<'static>>(
    shape: &'static Shape,
    mut then: impl FnMut(&mut Session, &T),
) -> Vec<Finding> {
    let mut session = Session::new(shape);
    pass(&mut session, shape, &mut then);
    // What is zero or empty may be left out when it is written.
    session.empty_values();
    pass(&mut session, shape, &mut then);
    if session.findings.is_empty() {
        for omission in omissions(shape) {
            omission.check(&mut session, shape, &mut then);
        }
    }
    session.findings
}

/// Reads a value of every variant.
fn pass<T: Deserialize<'static>>(
    session: &mut Session,
    shape: &'static Shape,
    then: &mut impl FnMut(&mut Session, &T),
) {
    loop {
        let before = session.choices.progress();
        if let Ok(value) = run::<T>(session, shape) {
            session.rewind();
            then(session, &value);
        }
        if session.choices.progress() == before {
            return;
        }
    }
}

/// Reads one value, going the same way again while it is refused.
fn run<T: Deserialize<'static>>(session: &mut Session, shape: &'static Shape) -> Result<T> {
    loop {
        session.rewind();
        let choices = session.choices.clone();
        match T::deserialize(Reader::new(session, shape)) {
            Err(Stop::Refused) if session.has_another_value() => session.choices = choices,
            Err(Stop::Disagrees(serde) | Stop::Length(serde)) => {
                session.rewind();
                return Err(session.note("other names or types inside", serde));
            }
            Err(Stop::Missing(field)) => {
                session.rewind();
                return Err(session.note(format!("no {field:?}"), format!("{field:?}")));
            }
            result => return result,
        }
    }
}

/// A field of the type itself that a run leaves out.
struct Omission {
    body: &'static Struct,
    index: usize,
    /// The variant that it is in.
    variant: Option<(Address, usize)>,
    path: String,
}

/// The fields by name of a struct, or of the variants of an enum.
fn omissions(shape: &'static Shape) -> Vec<Omission> {
    match shape {
        Shape::Named(inner) => omissions(inner),
        Shape::Struct(body) => of_struct(body, None, ""),
        Shape::Enum(body) => {
            let variants = body.variants.iter().enumerate();
            variants
                .filter_map(|(index, variant)| {
                    let Some(Shape::Struct(payload)) = &variant.payload else {
                        return None;
                    };
                    let step = match body.tagging {
                        Tagging::External | Tagging::Internal { .. } => String::new(),
                        Tagging::Adjacent { content, .. } => format!(".{content}"),
                    };
                    Some(of_struct(payload, Some((address(*body), index)), &step))
                })
                .flatten()
                .collect()
        }
        _ => Vec::new(),
    }
}

fn of_struct(
    body: &'static Struct,
    variant: Option<(Address, usize)>,
    before: &str,
) -> Vec<Omission> {
    let fields = body.fields.iter().enumerate();
    fields
        .map(|(index, field)| Omission {
            body,
            index,
            variant,
            path: format!("{before}.{}", field.name),
        })
        .collect()
}

impl Omission {
    fn field(&self) -> &'static Field {
        &self.body.fields[self.index]
    }

    /// Holds what serde makes of the rest against what the build step read.
    fn check<T: Deserialize<'static>>(
        self,
        session: &mut Session,
        shape: &'static Shape,
        then: &mut impl FnMut(&mut Session, &T),
    ) {
        session.choices.forced = self.variant;
        session.choices.omitted = Some((address(self.body), self.index));
        session.rewind();
        let result = T::deserialize(Reader::new(session, shape));
        let was_met = session.choices.omitted.take().is_none();
        session.choices.forced = None;
        if !was_met {
            return;
        }
        session.rewind();
        let field = self.field();
        let name = field.name;
        match (result, field.presence) {
            (Err(Stop::Missing(missing)), Presence::Zero | Presence::Flagged)
                if missing == name =>
            {
                session.note(
                    format!("{name:?}, which may be left out"),
                    "a field that must be there",
                );
            }
            (Ok(_), Presence::Required) if !may_be_missing(&field.shape) => {
                session.note(format!("{name:?}, which must be there"), "a default for it");
            }
            (Ok(value), presence) => {
                session.zero = (presence == Presence::Zero).then_some(self.path);
                then(session, &value);
                session.zero = None;
            }
            _ => {}
        }
    }
}

/// serde reads a missing option as `None`.
fn may_be_missing(shape: &Shape) -> bool {
    match shape {
        Shape::Option(_) => true,
        Shape::Named(inner) => may_be_missing(inner),
        _ => false,
    }
}
