//! The schema of each form that serde has.

use std::collections::BTreeSet;

use super::super::component::Component;
use super::super::components::Components;
use super::super::names::Names;
use super::super::operation_ids::OperationIds;
use crate::model::{DefinitionId, Direction};
use crate::testing::Files;

/// The schemas of the type `T` in both directions, and of what it mentions, a line for each.
fn check(types: &str, expect: &[&str]) {
    check_one_way(types, &[Direction::Input, Direction::Output], expect);
}

fn check_one_way(types: &str, directions: &[Direction], expect: &[&str]) {
    let way = |way, text| if directions.contains(&way) { text } else { "" };
    let source = format!(
        "use serde::*; use std::collections::*;\n{types}\n\
         #[tramline::action] async fn probe({}){} {{}}\n",
        way(Direction::Input, "first: T, second: T"),
        way(Direction::Output, " -> T"),
    );
    let front = Files::parse(&source).read();
    assert_eq!(front.rendered(), "", "{types}");
    let api = &front.api;
    let definitions = api.definitions.iter();
    let at = definitions.enumerate().find(|(_, one)| one.name == "T");
    let component = Component::Type(DefinitionId(at.unwrap().0), Vec::new());
    let roots = directions.iter().map(|way| (component.clone(), *way));
    let components = Components::new(api, roots.collect::<BTreeSet<_>>());
    let names = Names::new(api, &components, &OperationIds::default());
    let schemas = components.schemas(api, &names);
    let crate::json::Json::Object(members) = schemas else {
        panic!("schemas are an object");
    };
    let lines = members.iter().map(|(name, schema)| {
        let schema = schema.compact().replace("#/components/schemas/", "#");
        format!("{name} {}", schema.replace('"', ""))
    });
    assert_eq!(lines.collect::<Vec<_>>(), expect, "{types}");
}

/// The schema of one field.
fn field(ty: &str, expect: &str) {
    check(
        &format!("#[derive(Serialize, Deserialize)] struct T {{ a: {ty} }}"),
        &[&format!(
            "T {{type:object,properties:{{a:{expect}}},required:[a]}}"
        )],
    );
}

#[test]
fn scalars_say_what_they_hold() {
    let table = [
        ("bool", "{type:boolean}"),
        ("u8", "{type:integer,format:int32,minimum:0,maximum:255}"),
        ("i8", "{type:integer,format:int32,minimum:-128,maximum:127}"),
        (
            "u32",
            "{type:integer,format:int64,minimum:0,maximum:4294967295}",
        ),
        (
            "u64",
            "{type:integer,format:uint64,minimum:0,maximum:18446744073709551615}",
        ),
        ("u128", "{type:integer,minimum:0}"),
        ("i128", "{type:integer}"),
        ("f32", "{type:number,format:float}"),
        ("f64", "{type:number,format:double}"),
        ("char", "{type:string,minLength:1,maxLength:1}"),
        ("String", "{type:string}"),
        ("()", "{type:null}"),
    ];
    for (ty, expect) in table {
        field(ty, expect);
    }
}

#[test]
fn what_is_made_of_others() {
    let table = [
        ("Vec<String>", "{type:array,items:{type:string}}"),
        (
            "BTreeSet<bool>",
            "{type:array,items:{type:boolean},uniqueItems:true}",
        ),
        (
            "[bool; 2]",
            "{type:array,items:{type:boolean},minItems:2,maxItems:2}",
        ),
        (
            "(bool, String)",
            "{type:array,prefixItems:[{type:boolean},{type:string}],minItems:2,maxItems:2}",
        ),
        (
            "HashMap<String, bool>",
            "{type:object,additionalProperties:{type:boolean}}",
        ),
        (
            "HashMap<i8, bool>",
            "{type:object,additionalProperties:{type:boolean},\
             propertyNames:{type:string,pattern:^(0|-?[1-9][0-9]*)$}}",
        ),
        (
            "HashMap<bool, bool>",
            "{type:object,additionalProperties:{type:boolean},\
             propertyNames:{type:string,enum:[true,false]}}",
        ),
        (
            "Vec<u8>",
            "{type:array,items:{type:integer,format:int32,minimum:0,maximum:255}}",
        ),
        (
            "[u8; 1]",
            "{type:array,items:{type:integer,format:int32,minimum:0,maximum:255},\
             minItems:1,maxItems:1}",
        ),
    ];
    for (ty, expect) in table {
        field(ty, expect);
    }
}

