//! One API for each thing that can go wrong.

mod directions;
mod tagged;

pub(super) use self::directions::directions;
pub(super) use self::tagged::tagged;

use super::build::{
    BOOL, Builder, CHAR, F64, TEXT, U8, U32, U64, array, declared, field, flatten, input, list,
    map, named, newtype, of, option, parameter, set, tuple, variants,
};
use crate::model::{
    Api, Body, DefinitionId, ErrorVariant, Fields, Input, Kind, PackageRole, Scalar, Type,
};

/// Every kind of type, each taken and returned by an action.
pub(super) fn types() -> Api {
    let mut builder = Builder::new();
    let mut types = anonymous_types();
    types.extend(structs(&mut builder));
    types.extend(enums(&mut builder));
    types.extend(generics(&mut builder));
    for (name, ty) in types {
        builder.echo("", &format!("echo_{name}"), &ty);
    }
    builder.build()
}

fn anonymous_types() -> Vec<(&'static str, Type)> {
    let pair = Type::Tuple(vec![U32, option(TEXT)]);
    vec![
        ("i128", Type::Scalar(Scalar::I128)),
        ("usize", Type::Scalar(Scalar::Usize)),
        ("bytes", Type::Bytes),
        ("optional_optional", option(option(U32))),
        ("optional_unit", option(Type::Unit)),
        ("units", list(Type::Unit)),
        ("lists", list(option(list(U32)))),
        ("letters", set(CHAR)),
        ("scores", map(TEXT, pair.clone())),
        ("seen", map(U32, Type::Unit)),
        ("only", map(Type::Unit, U32)),
        ("point", array(F64, 3)),
        ("nothing", array(U32, 0)),
        ("samples", array(F64, 17)),
        ("matrix", array(array(F64, 4), 4)),
        ("digest", array(U8, 32)),
        ("tuple", Type::Tuple(vec![pair, Type::Tuple(vec![BOOL])])),
    ]
}

fn structs(builder: &mut Builder) -> Vec<(&'static str, Type)> {
    let id = builder.define("", "PostId", newtype(U64));
    builder.definition(id).docs = "Identifies a post.".to_owned();
    let outer = builder.define("", "DraftId", newtype(of(id, &[])));
    let motto = builder.define("", "Motto", newtype(option(TEXT)));
    let marker = builder.define("", "Marker", Body::Struct(Fields::Unit));
    let empty = builder.define("", "Empty", Body::Struct(named(&[])));
    let point = builder.define("", "Point", Body::Struct(tuple(&[F64, F64])));
    let fields = vec![
        field("id", "Its identity.", of(id, &[])),
        field("draft", "", option(of(outer, &[]))),
        field(
            "motto",
            "Two lines.\n\nAnd a */ trap.",
            option(of(motto, &[])),
        ),
        field("marker", "", option(of(marker, &[]))),
        field("at", "", of(point, &[])),
        field("tags", "", list(TEXT)),
        field("avatar", "", option(Type::Bytes)),
    ];
    let post = builder.define("", "Post", Body::Struct(Fields::Named(fields)));
    builder.definition(post).docs = "What someone wrote.\n\nMarkdown.".to_owned();
    let nest = builder.next();
    builder.define("", "Nest", newtype(list(of(nest, &[]))));
    let chain = builder.next();
    builder.define("", "Chain", newtype(option(of(chain, &[]))));
    vec![
        ("post", of(post, &[])),
        ("marker", of(marker, &[])),
        ("empty", of(empty, &[])),
        ("nest", of(nest, &[])),
        ("chain", of(chain, &[])),
    ]
}

fn enums(builder: &mut Builder) -> Vec<(&'static str, Type)> {
    let colours = [("Red", Fields::Unit), ("Green", Fields::Unit)];
    let colour = builder.define("", "Colour", variants(&colours));
    let nothing = builder.define("", "Nothing", variants(&[]));
    let tree = builder.next();
    let branch = of(tree, &[]);
    let node = [
        ("left", branch.clone()),
        ("right", branch),
        ("label", option(TEXT)),
    ];
    let all = [
        ("Leaf", Fields::Unit),
        ("Value", tuple(&[F64])),
        ("Pair", tuple(&[U32, option(of(colour, &[]))])),
        ("Node", named(&node)),
        ("Empty", tuple(&[])),
    ];
    builder.define("", "Tree", variants(&all));
    if let Body::Enum(body) = &mut builder.definition(tree).body {
        body.variants[1].docs = "Holds a number.".to_owned();
    }
    vec![
        ("colour", of(colour, &[])),
        ("nothing", of(nothing, &[])),
        ("tree", of(tree, &[])),
    ]
}

fn generics(builder: &mut Builder) -> Vec<(&'static str, Type)> {
    let fields = [
        ("items", list(parameter(0))),
        ("first", option(parameter(0))),
        ("total", U32),
    ];
    let page = builder.define_generic("", "Page", &["T"], Body::Struct(named(&fields)));
    let same = builder.define_generic("", "Same", &["T"], newtype(parameter(0)));
    let handle = builder.define_generic("", "Handle", &["T"], newtype(list(parameter(0))));
    let phantom = [("id", U64)];
    let typed = builder.define_generic("", "Typed", &["T"], Body::Struct(named(&phantom)));
    let sides = [
        ("Left", tuple(&[parameter(0)])),
        ("Right", tuple(&[parameter(1)])),
    ];
    let either = builder.define_generic("", "Either", &["L", "R"], variants(&sides));
    vec![
        ("page", of(page, &[TEXT])),
        ("page_of_options", of(page, &[option(U32)])),
        ("page_of_units", of(page, &[Type::Unit])),
        ("same", option(of(same, &[option(TEXT)]))),
        ("handle", of(handle, &[U32])),
        ("typed", of(typed, &[TEXT])),
        ("either", of(either, &[TEXT, of(page, &[TEXT])])),
    ]
}

