//! What `#[webhook]` accepts, and what it says about the rest.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens as _, quote};
use tramline_syntax::webhook;

fn refused(written: TokenStream, expect: &[&str]) {
    let problems = webhook::parse(written.clone(), Span::call_site()).expect_err("accepted");
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), expect.len(), "{written}: {messages:#?}");
    for (message, part) in messages.iter().zip(expect) {
        assert!(message.contains(part), "{part:?} not in {message:?}");
    }
}

fn path_refused(address: &str, expect: &str) {
    refused(quote!(#address, receiver = Hooks), &[expect]);
}

#[test]
fn options_of_a_webhook() {
    let check = |written: TokenStream, path: &str, receiver: TokenStream| {
        let options = webhook::parse(written, Span::call_site()).expect("valid");
        assert_eq!(options.path, path);
        let found = options.receiver.to_token_stream();
        assert_eq!(found.to_string(), receiver.to_string());
        options
    };
    check(
        quote!("POST /hooks/payments", receiver = Hooks),
        "/hooks/payments",
        quote!(Hooks),
    );
    let options = check(
        quote!(
            "POST /a~b_c.d-1/x",
            label(a = "1", b = "2"),
            receiver = crate::Hooks<Stripe, [u8; 2]>,
            name = "payments.hook",
            body_limit = 1000,
            label(c = "3"),
        ),
        "/a~b_c.d-1/x",
        quote!(crate::Hooks<Stripe, [u8; 2]>),
    );
    assert_eq!(options.name.as_deref(), Some("payments.hook"));
    assert_eq!(options.body_limit, Some(1000));
    assert_eq!(options.labels.len(), 3);
    // What only looks like a version.
    for path in ["/v/x", "/v1x", "/vv1", "/rpcs"] {
        let address = format!("POST {path}");
        check(quote!(#address, receiver = A), path, quote!(A));
    }
}

#[test]
fn path_and_receiver_are_needed() {
    refused(quote!(), &["needs the path", "needs a receiver"]);
    refused(quote!("POST /hooks"), &["needs a receiver"]);
    refused(quote!(receiver = Hooks), &["needs the path"]);
    refused(
        quote!("POST /hooks", receiver = A, receiver = B),
        &["`receiver` is given twice"],
    );
    refused(
        quote!("POST /hooks", receiver),
        &["needs a receiver", "takes a type"],
    );
    refused(
        quote!("POST /hooks", receiver("x")),
        &["needs a receiver", "takes a type"],
    );
    refused(quote!("POST /hooks", receiver = "x"), &["cannot read"]);
    refused(quote!("POST /hooks" receiver = A), &["cannot read"]);
    refused(
        quote!(receiver = A, "POST /hooks"),
        &["needs the path", "cannot read"],
    );
}

#[test]
fn what_clients_would_need_is_no_option() {
    refused(
        quote!(
            "POST /hooks",
            receiver = A,
            reciever = B,
            renamed_from = "x"
        ),
        &["did you mean `receiver`?", "has no option `renamed_from`"],
    );
    refused(
        quote!("POST /hooks", receiver = A, body_limit = 0),
        &["limit of 0"],
    );
    refused(
        quote!("POST /hooks", receiver = A, name = "a b"),
        &["cannot be the name"],
    );
}

#[test]
fn a_webhook_answers_to_one_path_by_post() {
    path_refused("/hooks", "begins with `POST `");
    path_refused("GET /hooks", "begins with `POST `");
    path_refused("PUT /hooks", "begins with `POST `");
    path_refused("post /hooks", "begins with `POST `");
    path_refused("POST hooks", "does not begin with `/`");
    path_refused("POST  /hooks", "does not begin with `/`");
    path_refused("POST https://example.com/hooks", "does not begin with `/`");
    path_refused("POST /", "is empty");
    path_refused("POST /hooks/", "is empty");
    path_refused("POST /hooks//x", "is empty");
    path_refused("POST //hooks", "is empty");
    path_refused("POST /hooks?secret=x", "found by its path alone");
    path_refused("POST /hooks/{sender}", "has no parameters");
    path_refused("POST /hooks/../x", "out of a path");
    path_refused("POST /hooks/a b", "contains ` `");
    path_refused("POST /hooks/%41", "contains `%`");
    path_refused("POST /hooks/#x", "contains `#`");
    path_refused("POST /h\u{f6}oks", "contains `\u{f6}`");
    path_refused("POST /rpc", "below `/rpc`");
    path_refused("POST /rpc/hooks", "below `/rpc`");
    path_refused("POST /v1/hooks", "below `/v1`");
    path_refused("POST /v12", "below `/v12`");
}
