//! The page that shows the documents of routes.

use http::{Method, Request};
use tramline::codegen::Document;
use tramline::{Actions, Body, Service, ServiceBuilder};

use crate::harness::{Got, call_on, with};

static DOCUMENTS: &[Document] = &[
    Document {
        version: "v9",
        json: "{\"openapi\":\"3.1.0\"}",
    },
    Document {
        version: "v10",
        json: "{}",
    },
];

fn builder() -> ServiceBuilder {
    Service::builder(Actions::new((), &[]).with_documents(DOCUMENTS))
}

fn request(method: Method, path: &str) -> Request<Body> {
    let request = Request::builder().method(method).uri(path);
    let request = request.header("host", "localhost:3000");
    request.body(Body::empty()).unwrap()
}

fn get(path: &str) -> Got {
    let service = builder().documentation("/docs/").build();
    call_on(&service, request(Method::GET, path))
}

#[test]
fn each_version_has_a_page_that_names_them_all() {
    for version in ["v9", "v10"] {
        let got = get(&format!("/docs/{version}"));
        assert_eq!(got.status, 200);
        assert_eq!(got.headers["content-type"], "text/html; charset=utf-8");
        let text = String::from_utf8(got.body).unwrap();
        assert!(text.contains("<meta name=\"versions\" content=\"v10 v9\">"));
    }
    assert_eq!(get("/docs/v1").problem(), (404, "unknown_route".to_owned()));
}

#[test]
fn the_path_alone_leads_to_the_newest_version() {
    let got = get("/docs");
    assert_eq!(got.status, 307);
    assert_eq!(got.headers["location"], "/docs/v10");
    assert_eq!(got.body, b"");
    let at_root = builder().documentation("/").build();
    let got = call_on(&at_root, request(Method::GET, "/"));
    assert_eq!(got.headers["location"], "/v10");
}

#[test]
fn the_page_may_run_its_own_script_and_talk_to_its_own_server() {
    let got = get("/docs/v9");
    let policy = got.headers["content-security-policy"].to_str().unwrap();
    let directives: Vec<&str> = policy.split("; ").collect();
    for directive in [
        "default-src 'none'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ] {
        assert!(directives.contains(&directive), "{policy}");
    }
    for kind in ["script-src 'sha256-", "style-src 'sha256-"] {
        assert!(
            directives.iter().any(|one| one.starts_with(kind)),
            "{policy}"
        );
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(got.headers["referrer-policy"], "no-referrer");
    assert_eq!(got.headers["x-content-type-options"], "nosniff");
}

#[test]
fn who_has_the_page_is_told_so() {
    let service = builder().documentation("/docs").build();
    let tag = get("/docs/v9").headers["etag"].to_str().unwrap().to_owned();
    let again = with(request(Method::GET, "/docs/v9"), "if-none-match", &tag);
    let got = call_on(&service, again);
    assert_eq!((got.status.as_u16(), got.body.len()), (304, 0));
    assert!(got.headers.contains_key("content-security-policy"));
}

#[test]
fn a_page_is_read_and_nothing_else() {
    let service = builder().documentation("/docs").build();
    for path in ["/docs", "/docs/v9"] {
        let got = call_on(&service, request(Method::POST, path));
        assert_eq!(got.problem(), (405, "method_not_allowed".to_owned()));
        assert_eq!(got.headers["allow"], "GET, HEAD, OPTIONS");
    }
}

#[test]
fn there_is_a_page_only_where_it_has_something_to_show() {
    let nothing = Service::builder(Actions::new((), &[]));
    let hidden = builder().openapi(false);
    for builder in [
        nothing.documentation("/docs"),
        hidden.documentation("/docs"),
        builder(),
    ] {
        let service = builder.build();
        for path in ["/docs", "/docs/v9"] {
            assert_eq!(call_on(&service, request(Method::GET, path)).status, 404);
        }
    }
}

#[test]
fn a_path_that_is_none_is_a_mistake() {
    for path in ["docs", "/docs?x", "/{docs}", "/do cs", "/döcs"] {
        let error = builder().documentation(path).try_build().unwrap_err();
        let expect = format!(
            "`{path}` is not a path for the documentation: expected one that begins with `/`, such as `/docs`"
        );
        assert_eq!(error.to_string(), expect);
    }
}
