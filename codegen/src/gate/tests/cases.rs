//! A change for each rule.

use std::collections::BTreeSet;

use super::{Past, found, own};
use crate::compatibility::Category;
use crate::gate::rules;

/// A change, and what the gate says about it.
pub(super) struct Case {
    pub(super) old: &'static str,
    pub(super) new: &'static str,
    /// What is found where the sources of the past are known.
    expect: &'static [&'static str],
    /// What is found where only schemas are.
    of_schemas: &'static [&'static str],
}

pub(super) const CASES: &[Case] = &[
    Case {
        old: "#[tramline::action] async fn create(title: String) {} #[tramline::query] async fn kept() {}",
        new: "#[tramline::query] async fn kept() {}",
        expect: &[
            "action_removed create: the action `create` does not exist any more",
            "type_removed the type `CreateInput from index` does not exist any more",
        ],
        of_schemas: &["action_removed create: the action `create` does not exist any more"],
    },
    Case {
        old: "#[tramline::query] async fn count() -> u32 {}",
        new: "#[tramline::query] async fn total() -> u32 {}",
        expect: &[
            "action_renamed total: `count` is now called `total`, and calls by the old name lead nowhere",
        ],
        of_schemas: &[
            "action_renamed total: `count` is now called `total`, and calls by the old name lead nowhere",
        ],
    },
    Case {
        old: "mod posts { #[tramline::query] async fn count() -> u32 {} }",
        new: "mod blog { #[tramline::query] async fn count() -> u32 {} }",
        expect: &[
            "action_renamed blog.count: `posts.count` is now called `blog.count`, and calls by the old name lead nowhere",
        ],
        of_schemas: &[
            "action_renamed blog.count: `posts.count` is now called `blog.count`, and calls by the old name lead nowhere",
        ],
    },
    Case {
        old: "#[tramline::query(renamed_from = \"count\")] async fn total() -> u32 {}",
        new: "#[tramline::query] async fn total() -> u32 {}",
        expect: &[
            "former_name_removed total: `total` does not answer to its former name `count` any more",
        ],
        of_schemas: &[
            "former_name_removed total: `total` does not answer to its former name `count` any more",
        ],
    },
    Case {
        old: "mod posts { #[tramline::query] async fn count() -> u32 {} }",
        new: "mod blog { #[tramline::query(renamed_from = \"posts.count\")] async fn total() -> u32 {} }",
        expect: &[
            "function_moved blog.total: the function that calls `blog.total` is `total from blog`, and was `count from posts`",
        ],
        of_schemas: &[
            "function_moved blog.total: the function that calls `blog.total` is `total from blog`, and was `count from posts`",
        ],
    },
    Case {
        old: "mod posts { #[tramline::query(name = \"count\")] async fn count() -> u32 {} }",
        new: "mod blog { #[tramline::query(name = \"count\")] async fn count() -> u32 {} }",
        expect: &[
            "function_moved count: the function that calls `count` is `count from blog`, and was `count from posts`",
        ],
        of_schemas: &[],
    },
    Case {
        old: "#[derive(Serialize)] struct Id(u32); #[tramline::query] async fn id() -> Id {}",
        new: "#[derive(Serialize)] struct Id(Option<u32>); #[tramline::query] async fn id() -> Id {}",
        expect: &[
            "constructor_removed the function `Id from index`, which made values of its type, does not exist any more",
            "result_type_changed id: the result is `number | null` in TypeScript, and was `Brand<number, \"Id\">`",
        ],
        of_schemas: &[
            "result_type_changed id: the result is `number | null` in TypeScript, and was `number`",
        ],
    },
    Case {
        old: "#[derive(ActionError)] enum Error { #[error(status = 404)] Gone } \
              #[tramline::query] async fn get() -> Result<u32, Error> {}",
        new: "#[derive(ActionError)] enum Error { #[error(status = 404)] Gone, #[error(status = 409)] Busy } \
              #[tramline::query] async fn get() -> Result<u32, Error> {}",
        expect: &[
            "error_code_added get: the error `busy` is new, and code that tells all errors apart does not handle it",
        ],
        of_schemas: &[
            "error_code_added get: the error `busy` is new, and code that tells all errors apart does not handle it",
        ],
    },
    Case {
        old: "#[derive(ActionError)] enum Error { #[error(status = 404)] Gone(String), #[error(status = 409)] Busy } \
              #[tramline::query] async fn get() -> Result<u32, Error> {}",
        new: "#[derive(ActionError)] enum Error { #[error(status = 404)] Gone(u32) } \
              #[tramline::query] async fn get() -> Result<u32, Error> {}",
        expect: &[
            "result_type_changed get: the error `gone` is `number` in TypeScript, and was `string`",
            "error_code_removed get: the error `busy` is declared no more, and code that asks for it does not compile",
        ],
        of_schemas: &[
            "result_type_changed get: the error `gone` is `number` in TypeScript, and was `string`",
            "error_code_removed get: the error `busy` is declared no more, and code that asks for it does not compile",
        ],
    },
    Case {
        old: "#[tramline::action] async fn create(title: String, #[wire(default = 1)] page: u32) {}",
        new: "#[tramline::action] async fn create(title: String, page: u32, tag: Option<String>) {}",
        expect: &[
            "input_property_required create: `page` of the input has to be given by every caller",
            "input_property_required create: `tag` of the input has to be given by every caller",
        ],
        of_schemas: &[
            "input_property_required create: `page` of the input has to be given by every caller",
            "input_property_required create: `tag` of the input has to be given by every caller",
        ],
    },
    Case {
        old: "#[tramline::action] async fn create(title: String, body: String) {}",
        new: "#[tramline::action] async fn create(title: String) {}",
        expect: &[
            "input_property_removed create: `body` of the input is no property any more, and code that gives it does not compile",
        ],
        of_schemas: &[
            "input_property_removed create: `body` of the input is no property any more, and code that gives it does not compile",
        ],
    },
    Case {
        old: "#[tramline::action] async fn create(ids: Vec<u32>, size: u8) {}",
        new: "#[tramline::action] async fn create(ids: Vec<u64>, size: u32) {}",
        expect: &[
            "input_type_changed create: `ids[]` of the input is `bigint` in TypeScript, and was `number`",
        ],
        of_schemas: &[
            "input_type_changed create: `ids[]` of the input is `bigint` in TypeScript, and was `number`",
        ],
    },
    Case {
        old: "#[derive(Deserialize)] enum Order { Newest, Oldest, By { field: String } } \
              #[tramline::query] async fn list(order: Order) {}",
        new: "#[derive(Deserialize)] enum Order { Newest, By { field: u64 }, Random } \
              #[tramline::query] async fn list(order: Order) {}",
        expect: &[
            "input_member_removed list: `order::Oldest` of the input does not exist any more, and code that gives it does not compile",
            "input_type_changed list: `order::By.field` of the input is `bigint` in TypeScript, and was `string`",
        ],
        of_schemas: &[
            "input_member_removed list: `order::Oldest` of the input does not exist any more, and code that gives it does not compile",
            "input_type_changed list: `order::By.field` of the input is `bigint` in TypeScript, and was `string`",
        ],
    },
    Case {
        old: "#[tramline::query] async fn get() -> u32 {}",
        new: "#[tramline::action] async fn get() -> u32 {}",
        expect: &[
            "query_became_action get: `get` was a query and is an action, which refuses the `GET` of old clients",
        ],
        of_schemas: &[
            "query_became_action get: `get` was a query and is an action, which refuses the `GET` of old clients",
        ],
    },
    Case {
        old: "#[derive(Serialize)] struct Post { title: String, views: u32 } \
              #[tramline::query] async fn get() -> Vec<Post> {}",
        new: "#[derive(Serialize)] struct Post { title: String, \
              #[serde(skip_serializing_if = \"few\")] views: u32 } \
              #[tramline::query] async fn get() -> Vec<Post> {}",
        expect: &[
            "result_property_optional get: `[].views` of the result may be missing, and code that counts on it does not compile",
        ],
        of_schemas: &[
            "result_property_optional get: `[].views` of the result may be missing, and code that counts on it does not compile",
        ],
    },
    Case {
        old: "#[derive(Serialize)] struct Post { title: String, views: u32 } \
              #[tramline::query] async fn get() -> Vec<Post> {}",
        new: "#[derive(Serialize)] struct Post { title: String } \
              #[tramline::query] async fn get() -> Vec<Post> {}",
        expect: &[
            "result_property_removed get: `[].views` of the result does not exist any more, and code that reads it does not compile",
        ],
        of_schemas: &[
            "result_property_removed get: `[].views` of the result does not exist any more, and code that reads it does not compile",
        ],
    },
    Case {
        old: "#[derive(Serialize)] struct Post { #[wire(number)] views: u64, at: SystemTime, id: Id } \
              #[derive(Serialize)] struct Id(String); \
              use std::time::SystemTime; #[tramline::query] async fn get() -> Post {}",
        new: "#[derive(Serialize)] struct Post { views: u64, #[wire(string)] at: SystemTime, id: String } \
              use std::time::SystemTime; #[tramline::query] async fn get() -> Post {}",
        expect: &[
            "type_removed the type `Id from index` does not exist any more",
            "result_type_changed get: `views` of the result is `bigint` in TypeScript, and was `number`",
            "result_type_changed get: `at` of the result is `SystemTime` in TypeScript, and was `Date`",
            "result_type_changed get: `id` of the result is `string` in TypeScript, and was `Id`",
        ],
        of_schemas: &[],
    },
    Case {
        old: "#[derive(Serialize)] #[serde(tag = \"kind\")] enum Shape { Circle { radius: f64 }, Gone } \
              #[tramline::query] async fn get() -> Option<Shape> {}",
        new: "#[derive(Serialize)] #[serde(tag = \"kind\")] enum Shape { Circle { diameter: f64 }, Square } \
              #[tramline::query] async fn get() -> Option<Shape> {}",
        expect: &[
            "result_member_removed get: `::Gone` of the result does not exist any more, and code that asks for it does not compile",
            "result_property_removed get: `::Circle.radius` of the result does not exist any more, and code that reads it does not compile",
            "result_member_added get: `::Square` of the result is new, and code that tells all variants apart does not handle it",
        ],
        of_schemas: &[
            "result_member_removed get: `::Gone` of the result does not exist any more, and code that asks for it does not compile",
            "result_property_removed get: `::Circle.radius` of the result does not exist any more, and code that reads it does not compile",
            "result_member_added get: `::Square` of the result is new, and code that tells all variants apart does not handle it",
        ],
    },
    Case {
        old: "mod model { #[derive(Serialize)] pub struct Post { pub title: String } } \
              #[tramline::query] async fn get() -> model::Post {}",
        new: "#[derive(Serialize)] struct Post { title: String } \
              #[tramline::query] async fn get() -> Post {}",
        expect: &["type_moved the type `Post from model` is now `Post from index`"],
        of_schemas: &[],
    },
    Case {
        old: "#[derive(Serialize)] struct Page<T> { items: Vec<T> } \
              #[tramline::query] async fn get() -> Page<u32> {}",
        new: "#[derive(Serialize)] struct Page { items: Vec<u32> } \
              #[tramline::query] async fn get() -> Page {}",
        expect: &["type_parameters_changed the type `Page<_>` is now `Page`"],
        of_schemas: &[],
    },
];

#[test]
fn every_rule_has_a_change_that_breaks_it() {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for case in CASES {
        for (past, expect) in [
            (Past::Sources, case.expect),
            (Past::Schemas, case.of_schemas),
        ] {
            let findings = found(case.old, case.new, past);
            let own = own(&findings);
            seen.extend(findings.iter().map(|finding| finding.rule));
            if own != expect {
                wrong.push(format!(
                    "{past:?}\n  {}\n  {}\n{own:#?}",
                    case.old, case.new
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    // A lock is needed: its case is in `retired`.
    seen.insert(rules::RETIRED_NAME_REUSED.name);
    // Those about routes have theirs in `gate::rest`.
    let without: Vec<&str> = rules::ALL
        .iter()
        .filter(|rule| rule.category != Category::Rest)
        .map(|rule| rule.name)
        .filter(|name| !seen.contains(name))
        .collect();
    assert!(without.is_empty(), "no case breaks {without:?}");
}
