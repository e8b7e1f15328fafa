//! The codes of error types, compared while compiling.

use crate::action::ErrorCode;

/// Every code of an error type, in the order of its variants.
pub type Codes = &'static [Code];

/// One variant of an error type that can reach a client.
#[derive(Clone, Copy, Debug)]
pub enum Code {
    /// A code of its own.
    Declared(ErrorCode),
    /// `#[error(flatten)]`: all those of another error type.
    Flatten(Codes),
}

impl Code {
    /// A variant with a code of its own.
    pub const fn declared(code: &'static str, status: u16) -> Self {
        Self::Declared(ErrorCode { code, status })
    }
}

/// Whether the compiled error types and what the build step read name the same codes with the
/// same statuses. Order and repetition do not matter: two extractors may refuse alike.
pub(crate) const fn same_errors(compiled: &[Codes], read: &[ErrorCode]) -> bool {
    let mut set = 0;
    while set < compiled.len() {
        if !within(compiled[set], read) {
            return false;
        }
        set += 1;
    }
    let mut index = 0;
    while index < read.len() {
        let mut set = 0;
        let mut found = false;
        while set < compiled.len() {
            found = found || names(compiled[set], &read[index]);
            set += 1;
        }
        if !found {
            return false;
        }
        index += 1;
    }
    true
}

/// Whether every code of `codes` is in `read`.
const fn within(codes: &[Code], read: &[ErrorCode]) -> bool {
    let mut index = 0;
    while index < codes.len() {
        let known = match &codes[index] {
            Code::Declared(code) => lists(read, code),
            Code::Flatten(inner) => within(inner, read),
        };
        if !known {
            return false;
        }
        index += 1;
    }
    true
}

/// Whether `codes` names `code`.
const fn names(codes: &[Code], code: &ErrorCode) -> bool {
    let mut index = 0;
    while index < codes.len() {
        let found = match &codes[index] {
            Code::Declared(own) => same(own, code),
            Code::Flatten(inner) => names(inner, code),
        };
        if found {
            return true;
        }
        index += 1;
    }
    false
}

const fn lists(list: &[ErrorCode], code: &ErrorCode) -> bool {
    let mut index = 0;
    while index < list.len() {
        if same(&list[index], code) {
            return true;
        }
        index += 1;
    }
    false
}

const fn same(left: &ErrorCode, right: &ErrorCode) -> bool {
    if left.status != right.status || left.code.len() != right.code.len() {
        return false;
    }
    let (left, right) = (left.code.as_bytes(), right.code.as_bytes());
    let mut index = 0;
    while index < left.len() {
        if left[index] != right[index] {
            return false;
        }
        index += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Code, same_errors};
    use crate::action::ErrorCode;

    const TAKEN: Code = Code::declared("taken", 409);
    const GONE: Code = Code::declared("gone", 410);

    #[test]
    fn codes_are_compared_as_sets_through_flattening() {
        let taken = ErrorCode {
            code: "taken",
            status: 409,
        };
        let gone = ErrorCode {
            code: "gone",
            status: 410,
        };
        let nested: &[Code] = &[Code::Flatten(&[GONE]), TAKEN];
        let cases: &[(&[super::Codes], &[ErrorCode], bool)] = &[
            (&[], &[], true),
            (&[&[TAKEN]], &[taken], true),
            (&[&[TAKEN], &[TAKEN]], &[taken], true),
            (&[&[]], &[taken], false),
            (&[&[TAKEN]], &[], false),
            (
                &[&[TAKEN]],
                &[ErrorCode {
                    status: 400,
                    ..taken
                }],
                false,
            ),
            (
                &[&[TAKEN]],
                &[ErrorCode {
                    code: "token",
                    ..taken
                }],
                false,
            ),
            (&[&[Code::Flatten(&[GONE]), TAKEN]], &[taken, gone], true),
            (&[&[Code::Flatten(&[GONE])]], &[taken, gone], false),
        ];
        for (compiled, read, expected) in cases {
            assert_eq!(
                same_errors(compiled, read),
                *expected,
                "{compiled:?} {read:?}"
            );
        }
        assert!(same_errors(&[nested], &[gone, taken]));
    }
}
