//! Inputs that are held against the rules of their types before the function runs.

use garde::Validate;
use serde::Deserialize;

tramline::include_actions!();

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub struct NewOrder {
    #[garde(length(chars, min = 1, max = 20))]
    pub full_name: String,
    #[garde(length(min = 1), dive)]
    pub items: Vec<Item>,
    #[garde(dive)]
    pub pay_by: Option<Payment>,
    #[garde(dive)]
    pub tags: Tags,
    #[garde(skip)]
    pub note: Option<String>,
}

#[derive(Deserialize, Validate)]
pub struct Item {
    #[garde(range(max = 99))]
    #[serde(rename = "how/many")]
    pub count: u32,
    #[garde(dive)]
    pub sku: Sku,
}

/// A text that is checked by itself.
#[derive(Deserialize, Validate)]
#[garde(transparent)]
pub struct Sku(#[garde(ascii, length(min = 3, max = 3))] pub String);

#[derive(Deserialize, Validate)]
pub struct Tags(#[garde(length(max = 2), inner(length(chars, max = 5)))] pub Vec<String>);

#[derive(Deserialize, Validate)]
pub enum Payment {
    Card {
        #[garde(length(chars, equal = 4))]
        digits: String,
    },
    Invoice {
        #[garde(range(min = 1))]
        days: u16,
    },
}

#[tramline::action(rest = "POST /v1/orders")]
pub async fn order(order: NewOrder) -> u32 {
    order.items.iter().map(|item| item.count).sum()
}

#[tramline::query]
pub async fn find(sku: Sku, #[wire(default = Vec::new())] among: Vec<Item>, page: u32) -> u32 {
    sku.0.len() as u32 + among.len() as u32 + page
}

#[tramline::query(rest = "GET /v1/skus/{sku}", rpc = false)]
pub async fn look_up(sku: Sku, page: u32) -> u32 {
    sku.0.len() as u32 + page
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;
    use http_body_util::BodyExt as _;
    use tower::ServiceExt as _;
    use tramline::{Body, Service, http};

    /// Calls the action with lossless JSON.
    fn call(name: &str, input: &str) -> (u16, String) {
        let actions = crate::actions(());
        let path = actions.infos().find(|info| info.name == name).map(|info| info.path());
        let request = http::Request::post(format!("http://localhost/rpc/{}", path.unwrap()))
            .header("content-type", "application/json")
            .body(Body::from(input.to_owned()));
        let response = Service::new(actions).oneshot(request.unwrap());
        let response = response.now_or_never().unwrap().unwrap();
        let status = response.status().as_u16();
        let body = response.into_body().collect().now_or_never().unwrap().unwrap();
        (status, String::from_utf8(body.to_bytes().to_vec()).unwrap())
    }

    fn refused(name: &str, input: &str, errors: &[(&str, &str)]) {
        let (status, body) = call(name, input);
        assert_eq!(status, 422, "{body}");
        let errors = errors.iter().map(|(pointer, detail)| {
            format!("{{\"pointer\":\"{pointer}\",\"detail\":\"{detail}\"}}")
        });
        let errors: Vec<String> = errors.collect();
        let expected = format!("\"errors\":[{}]", errors.join(","));
        assert!(body.contains("\"code\":\"invalid_input\""), "{body}");
        assert!(body.contains(&expected), "{body}\n{expected}");
    }

    /// Sends a request to a route.
    fn send(method: &str, path: &str, body: &str) -> (u16, String) {
        let request = http::Request::builder()
            .method(method)
            .uri(format!("http://localhost{path}"))
            .header("content-type", "application/json")
            .body(Body::from(body.to_owned()));
        let response = Service::new(crate::actions(())).oneshot(request.unwrap());
        let response = response.now_or_never().unwrap().unwrap();
        let status = response.status().as_u16();
        let body = response.into_body().collect().now_or_never().unwrap().unwrap();
        (status, String::from_utf8(body.to_bytes().to_vec()).unwrap())
    }

    #[test]
    fn routes_are_no_way_around_the_rules() {
        let (status, body) = send(
            "POST",
            "/v1/orders",
            r#"{"fullName":"","items":[{"how/many":1,"sku":"abc"}],"tags":[]}"#,
        );
        let errors = r#""errors":[{"pointer":"/fullName","detail":"length is lower than 1"}]"#;
        assert!(status == 422 && body.contains(errors), "{status} {body}");
        assert_eq!(send("GET", "/v1/skus/abc?page=1", ""), (200, "4".into()));
        let (status, body) = send("GET", "/v1/skus/ab?page=1", "");
        let errors = r#""errors":[{"parameter":"sku","in":"path","detail":"length is lower than 3"}]"#;
        assert!(status == 422 && body.contains(errors), "{status} {body}");
    }

    #[test]
    fn what_keeps_the_rules_runs() {
        let input = r#"{"fullName":"Ada","items":[{"how/many":2,"sku":"abc"}],"tags":[]}"#;
        assert_eq!(call("order", input), (200, "2".into()));
        assert_eq!(call("find", r#"{"sku":"abc","page":1}"#), (200, "4".into()));
    }

    #[test]
    fn what_breaks_them_is_told_by_the_names_in_json() {
        refused(
            "order",
            r#"{"fullName":"","items":[{"how/many":1,"sku":"abc"},{"how/many":100,"sku":"ß"}],
                "payBy":{"Card":{"digits":"1"}},"tags":["a","b","cccccc"]}"#,
            &[
                ("/fullName", "length is lower than 1"),
                ("/items/1/how~1many", "greater than 99"),
                ("/items/1/sku", "not ascii; length is lower than 3"),
                ("/payBy/Card/digits", "length is lower than 4"),
                ("/tags/2", "length is greater than 5"),
                ("/tags", "length is greater than 2"),
            ],
        );
    }

    #[test]
    fn parameters_are_held_against_theirs() {
        refused("find", r#"{"sku":"ab","page":1}"#, &[("/sku", "length is lower than 3")]);
        refused(
            "find",
            r#"{"sku":"abc","page":1,"among":[{"how/many":200,"sku":"abc"}]}"#,
            &[("/among/0/how~1many", "greater than 99")],
        );
    }
}