#[test]
fn types_of_other_crates_have_their_formats() {
    let table = [
        ("uuid::Uuid", "{type:string,format:uuid}"),
        ("url::Url", "{type:string,format:uri}"),
        ("chrono::NaiveDate", "{type:string,format:date}"),
        ("chrono::NaiveTime", "{type:string}"),
        (
            "chrono::DateTime<chrono::Utc>",
            "{type:string,format:date-time}",
        ),
        (
            "chrono::DateTime<chrono::FixedOffset>",
            "{type:string,format:date-time}",
        ),
        ("jiff::civil::Date", "{type:string,format:date}"),
        (
            "Vec<url::Url>",
            "{type:array,items:{type:string,format:uri}}",
        ),
        ("std::net::Ipv4Addr", "{type:string,format:ipv4}"),
        (
            "std::net::IpAddr",
            "{anyOf:[{type:string,format:ipv4},{type:string,format:ipv6}]}",
        ),
        ("rust_decimal::Decimal", "{type:string,format:decimal}"),
        ("serde_json::Value", "{}"),
        (
            "time::Date",
            "{anyOf:[{type:string,format:date},\
             {type:array,items:{type:integer},minItems:2,maxItems:2}]}",
        ),
    ];
    for (ty, expect) in table {
        field(ty, expect);
    }
    field(
        "std::time::SystemTime",
        "{type:object,properties:{\
         secs_since_epoch:{type:integer,format:uint64,minimum:0,maximum:18446744073709551615},\
         nanos_since_epoch:{type:integer,format:int64,minimum:0,maximum:4294967295}},\
         required:[secs_since_epoch,nanos_since_epoch],additionalProperties:false}",
    );
}

#[test]
fn what_may_be_null_may_be_left_out_of_an_input() {
    let types = "#[derive(Serialize, Deserialize)] struct T { a: Option<bool> }";
    let optional = "T {type:object,properties:{a:{type:[boolean,null]}}}";
    check(types, &[optional]);
    check_one_way(types, &[Direction::Input], &[optional]);
    check_one_way(
        types,
        &[Direction::Output],
        &["T {type:object,properties:{a:{type:[boolean,null]}},required:[a]}"],
    );
    check_one_way(
        "#[derive(Serialize)] struct T {\n\
         #[serde(skip_serializing_if = \"Option::is_none\")] a: Option<bool> }",
        &[Direction::Output],
        &["T {type:object,properties:{a:{type:boolean}}}"],
    );
}

#[test]
fn null_joins_what_it_can() {
    let types = "#[derive(Serialize, Deserialize)] struct N(String);\n\
        #[derive(Serialize, Deserialize)]\n\
        struct T { a: Option<Option<u8>>, b: Option<N>, c: Option<std::net::IpAddr>, \
        d: Option<serde_json::Value>, e: Option<()> }";
    check(
        types,
        &[
            "N {type:string}",
            "T {type:object,properties:{\
             a:{type:[integer,null],format:int32,minimum:0,maximum:255},\
             b:{anyOf:[{$ref:#N},{type:null}]},\
             c:{anyOf:[{anyOf:[{type:string,format:ipv4},{type:string,format:ipv6}]},{type:null}]},\
             d:{},e:{type:null}}}",
        ],
    );
}

#[test]
fn one_type_is_two_where_directions_differ() {
    check(
        "#[derive(Serialize, Deserialize)] struct Inner { #[serde(default)] a: u8 }\n\
         #[derive(Serialize, Deserialize)] struct T { inner: Vec<Inner>, same: Same }\n\
         #[derive(Serialize, Deserialize)] struct Same { b: bool }",
        &[
            "Inner {type:object,properties:{\
             a:{type:integer,format:int32,minimum:0,maximum:255,default:0}},required:[a]}",
            "InnerInput {type:object,properties:{\
             a:{type:integer,format:int32,minimum:0,maximum:255,default:0}}}",
            "Same {type:object,properties:{b:{type:boolean}},required:[b]}",
            "T {type:object,properties:{inner:{type:array,items:{$ref:#Inner}},\
             same:{$ref:#Same}},required:[inner,same]}",
            "TInput {type:object,properties:{inner:{type:array,items:{$ref:#InnerInput}},\
             same:{$ref:#Same}},required:[inner,same]}",
        ],
    );
    check(
        "#[derive(Serialize, Deserialize)] struct T {\n\
         #[serde(rename(serialize = \"out\", deserialize = \"in\"))] a: bool,\n\
         #[serde(skip_serializing)] secret: bool, #[serde(skip)] never: bool }",
        &[
            "T {type:object,properties:{out:{type:boolean}},required:[out]}",
            "TInput {type:object,properties:{in:{type:boolean},secret:{type:boolean}},\
             required:[in,secret]}",
        ],
    );
}

