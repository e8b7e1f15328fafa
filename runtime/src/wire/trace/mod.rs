//! What serde does with a type, held against what the build step read of it.
//!
//! The build step reads source text, so it can be wrong about a type: a macro, a hand-written
//! implementation or an attribute may say otherwise. A generated test lets serde read a value of
//! the type that is made up by the type's [`Shape`], and write it again, and compares every step:
//! names, their order, tags, numbers of variants, private fields. The compiler cannot show these
//! elsewhere.
//!
//! There is a run for every variant of every enum that the type involves. Where a type refuses
//! what is made up for it, as one does that is made by `TryFrom`, a few more values are tried; what
//! was seen before a refusal is true all the same.
//!
//! What serde writes can only be seen of a value, and a value can only be had by reading one. So of
//! types that are written but never read, nothing is seen here.

mod any;
mod choice;
mod compound;
mod describe;
mod elements;
mod error;
mod leaf;
mod members;
mod names;
mod reader;
mod runs;
mod session;
mod tag;
mod text;
mod variant;
mod writer;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use self::session::{Finding, Session};
use self::writer::Writer;
use super::shape::Shape;

/// Where the build step found the types behind named shapes: "src/posts.rs:12".
pub type Sources<'a> = &'a [(&'static Shape, &'static str)];

/// Asserts that serde reads a `T` as `input` says.
///
/// # Panics
///
/// Where it does not, saying at which field of which type, and what the two think.
#[track_caller]
pub fn assert_reads<T: Deserialize<'static>>(input: &'static Shape, sources: Sources<'_>) {
    let findings = runs::all::<T>(input, |_, _| {});
    report::<T>(&findings, sources);
}

/// Asserts that serde reads a `T` as `input` says, and writes it as `output` says.
///
/// # Panics
///
/// As [`assert_reads`].
#[track_caller]
pub fn assert_reads_and_writes<T: Deserialize<'static> + Serialize>(
    input: &'static Shape,
    output: &'static Shape,
    sources: Sources<'_>,
) {
    let findings = runs::all::<T>(input, |session, value| write(session, value, output));
    report::<T>(&findings, sources);
}

/// What a value cannot be written for is no concern here.
fn write<T: Serialize>(session: &mut Session, value: &T, output: &'static Shape) {
    let written = value.serialize(Writer::new(session, output));
    drop(written);
}

#[track_caller]
fn report<T>(findings: &[Finding], sources: Sources<'_>) {
    let name = std::any::type_name::<T>();
    let told: String = findings
        .iter()
        .map(|finding| tell(name, finding, sources))
        .collect();
    assert!(
        findings.is_empty(),
        "tramline's build step and serde disagree about how `{name}` travels.\n\
         {told}\n\
         A macro, an attribute or an implementation written by hand must have hidden it from the \
         build step. Please write the type out, or report it if it is.\n",
    );
}

fn tell(name: &str, finding: &Finding, sources: Sources<'_>) -> String {
    let Finding {
        path,
        owner,
        read,
        serde,
    } = finding;
    let mut sources = sources.iter();
    let found = sources.find(|(shape, _)| std::ptr::eq(*shape, *owner));
    let place = found.map_or(String::new(), |(_, place)| format!(", in {place}"));
    format!(
        "\n`{name}{path}`{place}\n  the build step read: {read}\n  serde has:           {serde}\n"
    )
}
