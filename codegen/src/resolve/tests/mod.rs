//! Module trees as text, and what names in them lead to.

mod attributes;
mod conversions;
mod events;
mod foreign;
mod routes;

use std::fmt::Write as _;

use crate::choices::Choices;
use crate::model::{
    Api, Body, Definition, Direction, Fields, Input, OutputShape, Reach, Scalar, Success, Type,
};
use crate::testing::Files;

/// Reads a source that must be free of mistakes.
fn sound(text: &str) -> Api {
    sound_with(&Choices::default(), text)
}

fn sound_with(choices: &Choices, text: &str) -> Api {
    let front = Files::parse(text).read_with(choices);
    assert_eq!(front.rendered(), "", "{text}");
    front.api
}

/// What the fields of `Probe` resolve to, in the notation of `show`, joined with `; `.
fn check(text: &str, expect: &str) {
    check_with(&Choices::default(), text, expect);
}

fn check_with(choices: &Choices, text: &str, expect: &str) {
    let text = format!(
        "#[derive(serde::Serialize, serde::Deserialize)]\n{text}\n\
         #[tramline::action] async fn probe(probe: Probe) {{}}\n"
    );
    let api = sound_with(choices, &text);
    let probe = definition(&api, "Probe");
    let fields = match &probe.body {
        Body::Newtype(field) => std::slice::from_ref(&**field),
        Body::Struct(fields) => fields.as_slice(),
        Body::Enum(_) | Body::Proxy(_) => panic!("not a struct"),
    };
    let shown: Vec<_> = fields.iter().map(|field| show(&api, &field.ty)).collect();
    assert_eq!(shown.join("; "), expect, "{text}");
}

fn definition<'a>(api: &'a Api, name: &str) -> &'a Definition {
    let mut definitions = api.definitions.iter();
    definitions
        .find(|definition| definition.name == name)
        .expect(name)
}

fn show(api: &Api, ty: &Type) -> String {
    let list = |types: &[Type]| {
        let shown: Vec<_> = types.iter().map(|ty| show(api, ty)).collect();
        shown.join(", ")
    };
    match ty {
        Type::Scalar(scalar) => format!("{scalar:?}").to_lowercase(),
        Type::String => "string".to_owned(),
        Type::Bytes => "bytes".to_owned(),
        Type::Unit => "()".to_owned(),
        Type::Option(inner) => format!("{}?", show(api, inner)),
        Type::List(inner) => format!("[{}]", show(api, inner)),
        Type::Set(inner) => format!("{{{}}}", show(api, inner)),
        Type::Map(key, value) => format!("{{{}: {}}}", show(api, key), show(api, value)),
        Type::ByteArray(length) => format!("[u8; {length}]"),
        Type::Array(inner, length) => format!("[{}; {length}]", show(api, inner)),
        Type::Tuple(parts) => format!("({})", list(parts)),
        Type::Parameter(index) => format!("${index}"),
        Type::ParameterArray(inner, index) => format!("[{}; ${index}]", show(api, inner)),
        Type::Length(length) => length.to_string(),
        Type::Number(scalar) => format!("number {}", scalar.word()),
        Type::TypedArray(scalar) => format!("array of {}", scalar.word()),
        Type::Special(special) => format!("{special:?}"),
        Type::Timestamp(timestamp, presentation) => format!("{timestamp:?} as {presentation:?}"),
        Type::Named(id, arguments) => {
            let definition = api.definition(*id);
            let mut path = String::new();
            for module in &definition.module {
                write!(path, "{module}::").expect("a string");
            }
            path.push_str(&definition.name);
            if !arguments.is_empty() {
                write!(path, "<{}>", list(arguments)).expect("a string");
            }
            path
        }
    }
}

const POST: &str = "#[derive(serde::Serialize, serde::Deserialize)] pub struct Post;";

