//! What the attributes accept, and what they say about the rest.

use quote::quote;
use syn::parse_quote;
use tramline_syntax::action::ActionOptions;
use tramline_syntax::error::Fate;
use tramline_syntax::field::{Form, Options};
use tramline_syntax::parameter::Source;
use tramline_syntax::problem::Problems;
use tramline_syntax::{action, error, field, parameter};

fn messages<T: std::fmt::Debug>(result: Result<T, Problems>) -> Vec<String> {
    let problems = result.expect_err("accepted");
    problems.iter().map(ToString::to_string).collect()
}

/// Each expectation is a part of one message.
fn refused<T: std::fmt::Debug>(result: Result<T, Problems>, expect: &[&str]) {
    let messages = messages(result);
    assert_eq!(messages.len(), expect.len(), "{messages:#?}");
    for (message, part) in messages.iter().zip(expect) {
        assert!(message.contains(part), "{part:?} not in {message:?}");
    }
}

#[test]
fn options_of_an_action() {
    let options = action::parse(quote!(
        name = "posts.create_post",
        body_limit = 64_000,
        renamed_from = ["posts.add", "posts.newPost"],
        breaking = "bodies are gone ",
        label(auth = "admin", area = "posts"),
        label(tier = "gold"),
    ))
    .expect("valid");
    assert_eq!(options.renamed_from, ["posts.add", "posts.newPost"]);
    assert_eq!(options.breaking.as_deref(), Some("bodies are gone"));
    assert_eq!(options.name.as_deref(), Some("posts.create_post"));
    assert_eq!(options.body_limit, Some(64_000));
    assert_eq!(options.labels.len(), 3);
    let nothing = action::parse(quote!()).expect("valid");
    assert_eq!(
        format!("{nothing:?}"),
        format!("{:?}", ActionOptions::default())
    );
}

#[test]
fn one_former_name_needs_no_list() {
    let options = action::parse(quote!(renamed_from = "add")).expect("valid");
    assert_eq!(options.renamed_from, ["add"]);
}

#[test]
fn every_mistake_in_a_change_is_reported() {
    refused(
        action::parse(quote!(renamed_from = 1, breaking = true)),
        &["takes a name or a list of names", "takes a string"],
    );
    refused(
        action::parse(quote!(renamed_from("a"), breaking = " ")),
        &["takes a name or a list", "needs a reason"],
    );
    refused(
        action::parse(quote!(renamed_from = ["a", "", "a", b"b"])),
        &["takes a name or a list"],
    );
    refused(
        action::parse(quote!(renamed_from = ["a", "a b", "a"])),
        &["was never the name of an action", "`a` is given twice"],
    );
}