#[test]
fn structs_by_their_fields() {
    let table = [
        ("struct T;", "{type:null}"),
        ("struct T(bool);", "{type:boolean}"),
        (
            "struct T(bool, char);",
            "{type:array,prefixItems:[{type:boolean},{type:string,minLength:1,maxLength:1}],\
             minItems:2,maxItems:2}",
        ),
        ("struct T {}", "{type:object}"),
        (
            "#[serde(deny_unknown_fields)] struct T { a: bool }",
            "{type:object,properties:{a:{type:boolean}},required:[a],additionalProperties:false}",
        ),
        (
            "#[serde(rename_all = \"camelCase\")] struct T { a_b: bool }",
            "{type:object,properties:{aB:{type:boolean}},required:[aB]}",
        ),
        (
            "#[serde(tag = \"kind\")] struct T { a: bool }",
            "{type:object,properties:{kind:{type:string,const:T},a:{type:boolean}},\
             required:[kind,a]}",
        ),
        (
            "/// Says it.\nstruct T { /// What.\n a: bool }",
            "{description:Says it.,type:object,\
             properties:{a:{description:What.,type:boolean}},required:[a]}",
        ),
        (
            "#[serde(from = \"String\", into = \"String\")] struct T { a: bool }",
            "{type:string}",
        ),
    ];
    for (types, expect) in table {
        let types = format!("#[derive(Serialize, Deserialize)]\n{types}");
        check(&types, &[&format!("T {expect}")]);
    }
}

#[test]
fn recursion_goes_by_reference() {
    check(
        "#[derive(Serialize, Deserialize)] struct T { children: Vec<T> }",
        &["T {type:object,properties:{children:{type:array,items:{$ref:#T}}},required:[children]}"],
    );
}

#[test]
fn generic_types_are_named_by_their_arguments() {
    check(
        "#[derive(Serialize, Deserialize)] struct Page<A> { items: Vec<A> }\n\
         #[derive(Serialize, Deserialize)] struct T { a: Page<bool>, b: Page<Vec<String>> }",
        &[
            "PageOfBool {type:object,properties:{items:{type:array,items:{type:boolean}}},\
             required:[items]}",
            "PageOfListOfString {type:object,properties:{items:{type:array,\
             items:{type:array,items:{type:string}}}},required:[items]}",
            "T {type:object,properties:{a:{$ref:#PageOfBool},b:{$ref:#PageOfListOfString}},\
             required:[a,b]}",
        ],
    );
}

#[test]
fn equal_names_are_told_apart_by_module() {
    check(
        "mod a { #[derive(serde::Serialize, serde::Deserialize)] pub struct S(bool); }\n\
         mod b { #[derive(serde::Serialize, serde::Deserialize)] pub struct S(char); }\n\
         #[derive(Serialize, Deserialize)] struct T { a: a::S, b: b::S }",
        &[
            "AS {type:boolean}",
            "BS {type:string,minLength:1,maxLength:1}",
            "T {type:object,properties:{a:{$ref:#AS},b:{$ref:#BS}},required:[a,b]}",
        ],
    );
}

/// An enum whose variants hold nothing, a value and fields.
fn variants(attribute: &str, expect: &[&str]) {
    let types = format!(
        "#[derive(Serialize, Deserialize)] struct S {{ b: bool }}\n\
         #[derive(Serialize, Deserialize)] {attribute}\n\
         enum T {{ One, Two(S), Three {{ c: bool }} }}"
    );
    check(&types, expect);
}