#[test]
fn the_standard_library() {
    check(
        "struct Probe(u8, i8, u16, u32, u64, u128, usize, isize, f32, f64, bool, char);",
        "u8; i8; u16; u32; u64; u128; usize; isize; f32; f64; bool; char",
    );
    check(
        "struct Probe<'a>(String, &'a str, Box<str>, std::sync::Arc<str>, std::borrow::Cow<'a, str>);",
        "string; string; string; string; string",
    );
    check(
        "struct Probe<'a>(Vec<u8>, &'a [u8], Box<[u8]>, std::borrow::Cow<'a, [u8]>, [u8; 4]);",
        "bytes; bytes; bytes; bytes; [u8; 4]",
    );
    check(
        "struct Probe(Option<u8>, Vec<u16>, Box<[u16]>, (u8, u16), (u8,), (), Box<u8>, ::std::vec::Vec<core::option::Option<u8>>);",
        "u8?; [u16]; [u16]; (u8, u16); (u8); (); u8; [u8?]",
    );
    check(
        "use std::collections::*; use std::collections::hash_map::HashMap as Table;\n\
           struct Probe(HashMap<u8, u16>, BTreeMap<String, ()>, HashSet<u8>, BTreeSet<u8>, VecDeque<u16>, Table<u8, u8>);",
        "{u8: u16}; {string: ()}; {u8}; {u8}; [u16]; {u8: u8}",
    );
    check(
        "use std::{primitive::u8 as byte, string};  struct Probe(byte, string::String, r#u8);",
        "u8; string; u8",
    );
}

#[test]
fn lengths_of_arrays() {
    check(
        "const N: usize = 2 * M; const M: usize = sizes::BIG - 1; mod sizes { pub const BIG: usize = 0x10; }\n\
           struct Probe([u8; N], [u8; { M }], [u8; sizes::BIG as usize], [[u8; 2]; 3]);",
        "[u8; 30]; [u8; 15]; [u8; 16]; [[u8; 2]; 3]",
    );
}

#[test]
fn paths_and_imports() {
    let posts =
        format!("mod posts {{ {POST} pub mod deep {{ pub use super::Post as Article; }} }}");
    let with = |rest: &str| format!("{rest}\n{posts}");
    check(
        &with(
            "struct Probe(posts::Post, crate::posts::Post, self::posts::Post, posts::deep::Article, u8);",
        ),
        "posts::Post; posts::Post; posts::Post; posts::Post; u8",
    );
    check(
        &with(
            "struct Probe(Post, P, deep::Article, A); use posts::{self, deep::{self, *}, Post, Post as P}; use Article as A;",
        ),
        "posts::Post; posts::Post; posts::Post; posts::Post",
    );
    check(
        "struct Probe(r#type::Post, m::Up); mod r#type { #[derive(serde::Serialize, serde::Deserialize)] pub struct Post; }\n\
           mod m { pub type Up = super::r#type::Post; }",
        "type::Post; type::Post",
    );
    // Later uses lead through earlier ones, in whatever order they are written.
    check(
        &with(
            "struct Probe(c::Post, d::Post); mod c { pub use super::d::*; } mod d { pub use crate::posts::Post; }",
        ),
        "posts::Post; posts::Post",
    );
}

#[test]
fn shadowing() {
    check(
        "struct Probe(Option, Vec<u8>); #[derive(serde::Serialize, serde::Deserialize)] struct Option;",
        "Option; bytes",
    );
    check(
        "use m::*; struct Probe(String); mod m { #[derive(serde::Serialize, serde::Deserialize)] pub struct String; }",
        "m::String",
    );
    check(
        "use m::*; struct Probe(Post); mod m { #[derive(serde::Serialize, serde::Deserialize)] pub struct Post; }\n\
           #[derive(serde::Serialize, serde::Deserialize)] struct Post;",
        "Post",
    );
    // A private name is not brought in by a glob from beside, but by one from below.
    check(
        "use a::*; use b::*; struct Probe(Post); mod a { struct Post; use super::b::Post as P; }\n\
           mod b { #[derive(serde::Serialize, serde::Deserialize)] pub(crate) struct Post; }",
        "b::Post",
    );
    check(
        "struct Probe(m::In); #[derive(serde::Serialize, serde::Deserialize)] struct Secret; mod m { use super::*; pub type In = Secret; }",
        "Secret",
    );
    check(
        "use a::*; struct Probe(u8, Post); mod a { pub use b::*; pub mod b { pub use super::*; #[derive(serde::Serialize, serde::Deserialize)] pub struct Post; } }",
        "u8; a::b::Post",
    );
    check(
        "mod std { pub mod vec { #[derive(serde::Serialize, serde::Deserialize)] pub struct Vec; } } struct Probe(std::vec::Vec, ::std::vec::Vec<u16>);",
        "std::vec::Vec; [u16]",
    );
}

