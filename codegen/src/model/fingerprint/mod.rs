//! Canonical schemas and their digests.
//!
//! The schema of an action is the text of everything that its callers rely on: the layout of input,
//! result and errors, and the names that JSON would carry. Types are compared by what they hold,
//! never by what Rust calls them, so the text is made from the smallest graph that cannot be told
//! from the one in the source. A different text is a different contract, hence its digest stands in
//! the URL of every call, and the text itself can be kept and reviewed.
//!
//! # Grammar
//!
//! Lines are separated by a line feed; there is none at the end.
//!
//! ```text
//! schema     = ["wire json" LF] "input " type LF "result " type *(LF error) *(LF definition)
//! error      = "error " name [": " type]                     ; sorted by name
//! definition = "#" number " = " (struct / enum / recursion)  ; numbers count up from 1
//! struct     = "struct " [name ": " name " "] "{" [field *(", " field)] "}"
//!                                                 ; before the fields: a tag and what it holds
//! field      = (name / "*") [absence] ": " type   ; "*": its fields stand in its place
//! absence    = "?"                                ; it may be missing, which shows in its type or
//!                                                 ; on JSON, where it may be missing from results
//!            / "~"                                ; missing, it is zero, whose bytes are sent
//!            / "??"                               ; a byte says whether it follows
//! enum       = ("enum" / "tagged " name [", " name] / "untagged")
//!              " {" [variant *(", " variant)] "}" ; with the names of tag and content
//! variant    = (name / "*") ["@" number] [": " type]
//!                                                 ; "*": without a tag; the number where it does
//!                                                 ; not follow that of the variant before
//! recursion  = container                                     ; `struct Tree(Vec<Tree>)`
//! type       = "#" number / scalar / container / "tuple<>"
//! scalar     = "bool" / "u8" … "u128" / "i8" … "i128" / "f32" / "f64" / "char"
//!            / "string" / "bytes" / "unit" / "never" / "json" / "decimal" / "uuid"
//!            / "ipv4_addr" / "ipv6_addr" / "ip_addr"
//!            / "socket_addr_v4" / "socket_addr_v6" / "socket_addr"
//! container  = "option<" type ">" / "list<" type ">" / "set<" type ">"
//!            / "map<" type ", " type ">" / "array<" type ", " number ">" / "bytes<" number ">"
//!            / "tuple<" type *(", " type) ">"
//! name       = (ALPHA / "_") *(ALPHA / DIGIT / "_" / "-") / quoted
//! quoted     = <"> *(any but <"> "\" and controls / "\" (<"> / "\" / "u{" hex "}")) <">
//! ```
//!
//! Each type is that of its direction: serde may read it otherwise than it writes it.
//!
//! What does not show: names of Rust types, parameters of generic types, newtypes, boxes and
//! borrows, unit structs (`unit`), tuple structs (`tuple`), `usize` (`u64`) and `isize` (`i64`),
//! types of other crates (what they are made of, unless they have a word above), whether a client
//! has them as dates, the kind of a map or a set, whether a variant's fields stand in it or in a
//! struct of their own, further names that are read, what is done with unknown members and
//! variants, the status and the order of errors. Structs and enums are numbered in the order in which a
//! reader of the text meets them, from the top, following each reference at once.

mod graph;
mod label;
mod minimize;
mod notes;
mod special;
#[cfg(test)]
pub(crate) mod tests;
mod text;

use std::collections::BTreeMap;

use tramline_syntax::digest::bits48;

pub(crate) use self::graph::{Graph, Node, NodeId};
use self::label::Way;
pub(crate) use self::label::{Absence, FieldLabel, Label, VariantLabel};
pub(crate) use self::notes::MemberNotes;
use super::{Action, Api, Direction, Encoding, ErrorId, ErrorVariant, Input, Location};
use crate::parallel;

/// The end points of an action in the graph.
#[derive(Debug)]
pub(crate) struct Roots {
    pub(crate) encoding: Encoding,
    pub(crate) input: NodeId,
    pub(crate) result: NodeId,
    /// By code.
    pub(crate) errors: BTreeMap<String, ErrorRoot>,
}

/// An error that an action declares.
#[derive(Debug)]
pub(crate) struct ErrorRoot {
    /// What travels with its code.
    pub(crate) payload: Option<NodeId>,
    /// Where it is declared, if that is known.
    pub(crate) location: Option<Location>,
}

/// Sets the schema and the fingerprint of every action.
pub(crate) fn identify(api: &mut Api) {
    let mut graph = Graph::default();
    let roots: Vec<Roots> = api
        .actions
        .iter()
        .map(|action| roots_of(api, &mut graph, action))
        .collect();
    let minimal = minimize::minimize(&graph);
    let identified = parallel::map(&roots, |roots| {
        let schema = text::schema(&minimal, roots);
        let fingerprint = bits48(&schema);
        (schema, fingerprint)
    });
    for (action, (schema, fingerprint)) in api.actions.iter_mut().zip(identified) {
        action.schema = schema;
        action.fingerprint = fingerprint;
    }
}

/// The text of one action.
pub(crate) fn text(graph: &Graph, roots: &Roots) -> String {
    text::schema(&minimize::minimize(graph), roots)
}

/// Adds what an action receives and returns.
pub(crate) fn roots_of(api: &Api, graph: &mut Graph, action: &Action) -> Roots {
    let encoding = action.encoding;
    let way = |direction| Way {
        direction,
        encoding,
    };
    let (inward, out) = (way(Direction::Input), way(Direction::Output));
    let input = match &action.input {
        Input::None => graph.nothing(),
        Input::Struct(ty) => graph.add(api, ty, inward),
        Input::Fields(fields) => graph.add_input(api, fields, inward),
    };
    let result = graph.add(api, &action.output.ok, out);
    let mut errors = BTreeMap::new();
    for id in &action.output.errors {
        collect_errors(api, graph, *id, out, &mut Vec::new(), &mut errors);
    }
    Roots {
        encoding,
        input,
        result,
        errors,
    }
}

/// Adds what `id` declares, following flattened variants.
fn collect_errors(
    api: &Api,
    graph: &mut Graph,
    id: ErrorId,
    way: Way,
    path: &mut Vec<ErrorId>,
    errors: &mut BTreeMap<String, ErrorRoot>,
) {
    if path.contains(&id) {
        return;
    }
    path.push(id);
    for variant in &api.errors[id.0].variants {
        match variant {
            ErrorVariant::Declared {
                code,
                fields,
                location,
                ..
            } => {
                let error = ErrorRoot {
                    payload: graph.add_payload(api, fields, way),
                    location: Some(*location),
                };
                errors.entry(code.clone()).or_insert(error);
            }
            ErrorVariant::Internal { .. } => {}
            ErrorVariant::Flatten { error, .. } => {
                collect_errors(api, graph, *error, way, path, errors);
            }
        }
    }
    path.pop();
}
