//! Inputs that are wrong in one place: what the document lets through, serde reads, and the other
//! way around.

use serde_json::{Value, json};

use super::document::request;
use super::values::{reads, samples};

/// What stands in place of something else.
fn replacements() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(300),
        json!(1.5),
        json!(""),
        json!("x"),
        json!([]),
        json!([null, null, null, null]),
        json!({}),
        json!({ "x": null }),
    ]
}

/// Every value that differs from this one in one place: something else stands there, is missing or
/// stands beside.
fn neighbours(value: &Value) -> Vec<Value> {
    let mut all = replacements();
    match value {
        Value::Object(members) => {
            for (name, inside) in members {
                let mut without = members.clone();
                without.remove(name);
                all.push(Value::Object(without));
                all.extend(neighbours(inside).into_iter().map(|other| {
                    let mut members = members.clone();
                    members.insert(name.clone(), other);
                    Value::Object(members)
                }));
            }
            for more in [json!(true), json!("x")] {
                let mut members = members.clone();
                members.insert("more".to_owned(), more);
                all.push(Value::Object(members));
            }
        }
        Value::Array(elements) => {
            for (index, inside) in elements.iter().enumerate() {
                let mut without = elements.clone();
                without.remove(index);
                all.push(Value::Array(without));
                all.extend(neighbours(inside).into_iter().map(|other| {
                    let mut elements = elements.clone();
                    elements[index] = other;
                    Value::Array(elements)
                }));
            }
        }
        _ => {}
    }
    all
}

/// Where serde reads more than anyone would tell callers, or only it knows what a text has to be.
fn is_lenient(path: &str, value: &Value) -> bool {
    match path {
        // No format of JSON Schema is a time without a zone.
        "/v1/foreign" => value["time"].is_string(),
        // A list in place of an object, its members in order.
        "/v1/told" => value["external"][1] == json!({ "Empty": [] }),
        // The number of a variant in place of its name; and what is flattened and optional is
        // absent where it makes no sense.
        "/v1/flattened" => value["choice"].is_number() || value.get("perhaps").is_some(),
        _ => false,
    }
}

#[test]
fn serde_reads_what_the_document_lets_through_and_nothing_else() {
    let mut differing = Vec::new();
    let mut seen = [0, 0];
    for (path, value) in samples() {
        let validator = request(path);
        for value in neighbours(&value) {
            let is_read = reads(path, &value);
            seen[usize::from(is_read)] += 1;
            if is_read != validator.is_valid(&value) && !is_lenient(path, &value) {
                let what = if is_read {
                    "refused by the document"
                } else {
                    "refused by serde"
                };
                differing.push(format!("{path}: {value} is {what}"));
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 100), "{seen:?}");
    assert!(
        differing.is_empty(),
        "{}\n{}",
        differing.len(),
        differing.join("\n")
    );
}