#[test]
fn aliases_and_generics() {
    let page = "#[derive(serde::Serialize, serde::Deserialize)] struct Page<T, M = ()> { items: Vec<T>, meta: M, next: Option<Box<Page<T, M>>> }";
    check(
        &format!(
            "{page} type Pages<T> = Vec<Page<T>>; type Bytes = Vec<u8>; struct Probe(Page<u8>, Pages<Page<String, bool>>, Bytes);"
        ),
        "Page<u8, ()>; [Page<Page<string, bool>, ()>]; bytes",
    );
    check(
        "type Pair<A, B = A> = (A, B); struct Probe(Pair<u8>, Pair<u8, u16>);",
        "(u8, u8); (u8, u16)",
    );
    check(
        &format!(
            "{page} struct Probe<T = u8>(T, Page<T>, std::sync::Arc<[T]>, Option<Box<Self>>);"
        ),
        "$0; Page<$0, ()>; [$0]; Probe<$0>?",
    );
}

#[test]
fn recursion_and_lifetimes() {
    check(
        "struct Probe<'a> { name: &'a str, children: Vec<Probe<'a>> }",
        "string; [Probe]",
    );
}

#[test]
fn several_crates() {
    let blog = "//- blog/src/lib.rs\npub mod posts { #[derive(serde::Serialize, serde::Deserialize)] pub struct Post; }\npub use posts::Post as Article;\n";
    let text = format!(
        "use blog::Article; extern crate blog as b; struct Probe(blog::posts::Post, ::blog::Article, Article, b::Article);\n\
         #[tramline::action] async fn other(p: Probe) {{}}\n{blog}"
    );
    let api = sound(&format!(
        "#[derive(serde::Serialize, serde::Deserialize)] {text}"
    ));
    assert_eq!(api.definitions.len(), 2);
    assert_eq!(definition(&api, "Post").package.0, 1);
}

#[test]
fn names_of_actions() {
    let api = sound(
        "mod posts; #[tramline::query(name = \"home.page\")] async fn index() {}\n\
         //- src/posts.rs\n use tramline::{action as rpc, query};\n\
         #[rpc] async fn r#match() {}\n #[query] async fn list() {}\n #[other::action] async fn no() {}\n #[action] async fn nor() {}\n\
         pub(crate) mod admin { #[::tramline::action] async fn purge() {} }\n\
         //- blog/src/lib.rs\n use tramline as t; #[t::action] async fn write() {}\n\
         //- types/shapes/src/lib.rs\n #[tramline::action] async fn ignored() {}\n",
    );
    let names: Vec<_> = api
        .actions
        .iter()
        .map(|action| action.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "blog.write",
            "home.page",
            "posts.admin.purge",
            "posts.list",
            "posts.match"
        ]
    );
    assert_eq!(
        api.actions[4].id,
        tramline_syntax::digest::bits48("posts.match")
    );
    assert_eq!(api.actions[4].source, "src/posts.rs");
}

#[test]
fn module_files() {
    let unit = "#[derive(serde::Serialize, serde::Deserialize)] pub struct";
    check(
        &format!(
            "mod a; mod b; #[path = \"odd/place.rs\"] mod c; mod inline {{ pub mod d; #[path = \"e_here.rs\"] pub mod e; }}\n\
             #[path = \"far\"] mod moved {{ pub mod f; }}\n\
             struct Probe(a::A, a::deep::A2, b::B, b::deep::B2, c::C, c::near::N, inline::d::D, inline::e::E, moved::f::F);\n\
             #[tramline::action] async fn other(probe: Probe) {{}}\n\
             //- src/a.rs\n pub mod deep; {unit} A;\n//- src/a/deep.rs\n {unit} A2;\n\
             //- src/b/mod.rs\n pub mod deep; {unit} B;\n//- src/b/deep.rs\n {unit} B2;\n\
             //- src/odd/place.rs\n pub mod near; {unit} C;\n//- src/odd/near.rs\n {unit} N;\n\
             //- src/inline/d.rs\n {unit} D;\n//- src/inline/e_here.rs\n {unit} E;\n//- src/far/f.rs\n {unit} F;\n\
             //- src/unused.rs\n"
        ),
        "a::A; a::deep::A2; b::B; b::deep::B2; c::C; c::near::N; inline::d::D; inline::e::E; moved::f::F",
    );
}

