//! What is documented of a rule, held against what garde makes of values around its bounds.

use garde::Validate;
use regex::Regex;

use crate::model::{Body, Constraints, Fields};
use crate::testing::Files;

/// The constraints that the build step reads of a field.
fn read(rules: &str, ty: &str) -> Constraints {
    let text = format!(
        "const LEAST: usize = 2;\n\
         #[derive(serde::Deserialize, garde::Validate)] struct Probe {{ #[garde({rules})] value: {ty} }}\n\
         #[tramline::action] async fn probe(probe: Probe) {{}}\n"
    );
    let front = Files::parse(&text).read();
    assert_eq!(front.rendered(), "", "{text}");
    let Body::Struct(Fields::Named(fields)) = &front.api.definitions[0].body else {
        panic!("{text}");
    };
    fields[0].constraints.clone()
}

const LEAST: usize = 2;

/// Types with rules, and what the build step reads of the same tokens.
macro_rules! probes {
    ($($name:ident: $ty:ty, [$($rules:tt)*];)*) => {$(
        #[derive(Validate)]
        struct $name {
            #[garde($($rules)*)]
            value: $ty,
        }

        impl Probe for $name {
            type Value = $ty;
            const RULES: &'static str = stringify!($($rules)*);
            const TYPE: &'static str = stringify!($ty);

            fn is_taken(value: $ty) -> bool {
                $name { value }.validate().is_ok()
            }
        }
    )*};
}

trait Probe {
    type Value;
    const RULES: &'static str;
    const TYPE: &'static str;

    fn is_taken(value: Self::Value) -> bool;

    fn constraints() -> Constraints {
        read(Self::RULES, Self::TYPE)
    }
}

probes! {
    Chars: String, [length(chars, min = 2, max = 4)];
    Filled: String, [length(min = 1)];
    Bytes: String, [length(min = 2, max = 4)];
    Ascii: String, [ascii, length(min = LEAST, max = 4)];
    Exact: String, [length(chars, equal = 3)];
    Prefixed: String, [prefix("a.")];
    Suffixed: String, [suffix("(b)")];
    Containing: String, [contains("$")];
    Digits: String, [pattern(r"^[0-9a-f]{2,4}$")];
    Anything: String, [pattern(r"^a.b$")];
    Perhaps: Option<String>, [length(chars, min = 2, max = 4)];
    Inside: Option<String>, [inner(length(chars, min = 2, max = 4))];
    Items: Vec<u16>, [length(min = 1, max = 3)];
    Whole: i32, [range(min = -3, max = 1_000)];
    Named: u64, [range(min = 2, max = 0x10)];
    Real: f64, [range(min = -0.5, max = 2.25)];
}

/// Texts of every length up to six, some of whose characters take several bytes or code units.
const TEXTS: &[&str] = &[
    "",
    "a",
    "ß",
    "𝄞",
    "ab",
    "aß",
    "𝄞𝄞",
    "abc",
    "ßßß",
    "abcd",
    "𝄞𝄞𝄞𝄞",
    "abcde",
    "ßßßßß",
    "a.",
    "a.b",
    "ba.",
    "xa.",
    "a\nb",
    "a\rb",
    "a\u{2028}b",
    "axb",
    "(b)",
    "x(b)",
    "(b)x",
    "$",
    "a$b",
    "09af",
    "09afg",
    "0",
    "٣٣",
    "\u{7f}\u{7f}",
    "\u{80}\u{80}",
];

/// Whether a document allows the text.
fn allows(constraints: &Constraints, text: &str) -> bool {
    let length = text.chars().count() as u64;
    let pattern = constraints.pattern.as_deref();
    // The dialects agree on what the build step writes.
    let matches = pattern.is_none_or(|pattern| {
        let pattern = pattern.replace(r"\/", "/");
        Regex::new(&pattern).unwrap().is_match(text)
    });
    constraints.min_length.is_none_or(|min| min <= length)
        && constraints.max_length.is_none_or(|max| length <= max)
        && matches
}

