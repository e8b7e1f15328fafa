//! Types of all kinds, from parameters and bodies of all kinds.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::marker::PhantomData;

use bytes::Bytes;
use serde::Deserialize;

use super::decode;
use crate::call::{FailureKind, InvalidPlace};
use crate::rest::{Arrival, Form, Parameter, Place, RestInput, Route, RouteBody, RouteMethod};
use crate::wire::Limits;

const fn query(name: &'static str, form: Form) -> Parameter {
    Parameter {
        place: Place::Query,
        name,
        form,
        repeated: false,
        required: true,
    }
}

const fn list(name: &'static str, form: Form, required: bool) -> Parameter {
    Parameter {
        repeated: true,
        required,
        ..query(name, form)
    }
}

const fn route(parameters: &'static [Parameter], body: RouteBody) -> Route {
    Route {
        method: RouteMethod::Post,
        version: "v1",
        segments: &[],
        parameters,
        body,
        success: 200,
        deprecation: None,
        cache: None,
        authentication: &[],
    }
}

/// What comes of a query and a body: the value, or a line for each thing that is wrong.
fn read<T: for<'de> Deserialize<'de>>(
    route: &'static Route,
    query: &str,
    body: &str,
) -> Result<T, Vec<String>> {
    let arrival = Arrival {
        route,
        values: Box::default(),
    };
    let body = Bytes::copy_from_slice(body.as_bytes());
    let input = RestInput::new(&arrival, Some(query), body).unwrap();
    decode(&input, || PhantomData::<T>, Limits::DEFAULT).map_err(|failure| match failure.0 {
        FailureKind::Invalid(errors) => errors
            .into_iter()
            .map(|error| match error.place {
                InvalidPlace::Body(pointer) => format!("{pointer} {}", error.detail),
                InvalidPlace::Parameter(parameter) => {
                    format!("?{} {}", parameter.name, error.detail)
                }
            })
            .collect(),
        FailureKind::Refused(refusal) => vec![refusal.code().to_owned()],
        other => vec![format!("{other:?}")],
    })
}

#[derive(Debug, PartialEq, Deserialize)]
struct One<T> {
    x: T,
}