#[test]
fn inputs() {
    let api = sound(
        "use tramline::*; #[derive(serde::Deserialize)] struct New { a: u8 } #[derive(serde::Deserialize)] struct Id(u8);\n\
         #[action] async fn a() {} #[action] async fn b(new: New) {} #[action] async fn c(id: Id) {}\n\
         #[action] async fn d(new: New, #[wire(default = 1 + 1)] page: u32) {}\n\
         #[action] async fn e(#[extract] State(db): State<Db>, #[extract] tx: &mut Tx<'_>, #[wire(default = New { a: 1 })] new: New) {}\n",
    );
    let input = |index: usize| &api.actions[index].input;
    assert!(matches!(input(0), Input::None));
    assert!(matches!(input(1), Input::Struct(_)));
    assert!(
        matches!(input(2), Input::Fields(fields) if fields.len() == 1 && fields[0].name == "id")
    );
    assert!(matches!(input(3), Input::Fields(fields) if fields[1].optional && !fields[0].optional));
    assert!(matches!(input(4), Input::Fields(_)));
    let written: Vec<_> = api.actions[4]
        .parameters
        .iter()
        .map(|one| one.written.as_str())
        .collect();
    assert_eq!(written, ["State < Db >", "Tx < '_ >", "New"]);
    assert_eq!(api.actions[4].parameters[0].name, "argument0");
}

#[test]
fn outputs() {
    let api = sound(
        "use tramline::*; use std::result; #[derive(ActionError)] enum E { A } #[derive(ActionError)] enum F { B }\n\
         type Result<T, X = E> = result::Result<T, X>;\n\
         struct User; impl<S> Extract<S> for User { type Rejection = F; }\n\
         struct Open; impl<S> tramline::Extract<S> for Open { type Rejection = std::convert::Infallible; }\n\
         #[action] async fn a() -> &'static str {} #[action] async fn b() -> Result<u8> {}\n\
         #[action] async fn c() -> Reply<u8> {} #[action] async fn d(#[extract] u: User, #[extract] o: &Open) -> crate::Result<Reply<()>> {}\n\
         #[action] async fn e() -> Result<&u8, std::convert::Infallible> {}\n\
         type New<T> = Created<T>;\n\
         #[action] async fn f() -> Result<New<u8>> {} #[action] async fn g() -> Accepted<()> {}\n",
    );
    let shapes: Vec<_> = api
        .actions
        .iter()
        .map(|action| action.output.shape)
        .collect();
    assert_eq!(
        shapes,
        [
            OutputShape::Value,
            OutputShape::Result,
            OutputShape::Reply,
            OutputShape::ResultReply,
            OutputShape::Result,
            OutputShape::ResultReply,
            OutputShape::Reply,
        ]
    );
    let successes = api.actions[4..].iter().map(|action| action.success);
    let successes: Vec<_> = successes.collect();
    assert_eq!(
        successes,
        [Success::Ok, Success::Created, Success::Accepted]
    );
    assert_eq!(api.actions[5].output.ok, Type::Scalar(Scalar::U8));
    let errors = |index: usize| -> Vec<&str> {
        let ids = api.actions[index].output.errors.iter();
        ids.map(|id| api.errors[id.0].name.as_str()).collect()
    };
    assert_eq!(errors(0), [""; 0]);
    assert_eq!(errors(1), ["E"]);
    assert_eq!(errors(3), ["F", "E"]);
    assert_eq!(errors(4), [""; 0]);
    let written = api.actions[4]
        .output
        .written
        .as_deref()
        .map(|text| text.replace(' ', ""));
    assert_eq!(
        written.as_deref(),
        Some("Result<&'staticu8,std::convert::Infallible>")
    );
}