fn check_texts<P: Probe>(value: fn(&str) -> P::Value) {
    let constraints = P::constraints();
    assert_ne!(constraints, Constraints::default(), "{}", P::RULES);
    for text in TEXTS {
        let taken = P::is_taken(value(text));
        assert_eq!(allows(&constraints, text), taken, "{} {text:?}", P::RULES);
    }
}

#[test]
fn texts_are_allowed_that_garde_takes() {
    check_texts::<Chars>(str::to_owned);
    check_texts::<Filled>(str::to_owned);
    check_texts::<Exact>(str::to_owned);
    check_texts::<Prefixed>(str::to_owned);
    check_texts::<Suffixed>(str::to_owned);
    check_texts::<Containing>(str::to_owned);
    check_texts::<Digits>(str::to_owned);
    check_texts::<Anything>(str::to_owned);
    check_texts::<Perhaps>(|text| Some(text.to_owned()));
    check_texts::<Inside>(|text| Some(text.to_owned()));
    assert!(Perhaps::is_taken(None) && Inside::is_taken(None));
}

#[test]
fn what_counts_bytes_is_documented_for_ascii_alone() {
    assert_eq!(Bytes::constraints(), Constraints::default());
    assert!(!Bytes::is_taken("ßßß".to_owned()));
    let constraints = Ascii::constraints();
    for text in TEXTS {
        let taken = Ascii::is_taken((*text).to_owned());
        assert_eq!(allows(&constraints, text), taken, "{text:?}");
    }
}

#[test]
fn lists_are_allowed_that_garde_takes() {
    let Constraints {
        min_items,
        max_items,
        ..
    } = Items::constraints();
    for length in 0..6_u64 {
        let taken = Items::is_taken(vec![0; length as usize]);
        let allowed =
            min_items.is_none_or(|min| min <= length) && max_items.is_none_or(|max| length <= max);
        assert_eq!(allowed, taken, "{length}");
    }
}

#[test]
fn numbers_are_allowed_that_garde_takes() {
    fn check<P: Probe<Value: Copy + Into<f64>>>(values: &[P::Value]) {
        let Constraints {
            minimum, maximum, ..
        } = P::constraints();
        let [minimum, maximum] =
            [minimum, maximum].map(|bound| bound.unwrap().parse::<f64>().unwrap());
        for value in values {
            let number: f64 = (*value).into();
            let allowed = minimum <= number && number <= maximum;
            assert_eq!(allowed, P::is_taken(*value), "{} {number}", P::RULES);
        }
    }
    check::<Whole>(&[-4, -3, -2, 0, 999, 1000, 1001]);
    check::<Real>(&[-0.51, -0.5, 0.0, 2.25, 2.250_000_1]);
    let named = Named::constraints();
    assert_eq!(named.minimum.as_deref(), Some("2"));
    assert_eq!(named.maximum.as_deref(), Some("16"));
    assert!(Named::is_taken(16) && !Named::is_taken(17) && !Named::is_taken(1));
}

#[test]
fn what_documents_cannot_say_is_left_out() {
    let check = |rules: &str, ty: &str| {
        assert_eq!(read(rules, ty), Constraints::default(), "{rules}");
    };
    check("alphanumeric", "String");
    check("length(graphemes, min = 2)", "String");
    check("if(cond = true, length(chars, max = 2))", "String");
    check("adapt(other), length(chars, max = 2)", "String");
    check("custom(whatever)", "String");
    check("skip", "String");
    check("range(min = limit())", "u8");
    check("length(max = 2)", "Vec<u8>");
    check("inner(length(chars, max = 2))", "Vec<String>");
    check(r#"pattern(r"(?i)abc")"#, "String");
    check(r#"pattern(r"\bword")"#, "String");
    check(r#"pattern(r"[a-z&&[^b]]")"#, "String");
    check("pattern(PATTERN)", "String");
}

#[test]
fn formats_are_known() {
    assert_eq!(read("email", "String").format, Some("email"));
    assert_eq!(read("url", "Option<String>").format, Some("uri"));
    assert_eq!(read("ipv4", "String").format, Some("ipv4"));
}