fn check<T>(form: Form, text: &str, expected: Result<T, &str>)
where
    T: for<'de> Deserialize<'de> + Debug + PartialEq,
{
    let parameters: &'static [Parameter] = match form {
        Form::Text => const { &[query("x", Form::Text)] },
        Form::Integer => const { &[query("x", Form::Integer)] },
        Form::Number => const { &[query("x", Form::Number)] },
        Form::Boolean => const { &[query("x", Form::Boolean)] },
    };
    let route = Box::leak(Box::new(route(parameters, RouteBody::None)));
    let got = read::<One<T>>(route, &format!("x={text}"), "");
    let expected = expected.map(|x| One { x });
    let expected = expected.map_err(|error| vec![format!("?x {error}")]);
    assert_eq!(got, expected, "{text}");
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Size {
    Small,
    ExtraLarge,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Id(u32);

#[derive(Debug, PartialEq, Deserialize)]
#[serde(try_from = "String")]
struct Checked(String);

impl TryFrom<String> for Checked {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.starts_with('a') {
            true => Ok(Self(text)),
            false => Err(format!("`{text}` does not begin with an a")),
        }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
enum Either {
    Number(i64),
    Text(String),
}

#[test]
fn a_parameter_is_what_its_type_asks_for() {
    use Form::{Boolean, Integer, Number, Text};
    check::<u8>(Integer, "255", Ok(255));
    check::<u8>(Integer, "256", Err("expected an integer between 0 and 255"));
    check::<u8>(Integer, "-1", Err("expected an integer between 0 and 255"));
    check::<i8>(Integer, "-128", Ok(-128));
    check::<i64>(Integer, "-9223372036854775808", Ok(i64::MIN));
    check::<u64>(Integer, "18446744073709551615", Ok(u64::MAX));
    check::<u128>(
        Integer,
        "340282366920938463463374607431768211455",
        Ok(u128::MAX),
    );
    check::<i128>(
        Integer,
        "-170141183460469231731687303715884105728",
        Ok(i128::MIN),
    );
    for text in ["", "-", "1.0", "1e3", "%2B1", "0x1", "+1", "1+", "--1", "é"] {
        check::<i64>(Integer, text, Err("expected an integer"));
    }
    check::<f64>(Number, "-1.5e3", Ok(-1500.0));
    check::<f32>(Number, "3", Ok(3.0));
    for text in ["NaN", "inf", "1e999", "1,5", ""] {
        check::<f64>(Number, text, Err("expected a number"));
    }
    check::<bool>(Boolean, "true", Ok(true));
    check::<bool>(Boolean, "1", Err("expected true or false"));
    check::<String>(Text, "a+b%26", Ok("a b&".to_owned()));
    check::<String>(Text, "7", Ok("7".to_owned()));
    check::<char>(Text, "%C3%A9", Ok('é'));
    check::<char>(Text, "ab", Err("expected a single character"));
    check::<Option<u8>>(Integer, "7", Ok(Some(7)));
    check::<Id>(Integer, "7", Ok(Id(7)));
    check::<Option<Id>>(Integer, "7", Ok(Some(Id(7))));
    check::<Size>(Text, "extra-large", Ok(Size::ExtraLarge));
    check::<Size>(Text, "huge", Err("expected one of `small`, `extra-large`"));
    check::<Checked>(Text, "ab", Ok(Checked("ab".to_owned())));
    check::<Checked>(
        Text,
        "b",
        Err("is not one of the values that are possible here"),
    );
    check::<uuid::Uuid>(
        Text,
        "67e55044-10b1-426f-9247-bb680e5fe0c8",
        Ok(uuid::uuid!("67e55044-10b1-426f-9247-bb680e5fe0c8")),
    );
    check::<uuid::Uuid>(Text, "secret", Err("expected a formatted UUID string"));
    // What asks what there is gets what the form says.
    check::<Either>(Integer, "7", Ok(Either::Number(7)));
    check::<Either>(Text, "7", Ok(Either::Text("7".to_owned())));
    check::<serde_json::Value>(Boolean, "true", Ok(true.into()));
    check::<serde_json::Value>(Number, "1.5", Ok(1.5.into()));
    check::<serde_json::Value>(Integer, "-7", Ok((-7).into()));
}

#[test]
fn a_list_is_what_is_repeated() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Lists {
        some: Vec<u8>,
        maybe: Option<BTreeSet<Size2>>,
        #[serde(default = "seven")]
        given: Vec<u8>,
    }
    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
    enum Size2 {
        A,
        B,
    }
    fn seven() -> Vec<u8> {
        vec![7]
    }
    static ROUTE: Route = route(
        &[
            list("some", Form::Integer, true),
            list("maybe", Form::Text, true),
            list("given", Form::Integer, false),
        ],
        RouteBody::None,
    );
    let lists = |some: &[u8], maybe, given: &[u8]| {
        let (some, given) = (some.to_vec(), given.to_vec());
        Ok(Lists { some, maybe, given })
    };
    assert_eq!(read(&ROUTE, "", ""), lists(&[], None, &[7]));
    let both = Some(BTreeSet::from([Size2::A, Size2::B]));
    let query = "some=1&maybe=B&some=2&given=3&maybe=A";
    assert_eq!(read(&ROUTE, query, ""), lists(&[1, 2], both, &[3]));
    let wrong = vec!["?some expected an integer between 0 and 255".to_owned()];
    assert_eq!(read::<Lists>(&ROUTE, "some=1&some=300", ""), Err(wrong));
}

#[derive(Debug, PartialEq, Deserialize)]
struct Change {
    id: u32,
    #[serde(alias = "title")]
    name: Option<String>,
    #[serde(default)]
    sizes: BTreeMap<String, Vec<Shape>>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Shape {
    Circle { radius: f64 },
    Point,
    Pair(u8, u8),
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    id: u32,
    name: String,
}

static INPUT: Route = route(&[query("id", Form::Integer)], RouteBody::Input);

#[test]
fn parameters_and_members_are_one_object() {
    let change = |name: Option<&str>| {
        Ok(Change {
            id: 7,
            name: name.map(str::to_owned),
            sizes: BTreeMap::new(),
        })
    };
    assert_eq!(read(&INPUT, "id=7", ""), change(None));
    assert_eq!(read(&INPUT, "id=7", r#"{"name":"a"}"#), change(Some("a")));
    assert_eq!(
        read(&INPUT, "id=7", r#"{"t\u0069tle":"a"}"#),
        change(Some("a"))
    );
    // What the query says is not for the body to say.
    assert_eq!(
        read(&INPUT, "id=7", r#"{"id":8,"name":"a"}"#),
        change(Some("a"))
    );
    let strict = |body| read::<Strict>(&INPUT, "id=7", body).unwrap_err().concat();
    assert_eq!(
        strict(r#"{"id":8,"name":"a"}"#),
        " a member is named like a parameter"
    );
    assert_eq!(strict(r#"{"name":"a","nam":"a"}"#), "/nam is not known");
    assert_eq!(strict(r#"{}"#), "/name is missing");
    assert_eq!(strict(r#"["a"]"#), " expected an object");
    assert_eq!(strict("null"), " expected an object");
    assert_eq!(strict("{"), "malformed");

    #[derive(Debug, PartialEq, Deserialize)]
    struct Flat {
        id: u32,
        #[serde(flatten)]
        rest: BTreeMap<String, u8>,
    }
    let flat = read::<Flat>(&INPUT, "id=7", r#"{"id":8,"a":1}"#).unwrap();
    let rest = BTreeMap::from([("a".to_owned(), 1)]);
    assert_eq!(flat, Flat { id: 7, rest });
}

#[test]
fn a_body_can_be_one_of_several_inputs() {
    static MEMBER: Route = route(&[query("id", Form::Integer)], RouteBody::Member("x"));
    #[derive(Debug, PartialEq, Deserialize)]
    struct Both<T> {
        id: u32,
        x: T,
    }
    let got = read::<Both<Vec<u8>>>(&MEMBER, "id=7", "[1,2]");
    assert_eq!(
        got,
        Ok(Both {
            id: 7,
            x: vec![1, 2]
        })
    );
    let wrong = |body| {
        read::<Both<Vec<u8>>>(&MEMBER, "id=7", body)
            .unwrap_err()
            .concat()
    };
    assert_eq!(wrong("[1,300]"), "/1 expected an integer between 0 and 255");
    assert_eq!(wrong("{}"), " expected a list");
    assert_eq!(wrong(""), " is missing");
    let none = read::<Both<Option<u8>>>(&MEMBER, "id=7", "");
    assert_eq!(none, Ok(Both { id: 7, x: None }));
    let both = read::<Both<u8>>(&MEMBER, "", "1").unwrap_err();
    assert_eq!(both, ["?id is missing"]);
}

#[test]
fn what_is_wrong_is_found_where_it_is() {
    let check = |sizes: &str, expected: &str| {
        let body = format!(r#"{{"sizes":{sizes}}}"#);
        let got = read::<Change>(&INPUT, "id=7", &body).unwrap_err();
        assert_eq!(got, [expected], "{sizes}");
    };
    check("[]", "/sizes expected an object");
    check(r#"{"a/b":1}"#, "/sizes/a~1b expected a list");
    check(
        r#"{"a":[7]}"#,
        "/sizes/a/0 expected the name of a variant, or an object of one member by that name",
    );
    check(
        r#"{"a":["point",{"circle":{"radius":"x"}}]}"#,
        "/sizes/a/1/circle/radius expected a number",
    );
    check(
        r#"{"a":[{"circle":{}}]}"#,
        "/sizes/a/0/circle/radius is missing",
    );
    check(
        r#"{"a":[{"pair":[1,-1]}]}"#,
        "/sizes/a/0/pair/1 expected an integer between 0 and 255",
    );
    check(
        r#"{"a":["square"]}"#,
        "/sizes/a/0 expected one of `circle`, `point`, `pair`",
    );
    let twice = read::<Change>(&INPUT, "id=7", r#"{"name":"a","title":"b"}"#);
    assert_eq!(twice.unwrap_err(), ["/name is given more than once"]);
}

/// Every kind of refusal of a type, over inputs that all hold the same word.
#[test]
fn no_value_that_was_sent_is_told_again() {
    fn quiet<T: for<'de> Deserialize<'de> + Debug>() {
        const VALUES: [&str; 7] = [
            r#""hunter2""#,
            r#"["hunter2"]"#,
            r#"{"hunter2":"hunter2"}"#,
            r#"[["hunter2"]]"#,
            r#"{"circle":"hunter2"}"#,
            r#"{"radius":"hunter2"}"#,
            "270368",
        ];
        static BODY: Route = route(&[], RouteBody::Input);
        for value in VALUES {
            let Err(errors) = read::<One<T>>(&BODY, "", &format!(r#"{{"x":{value}}}"#)) else {
                continue;
            };
            for error in errors {
                let (pointer, detail) = error.split_once(' ').unwrap();
                assert!(pointer.starts_with("/x"), "{error}");
                assert!(
                    !detail.contains("hunter2") && !detail.contains("270368"),
                    "{error}"
                );
            }
        }
    }
    quiet::<u8>();
    quiet::<i128>();
    quiet::<f32>();
    quiet::<bool>();
    quiet::<char>();
    quiet::<()>();
    quiet::<Size>();
    quiet::<Shape>();
    quiet::<Checked>();
    quiet::<Either>();
    quiet::<Strict>();
    quiet::<uuid::Uuid>();
    quiet::<rust_decimal::Decimal>();
    quiet::<std::net::IpAddr>();
    quiet::<std::time::Duration>();
    quiet::<Option<Vec<Id>>>();
    quiet::<BTreeMap<u8, u8>>();
    quiet::<BTreeMap<Size3, u8>>();
    quiet::<(u8, String)>();
    quiet::<[u8; 2]>();

    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
    enum Size3 {
        Small,
    }
}
