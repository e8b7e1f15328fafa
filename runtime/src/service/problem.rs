//! Problem documents (RFC 9457) of which not every text is a constant of ours.

use std::fmt::Write as _;

use http::StatusCode;

use crate::call::{Invalid, InvalidPlace};
use crate::rest::Place;

/// What one says.
pub(super) struct Problem<'a> {
    pub(super) status: StatusCode,
    pub(super) code: &'a str,
    pub(super) detail: &'a str,
    pub(super) request_id: &'a str,
    pub(super) extra: Extra<'a>,
}

/// What it says besides.
#[derive(Clone, Copy)]
pub(super) enum Extra<'a> {
    /// What a declared error carries, as JSON; nothing, where that is empty.
    Data(&'a [u8]),
    /// What is wrong with the input.
    Errors(&'a [Invalid]),
}

impl Problem<'_> {
    /// The document. Its title is what the status is called, as its type, which is none of ours,
    /// asks for.
    pub(super) fn document(&self) -> String {
        let Self { status, extra, .. } = *self;
        let title = status.canonical_reason().unwrap_or_default();
        let mut text = format!(
            r#"{{"title":{},"status":{},"code":{},"detail":{},"request_id":{}"#,
            Quoted(title),
            status.as_u16(),
            Quoted(self.code),
            Quoted(self.detail),
            Quoted(self.request_id),
        );
        match extra {
            Extra::Data([]) | Extra::Errors([]) => {}
            Extra::Data(data) => {
                // serde_json wrote it, so it is UTF-8.
                text.push_str(r#","data":"#);
                text.push_str(str::from_utf8(data).unwrap_or("null"));
            }
            Extra::Errors(errors) => {
                text.push_str(r#","errors":["#);
                for (index, error) in errors.iter().enumerate() {
                    text.push_str(if index == 0 { "{" } else { ",{" });
                    push(&mut text, error);
                    text.push('}');
                }
                text.push(']');
            }
        }
        text.push('}');
        text
    }
}

/// Adds the members of one error.
fn push(text: &mut String, error: &Invalid) {
    let detail = Quoted(&error.detail);
    // Writing to a string does not fail.
    let _ = match &error.place {
        InvalidPlace::Body(pointer) => {
            write!(text, r#""pointer":{},"detail":{detail}"#, Quoted(pointer))
        }
        InvalidPlace::Parameter(parameter) => {
            let place = match parameter.place {
                Place::Path(_) => "path",
                Place::Query => "query",
            };
            let name = Quoted(parameter.name);
            write!(
                text,
                r#""parameter":{name},"in":"{place}","detail":{detail}"#
            )
        }
    };
}

/// A text as JSON has it.
struct Quoted<'a>(&'a str);

impl std::fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A text can always be written.
        f.write_str(&serde_json::to_string(self.0).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::{Extra, Problem};
    use crate::call::{Invalid, InvalidPlace};
    use crate::rest::{Form, Parameter, Place};

    fn check(extra: Extra<'_>, expected: &str) {
        let problem = Problem {
            status: StatusCode::CONFLICT,
            code: "taken",
            detail: "The \"name\"\nis taken.",
            request_id: "0f",
            extra,
        };
        let head = r#"{"title":"Conflict","status":409,"code":"taken","detail":"The \"name\"\nis taken.","request_id":"0f""#;
        assert_eq!(problem.document(), format!("{head}{expected}}}"));
    }

    #[test]
    fn a_document_says_what_there_is_to_say() {
        check(Extra::Data(b""), "");
        check(Extra::Data(br#"{"name":"a"}"#), r#","data":{"name":"a"}"#);
        const PAGE: Parameter = Parameter {
            place: Place::Query,
            name: "page",
            form: Form::Integer,
            repeated: false,
            required: false,
        };
        let errors = [
            Invalid::new(InvalidPlace::Body("/a\"b".into()), "is missing".into()),
            Invalid::new(InvalidPlace::Parameter(&PAGE), "expected `x`".into()),
        ];
        check(
            Extra::Errors(&errors),
            concat!(
                r#","errors":[{"pointer":"/a\"b","detail":"is missing"},"#,
                r#"{"parameter":"page","in":"query","detail":"expected `x`"}]"#,
            ),
        );
    }
}