/// Reserved words, globals, collisions and keys that need quotes.
pub(super) fn names() -> Api {
    let mut builder = Builder::new();
    let clash = builder.define("", "Map", Body::Struct(named(&[("pairs", map(TEXT, U32))])));
    let action = builder.define(
        "",
        "Action",
        Body::Struct(named(&[("map", of(clash, &[]))])),
    );
    let post = builder.define("", "readPost", Body::Struct(named(&[("id", U32)])));
    let other = builder.define("other", "Post", Body::Struct(named(&[("id", U64)])));
    let own = builder.define(
        "",
        "Post",
        Body::Struct(named(&[("other", of(other, &[]))])),
    );
    let shadow = [("map", map(TEXT, parameter(0)))];
    let shadow = builder.define_generic("", "Shadow", &["Map"], Body::Struct(named(&shadow)));
    let keys = [
        ("kebab-case", U32),
        ("1st", U32),
        ("__proto__", option(U32)),
        ("delete", U32),
    ];
    let keys = builder.define("", "Keys", Body::Struct(named(&keys)));
    let odd = [
        ("constructor", tuple(&[U32])),
        ("__proto__", named(&[("x", option(U32))])),
        ("quo\"te", tuple(&[TEXT])),
        ("toString", Fields::Unit),
    ];
    let odd = builder.define("", "Odd", variants(&odd));
    let defined = [
        ("map", of(clash, &[])),
        ("action", of(action, &[])),
        ("read", of(post, &[])),
        ("post", of(own, &[])),
        ("posts", list(of(own, &[]))),
        ("others", list(of(other, &[]))),
        ("shadow", of(shadow, &[U32])),
        ("keys", of(keys, &[])),
        ("odd", of(odd, &[])),
    ];
    for (name, ty) in defined {
        builder.echo("", &format!("echo_{name}"), &ty);
    }
    for function in [
        "delete",
        "delete_",
        "create_post",
        "createPost",
        "read_string",
        "action",
    ] {
        builder.action("", function);
    }
    builder.echo("", "default", &TEXT);
    builder.build()
}

/// Files in folders, files that differ in case alone, and imports across and in circles.
pub(super) fn modules() -> Api {
    let mut builder = Builder::new();
    let comment = DefinitionId(1);
    let post = [("title", TEXT), ("comments", list(of(comment, &[])))];
    let post = builder.define("posts", "Post", Body::Struct(named(&post)));
    let comment_fields = [("text", TEXT), ("on", option(of(post, &[])))];
    let body = Body::Struct(named(&comment_fields));
    builder.define("posts::comments", "Comment", body);

    let blog = builder.package("blog_crate", Some("blog"), PackageRole::Included);
    let model = builder.package("model", None, PackageRole::Types);
    let shared = builder.define("", "Shared", Body::Struct(named(&[("at", U64)])));
    builder.definition(shared).package = model;

    builder.echo("", "root", &of(post, &[]));
    builder.echo("index", "index", &TEXT);
    builder.echo("posts", "get", &of(post, &[]));
    builder.echo("Posts", "get", &of(comment, &[]));
    builder.echo("posts::comments", "get", &of(comment, &[]));
    builder.echo("_runtime", "get", &TEXT);
    let action = builder.action("", "list");
    action.package = blog;
    action.kind = Kind::Query;
    action.output.ok = list(of(shared, &[]));
    builder.build()
}

/// Unions of one and of several error types, with flattened, repeated and hidden codes.
pub(super) fn errors() -> Api {
    let mut builder = Builder::new();
    let banned = named(&[("until", U64)]);
    let auth = vec![
        declared("signed_out", Fields::Unit),
        declared("banned", banned),
    ];
    let auth = builder.error("auth", "AuthError", auth);
    let internal = || ErrorVariant::Internal {
        rust_name: "Db".to_owned(),
    };
    let hidden = builder.error("", "DbError", vec![internal()]);
    let quota = vec![
        declared("quota", tuple(&[U32, U32])),
        flatten(hidden),
        internal(),
    ];
    let quota = builder.error("", "QuotaError", quota);
    let taken = declared("title_taken", tuple(&[TEXT]));
    let post = vec![taken, flatten(auth), flatten(quota)];
    let post = builder.error("", "PostError", post);
    let nested = builder.error("", "NestedError", vec![flatten(post), flatten(auth)]);

    for (name, errors) in [
        ("none", vec![hidden]),
        ("one", vec![auth]),
        ("several", vec![auth, hidden, quota]),
        ("contained", vec![auth, post]),
        ("nested", vec![nested]),
    ] {
        builder.action("", name).output.errors = errors;
    }
    let action = builder.action("", "create_post");
    action.docs = "Publishes a post.".to_owned();
    let mut page = input("page", option(U32));
    page.optional = true;
    action.input = Input::Fields(vec![input("title", TEXT), page]);
    action.output.errors = vec![post];
    builder.build()
}