#[test]
fn variants_are_told_as_serde_tells_them() {
    let s = "S {type:object,properties:{b:{type:boolean}},required:[b]}";
    variants(
        "",
        &[
            s,
            "T {oneOf:[{type:string,enum:[One]},\
             {title:Two,type:object,properties:{Two:{$ref:#S}},required:[Two],\
             additionalProperties:false},\
             {title:Three,type:object,properties:{Three:{type:object,\
             properties:{c:{type:boolean}},required:[c]}},required:[Three],\
             additionalProperties:false}]}",
        ],
    );
    variants(
        "#[serde(tag = \"t\")]",
        &[
            "T {oneOf:[{$ref:#TOne},{$ref:#TTwo},{$ref:#TThree}],\
             discriminator:{propertyName:t,mapping:{One:#TOne,Two:#TTwo,Three:#TThree}}}",
            "TOne {type:object,properties:{t:{type:string,const:One}},required:[t]}",
            "TThree {type:object,properties:{t:{type:string,const:Three},c:{type:boolean}},\
             required:[t,c]}",
            "TTwo {type:object,properties:{t:{type:string,const:Two},b:{type:boolean}},\
             required:[t,b]}",
        ],
    );
    variants(
        "#[serde(tag = \"t\", content = \"c\")]",
        &[
            s,
            "T {oneOf:[{$ref:#TOne},{$ref:#TTwo},{$ref:#TThree}],\
             discriminator:{propertyName:t,mapping:{One:#TOne,Two:#TTwo,Three:#TThree}}}",
            "TOne {type:object,properties:{t:{type:string,const:One}},required:[t]}",
            "TThree {type:object,properties:{t:{type:string,const:Three},c:{type:object,\
             properties:{c:{type:boolean}},required:[c]}},required:[t,c]}",
            "TTwo {type:object,properties:{t:{type:string,const:Two},c:{$ref:#S}},\
             required:[t,c]}",
        ],
    );
    variants(
        "#[serde(untagged)]",
        &[
            s,
            "T {anyOf:[{type:null},{$ref:#S},\
             {type:object,properties:{c:{type:boolean}},required:[c]}]}",
        ],
    );
}

#[test]
fn enums_without_content_are_strings() {
    check(
        "/// How it is.\n#[derive(Serialize, Deserialize)] #[serde(rename_all = \"snake_case\")]\n\
         enum T { /// Not bad.\n VeryGood, Bad }",
        &[
            "T {description:How it is.\\n\\n- `very_good`: Not bad,type:string,\
           enum:[very_good,bad]}",
        ],
    );
    check(
        "#[derive(Serialize, Deserialize)] enum T { A, #[serde(other)] B }",
        &[
            "T {type:string,enum:[A,B]}",
            "TInput {type:string,examples:[A,B]}",
        ],
    );
}

#[test]
fn flattened_members_join_the_others() {
    let inner = "#[derive(Serialize, Deserialize)] struct S { b: bool }\n";
    let table = [
        (
            "struct T { a: bool, #[serde(flatten)] s: S }",
            "{type:object,properties:{a:{type:boolean},b:{type:boolean}},required:[a,b]}",
        ),
        (
            "struct T { a: bool, #[serde(flatten)] s: Option<S> }",
            "{type:object,properties:{a:{type:boolean},b:{type:boolean}},required:[a]}",
        ),
        (
            "struct T { a: bool, #[serde(flatten)] s: HashMap<String, bool> }",
            "{type:object,properties:{a:{type:boolean}},required:[a],\
             additionalProperties:{type:boolean}}",
        ),
        (
            "struct T { a: bool, #[serde(flatten)] s: serde_json::Value }",
            "{type:object,properties:{a:{type:boolean}},required:[a]}",
        ),
    ];
    for (types, expect) in table {
        let types = format!("{inner}#[derive(Serialize, Deserialize)]\n{types}");
        check(&types, &[&format!("T {expect}")]);
    }
    check(
        "#[derive(Serialize, Deserialize)] enum E { A(bool), B(bool) }\n\
         #[derive(Serialize, Deserialize)] struct T { a: bool, #[serde(flatten)] e: E, \
         #[serde(flatten)] rest: HashMap<String, bool> }",
        &[
            "T {allOf:[{type:object,properties:{a:{type:boolean}},required:[a]},\
           {anyOf:[{type:object,properties:{A:{type:boolean}},required:[A]},\
           {type:object,properties:{B:{type:boolean}},required:[B]}]}],\
           unevaluatedProperties:{type:boolean}}",
        ],
    );
}