#[test]
fn serde_names() {
    let api = sound(
        "use serde::*; #[derive(Deserialize, Serialize)] #[serde(rename_all = \"camelCase\", deny_unknown_fields)]\n\
         struct A { a_b: u8, #[serde(rename = \"X\")] c: u8, r#type: u8, #[serde(borrow, rename(serialize = \"y\", deserialize = \"y\"))] d: E }\n\
         #[derive(Deserialize, Serialize)] #[serde(rename_all = \"snake_case\", rename_all_fields = \"UPPERCASE\")]\n\
         enum E { OneTwo, #[serde(rename = \"three\")] Three(u8), Four { f_g: u8 }, #[serde(rename_all = \"kebab-case\")] Five { h_i: u8 } }\n\
         #[tramline::action] async fn f(a: A) {}",
    );
    let names = |fields: &Fields| -> Vec<String> {
        fields
            .as_slice()
            .iter()
            .map(|field| field.name(Direction::Output).to_owned())
            .collect()
    };
    let Body::Struct(fields) = &definition(&api, "A").body else {
        panic!("a struct")
    };
    assert_eq!(names(fields), ["aB", "X", "type", "y"]);
    let Body::Enum(body) = &definition(&api, "E").body else {
        panic!("an enum")
    };
    let shown: Vec<_> = body
        .variants
        .iter()
        .map(|variant| {
            (
                variant.name(Direction::Output),
                names(&variant.fields).join(","),
            )
        })
        .collect();
    let expect = [
        ("one_two", ""),
        ("three", "0"),
        ("four", "F_G"),
        ("five", "h-i"),
    ];
    assert_eq!(
        shown,
        expect.map(|(name, fields)| (name, fields.to_owned()))
    );
}

#[test]
fn reach() {
    let api = sound(
        "mod outer; use outer::*; #[tramline::action] async fn f(a: outer::A, b: outer::B, c: Wide, d: outer::D) {}\n\
         #[derive(serde::Deserialize)] pub struct Wide { pub a: u8, pub(crate) b: u8 }\n\
         //- src/outer.rs\n pub mod inner { #[derive(serde::Deserialize)] pub(super) struct Hidden; #[derive(serde::Deserialize)] pub struct Own { x: u8 } }\n\
         #[derive(serde::Deserialize)] pub struct A(inner::Hidden); #[derive(serde::Deserialize)] pub(in crate::outer) struct B(pub inner::Own);\n\
         #[derive(serde::Deserialize)] #[non_exhaustive] pub enum D { V { x: u8 } }\n",
    );
    let within =
        |path: &[&str]| Reach::Within(path.iter().map(|part| (*part).to_owned()).collect());
    let check = |name: &str, reach: Reach, fields: Reach| {
        let definition = definition(&api, name);
        assert_eq!(
            (&definition.reach, &definition.fields_reach),
            (&reach, &fields),
            "{name}"
        );
    };
    check("Wide", Reach::Everywhere, within(&[]));
    check("A", within(&[]), within(&["outer"]));
    check("B", within(&["outer"]), within(&["outer"]));
    check("Hidden", within(&["outer"]), within(&["outer"]));
    check("Own", within(&[]), within(&["outer", "inner"]));
    check("D", within(&[]), within(&[]));
}

#[test]
fn conditional_definitions_share_a_row() {
    let api = sound(
        "#[cfg(unix)] #[tramline::action] async fn f(a: u8) {}\n\
         #[cfg(all(windows, test))] #[tramline::action] async fn f(a: u8) {}\n\
         #[cfg(feature = \"x\")] mod m { #[cfg(unix)] #[tramline::action] async fn g() {} }",
    );
    let cfgs: Vec<_> = api
        .actions
        .iter()
        .map(|action| action.cfg.clone())
        .collect();
    assert_eq!(cfgs.len(), 2);
    let squeezed = cfgs[0].join("; ").replace(' ', "");
    assert_eq!(squeezed, "any(unix,all(windows,test))");
    assert_eq!(cfgs[1], ["feature = \"x\"", "unix"]);
}
