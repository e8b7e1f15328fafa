//! What the derive writes.

use std::error::Error as _;

use super::{Code, ErrorEncoding};
use crate::ActionError;
use crate::call::FailureKind;

#[derive(Debug, ActionError)]
enum AuthError {
    /// Sign in first.
    ///
    /// The second paragraph is for readers of the documentation.
    #[error(status = 401)]
    SignedOut,
    Banned(u32, String),
}

#[derive(Debug, ActionError)]
enum PostError {
    #[error(status = 409, code = "taken")]
    NameTaken {
        name: String,
        formatter: u8,
        error: bool,
    },
    #[error(flatten)]
    Auth(#[from] AuthError),
    #[error(internal)]
    Io(#[from] std::io::Error),
    #[error(internal)]
    Boxed(#[from] Box<dyn std::error::Error + Send + Sync>),
    #[error(internal)]
    Broken(Vec<u8>),
    Empty(#[from] u64),
}

#[derive(Debug, ActionError)]
enum Never {}

fn check(error: impl ActionError, status: u16, code: &str, fields: &[u8]) {
    match error.into_failure(ErrorEncoding::Postcard).0 {
        FailureKind::Declared {
            status: sent,
            code: named,
            body,
            ..
        } => {
            assert_eq!((sent.as_u16(), named), (status, code));
            let (text, rest) = body.split_at(code.len() + 1);
            assert_eq!(text[0] as usize, code.len());
            assert_eq!((&text[1..], rest), (code.as_bytes(), fields));
        }
        other => panic!("{other:?}"),
    }
}

fn check_internal(error: PostError, display: &str, log: &str) {
    assert_eq!(error.to_string(), display);
    match error.into_failure(ErrorEncoding::Postcard).0 {
        FailureKind::Internal(cause) => assert_eq!(&*cause, log),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_declared_variant_is_its_code_and_then_its_fields() {
    check(AuthError::SignedOut, 401, "signed_out", b"");
    check(
        AuthError::Banned(300, "ada".into()),
        400,
        "banned",
        b"\xac\x02\x03ada",
    );
    let name = "b".to_owned();
    let taken = PostError::NameTaken {
        name,
        formatter: 7,
        error: true,
    };
    check(taken, 409, "taken", b"\x01b\x07\x01");
    check(PostError::from(9), 400, "empty", b"\x09");
    check(
        PostError::from(AuthError::SignedOut),
        401,
        "signed_out",
        b"",
    );
}

#[test]
fn an_internal_variant_tells_only_the_log() {
    let io = || std::io::Error::other("disk on fire");
    check_internal(io().into(), "disk on fire", "disk on fire");
    let boxed: Box<dyn std::error::Error + Send + Sync> = io().into();
    check_internal(PostError::Boxed(boxed), "disk on fire", "disk on fire");
    check_internal(PostError::Broken(vec![3]), "Broken([3])", "Broken([3])");
    assert!(PostError::from(io()).source().is_none());
}

#[test]
fn a_variant_displays_as_its_documentation_or_its_code() {
    assert_eq!(AuthError::SignedOut.to_string(), "Sign in first.");
    assert_eq!(AuthError::Banned(1, String::new()).to_string(), "banned");
    let flattened = PostError::from(AuthError::SignedOut);
    assert_eq!(flattened.to_string(), "Sign in first.");
}

#[test]
fn codes_are_known_while_compiling() {
    const _: () = assert!(Never::CODES.is_empty());
    let [
        Code::Declared(taken),
        Code::Flatten(auth),
        Code::Declared(_),
    ] = PostError::CODES
    else {
        panic!("{:?}", PostError::CODES);
    };
    assert_eq!((taken.code, taken.status), ("taken", 409));
    assert_eq!(auth.len(), 2);
}
