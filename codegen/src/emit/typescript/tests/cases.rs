use super::build::{
    BOOL, Builder, F64, TEXT, U32, U64, array, declared, field, flatten, input, list, map, named,
    newtype, of, option, parameter, set, tuple, variants,
};
use super::{client};
use crate::model::{Api, Fields, Input, InputField, Kind, Scalar, Type};

fn everything() -> Api {
    let mut b = Builder::new();
    let id = b.define("posts", "PostId", newtype(U64));
    let outer = b.define("posts", "OuterId", newtype(of(id, &[])));
    let maybe = b.define("posts", "Maybe", newtype(option(TEXT)));
    let post = b.define("posts", "Post", crate::model::Body::Struct(Fields::Named(vec![
        field("id", "Its identity.", of(id, &[])),
        field("title", "", TEXT),
        field("tags", "", list(TEXT)),
        field("avatar", "", option(Type::Bytes)),
        field("strange-name", "", option(option(U32))),
        field("maybe", "", option(of(maybe, &[]))),
        field("outer", "", of(outer, &[])),
    ])));
    b.definition(post).docs = "A post.\n\nWith */ trap.".to_owned();
    let page = b.define_generic("paging", "Page", &["T"], crate::model::Body::Struct(named(&[
        ("items", list(parameter(0))), ("first", option(parameter(0))), ("total", U32)])));
    let tree = b.define("posts", "Tree", variants(&[
        ("Leaf", Fields::Unit),
        ("constructor", tuple(&[U32])),
        ("Node", named(&[("left", of(crate::model::DefinitionId(5), &[])), ("right", of(crate::model::DefinitionId(5), &[])), ("label", option(TEXT))])),
        ("__proto__", tuple(&[TEXT, F64])),
        ("kebab-case", tuple(&[])),
    ]));
    let color = b.define("posts", "Color", variants(&[("Red", Fields::Unit), ("Green", Fields::Unit)]));
    let void = b.define("posts", "Void", variants(&[]));
    let marker = b.define("posts", "Marker", crate::model::Body::Struct(Fields::Unit));
    let nest = b.define("posts", "Nest", newtype(list(of(crate::model::DefinitionId(9), &[]))));
    let endless = b.define("posts", "Chain", newtype(option(of(crate::model::DefinitionId(10), &[]))));
    let empty = b.define("posts", "Empty", crate::model::Body::Struct(Fields::Named(vec![])));
    let mapuser = b.define("odd", "Map", crate::model::Body::Struct(named(&[("m", map(TEXT, U32))])));
    let action = b.define("odd", "Action", crate::model::Body::Struct(named(&[("x", of(post, &[])), ("__proto__", U32)])));
    let wrapper = b.define_generic("odd", "Wrapper", &["Map"], newtype(parameter(0)));
    let phantom = b.define_generic("odd", "Phantom", &["T"], crate::model::Body::Struct(named(&[("x", U32)])));
    let handle = b.define_generic("odd", "Handle", &["T"], newtype(list(parameter(0))));
    let auth = b.error("auth", "AuthError", vec![declared("signed_out", Fields::Unit), declared("banned", named(&[("until", U64)]))]);
    let posterr = b.error("posts", "PostError", vec![declared("title_taken", tuple(&[TEXT])), flatten(auth), declared("pair", tuple(&[U32, U32]))]);
    let other = b.error("posts", "OtherError", vec![declared("other", Fields::Unit)]);
    let action_ = b.action("posts", "create_post");
    action_.docs = "Publishes a post.".to_owned();
    action_.input = Input::Fields(vec![input("title", TEXT), InputField { name: "page".into(), ty: option(U32), optional: true }, InputField { name: "unit".into(), ty: Type::Unit, optional: true }]);
    action_.output.ok = of(post, &[]);
    action_.output.errors = vec![auth, posterr];
    let a = b.action("posts", "two");
    a.output.errors = vec![auth, other];
    let a = b.action("posts", "list_posts");
    a.kind = Kind::Query;
    a.input = Input::Struct(of(empty, &[]));
    a.output.ok = of(page, &[of(post, &[])]);
    let a = b.action("posts", "delete");
    a.output.ok = option(of(post, &[]));
    b.action("posts::admin", "Delete");
    b.action("posts", "createPost");
    let types = [
        of(post, &[]), of(page, &[of(post, &[])]), of(page, &[option(U32)]), of(page, &[Type::Unit]), of(tree, &[]), of(color, &[]), of(void, &[]), of(marker, &[]), of(nest, &[]), of(endless, &[]), of(empty, &[]),
        of(mapuser, &[]), of(action, &[]), of(wrapper, &[option(TEXT)]), of(phantom, &[of(post, &[])]), of(handle, &[of(color, &[])]),
        map(TEXT, of(post, &[])), map(U32, Type::Unit), map(Type::Unit, U32), set(Type::Scalar(Scalar::Char)), array(F64, 3), array(F64, 32), array(array(F64, 4), 4), array(Type::Scalar(Scalar::U8), 32),
        Type::Tuple(vec![U32, option(TEXT), Type::Tuple(vec![BOOL, option(option(BOOL))])]), Type::Tuple(vec![Type::Unit]), list(Type::Unit), list(option(list(U32))), option(Type::Unit), option(option(option(of(maybe, &[])))),
        option(of(marker, &[])), Type::Bytes, Type::Scalar(Scalar::I128), array(U32, 0), array(array(option(option(TEXT)), 2), 20), of(wrapper, &[of(tree, &[])]), option(of(wrapper, &[option(TEXT)])),
    ];
    for (i, ty) in types.iter().enumerate() {
        b.echo(if i % 2 == 0 { "echo" } else { "odd" }, &format!("echo_{i}"), ty);
    }
    b.build()
}

#[test]
fn dump() {
    let api = everything();
    for js in [false, true] {
        if let Ok(dir) = std::env::var("DUMP") {
            let dir = format!("{dir}/{}", if js { "js" } else { "ts" });
            for f in super::super::emit(&api, &super::super::TypeScript { javascript: js, package: None, import_suffix: None }) {
                let p = std::path::Path::new(&dir).join(&f.path);
                std::fs::create_dir_all(p.parent().unwrap()).unwrap();
                std::fs::write(p, &f.text).unwrap();
            }
        }
    }
    client(&api, false);
}