#[test]
fn every_mistake_in_an_action_is_reported() {
    refused(
        action::parse(quote!(
            nmae = "a",
            body_limit = "1",
            labels(a = "b"),
            timeout = "x"
        )),
        &[
            "did you mean `name`?",
            "takes an integer literal",
            "did you mean `label`?",
            "no option `timeout`",
        ],
    );
    refused(
        action::parse(quote!(name = 1, name = "a")),
        &["given twice", "takes a string"],
    );
    for name in ["", "a..b", "A", "a-b", ".a", "a/b", "ä"] {
        refused(
            action::parse(quote!(name = #name)),
            &["cannot be the name of an action"],
        );
    }
    refused(
        action::parse(quote!(name "a")),
        &["cannot read the options"],
    );
    refused(
        action::parse(quote!(body_limit = 0)),
        &["would refuse every call"],
    );
    refused(action::parse(quote!(label = "a")), &["label(key"]);
    refused(
        action::parse(quote!(label(a = 1, b = "x", b = "y"))),
        &["given twice", "takes a string"],
    );
    refused(
        action::parse(quote!(label(a = "1"), label(a = "2"))),
        &["label `a` is given twice"],
    );
}

#[test]
fn sources_of_a_parameter() {
    let wire = Source::wire();
    assert_eq!(parameter::parse(&[]).expect("valid"), wire);
    assert_eq!(
        parameter::parse(&[parse_quote!(#[allow(unused)])]).expect("valid"),
        wire
    );
    assert_eq!(
        parameter::parse(&[parse_quote!(#[extract])]).expect("valid"),
        Source::Extract
    );
    let default = parameter::parse(&[parse_quote!(#[wire(default = 1 + 1)])]).expect("valid");
    assert_eq!(
        default,
        Source::Wire {
            default: Some(parse_quote!(1 + 1)),
            options: Options::default(),
        }
    );
    let number = parameter::parse(&[parse_quote!(#[wire(default = 1, number)])]).expect("valid");
    let form = |source| match source {
        Source::Wire { options, .. } => options.form,
        Source::Extract => None,
    };
    assert_eq!(form(number), Some(Form::Number));
    refused(
        parameter::parse(&[parse_quote!(#[extract(State)])]),
        &["takes no options"],
    );
    refused(
        parameter::parse(&[parse_quote!(#[wire])]),
        &["needs an option"],
    );
    refused(
        parameter::parse(&[parse_quote!(#[wire(defualt = 1)])]),
        &["did you mean `default`?"],
    );
    refused(
        parameter::parse(&[parse_quote!(#[wire(default)])]),
        &["takes an expression"],
    );
    refused(
        parameter::parse(&[parse_quote!(#[extract]), parse_quote!(#[wire(default = 1)])]),
        &["one source"],
    );
}

#[test]
fn fates_of_a_variant() {
    let declared = |status, code: &str| Fate::Declared {
        status,
        code: code.to_owned(),
    };
    let fate = |variant| error::parse(&variant).expect("valid").fate;
    assert_eq!(fate(parse_quote!(NameTaken)), declared(400, "name_taken"));
    assert_eq!(
        fate(parse_quote!(
            #[error(status = 409, code = "taken")]
            NameTaken { name: String }
        )),
        declared(409, "taken"),
    );
    assert_eq!(
        fate(parse_quote!(
            #[error(internal)]
            Db(
                #[from]
                Sql
            )
        )),
        Fate::Internal
    );
    let flattened = error::parse(&parse_quote!(
        #[error(flatten)]
        Auth(
            #[from]
            AuthError
        )
    ));
    let flattened = flattened.expect("valid");
    assert_eq!((flattened.fate, flattened.from), (Fate::Flatten, true));
}

#[test]
fn every_mistake_in_a_variant_is_reported() {
    refused(
        error::parse(&parse_quote!(
            #[error(status = 200)]
            A
        )),
        &["not the status of an error"],
    );
    refused(
        error::parse(&parse_quote!(
            #[error(code = "A b")]
            A
        )),
        &["cannot be an error code"],
    );
    refused(
        error::parse(&parse_quote!(Timeout)),
        &["`timeout` is reserved"],
    );
    refused(
        error::parse(&parse_quote!(
            #[error(code = "timeout")]
            A
        )),
        &["`timeout` is reserved"],
    );
    refused(
        error::parse(&parse_quote!(
            #[error(internal, flatten)]
            A(B)
        )),
        &["either internal or"],
    );
    refused(
        error::parse(&parse_quote!(
            #[error(internal, status = 500)]
            A
        )),
        &["no status and no code"],
    );
    refused(
        error::parse(&parse_quote!(
            #[error(flatten)]
            A
        )),
        &["cannot be flattened"],
    );
    refused(
        error::parse(&parse_quote!(A {
            #[from]
            a: A,
            b: B
        })),
        &["variant with one field"],
    );
    refused(
        error::parse(&parse_quote!(
            #[error(stauts = 409)]
            A
        )),
        &["did you mean `status`?"],
    );
    refused(
        error::parse(&parse_quote!(
            #[error = "text"]
            A
        )),
        &["needs an option"],
    );
}

#[test]
fn forms_of_a_field() {
    let read = |attribute| field::parse(&[attribute]).expect("valid");
    assert_eq!(field::parse(&[]).expect("valid"), Options::default());
    let forms = [
        (parse_quote!(#[wire(number)]), Form::Number),
        (parse_quote!(#[wire(bigint)]), Form::BigInt),
        (parse_quote!(#[wire(typed_array)]), Form::TypedArray),
        (parse_quote!(#[wire(date)]), Form::Date),
        (parse_quote!(#[wire(string)]), Form::String),
    ];
    for (attribute, form) in forms {
        assert_eq!(read(attribute).form, Some(form));
    }
    let layout = read(parse_quote!(#[wire(as = "Vec<(f64, f64)>")])).layout;
    assert_eq!(layout, Some(parse_quote!(Vec<(f64, f64)>)));
    let examples: [(syn::Attribute, &str); 6] = [
        (
            parse_quote!(#[wire(example = "a \"b\"\n")]),
            r#""a \"b\"\n""#,
        ),
        (parse_quote!(#[wire(example = 1_000u32)]), "1000"),
        (parse_quote!(#[wire(example = -0.5)]), "-0.5"),
        (parse_quote!(#[wire(example = 2.)]), "2.0"),
        (parse_quote!(#[wire(example = true)]), "true"),
        (parse_quote!(#[wire(number, example = 'x')]), "\"x\""),
    ];
    for (attribute, json) in examples {
        assert_eq!(read(attribute).example.as_deref(), Some(json));
    }
    refused(
        field::parse(&[parse_quote!(#[wire(example = Color::Blue)])]),
        &["takes a literal"],
    );
    refused(
        field::parse(&[parse_quote!(#[wire(number, bigint, as)])]),
        &["at once", "takes a string"],
    );
    refused(
        field::parse(&[parse_quote!(#[wire(as = "fn fn")])]),
        &["cannot read the type"],
    );
    refused(
        field::parse(&[parse_quote!(#[wire(nubmer)])]),
        &["did you mean `number`?"],
    );
    refused(field::parse(&[parse_quote!(#[wire])]), &["needs an option"]);
    refused(
        field::parse(&[parse_quote!(#[wire(date = "x")])]),
        &["takes no value"],
    );
}
