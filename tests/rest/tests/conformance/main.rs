//! What routes of REST answer, over real connections: a table of requests, with what HTTP asks of
//! their answers. `UPDATE_EXPECT=1` writes it, with the whole answers, for people to read.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod document;
mod exchange;
mod rows;
mod server;

use exchange::{Answer, exchange};

/// A request, and what must hold of its answer.
struct Row {
    /// What is shown.
    name: &'static str,
    /// The request line, then header lines, then after an empty line a body. `host` and
    /// `content-length` are added where they are missing.
    request: &'static str,
    /// The status.
    status: u16,
    /// Lines `name: value` that the answer has; `!name` for a header that it has not. A line that
    /// begins with `~` is a part of the body; one with `!~` is none. `=` begins the whole body.
    expected: &'static [&'static str],
}

const fn row(
    name: &'static str,
    request: &'static str,
    status: u16,
    expected: &'static [&'static str],
) -> Row {
    Row {
        name,
        request,
        status,
        expected,
    }
}

/// What is not as it should be.
fn mistakes(row: &Row, answer: &Answer) -> Vec<String> {
    let mut mistakes = Vec::new();
    if answer.status != row.status {
        mistakes.push(format!("status {}, not {}", answer.status, row.status));
    }
    for line in row.expected {
        let holds = match line.split_at_checked(1) {
            Some(("=", body)) => answer.body == body,
            Some(("~", part)) => answer.body.contains(part),
            Some(("!", rest)) => match rest.strip_prefix('~') {
                Some(part) => !answer.body.contains(part),
                None => answer.values(rest).is_empty(),
            },
            _ => {
                let (name, value) = line.split_once(": ").unwrap();
                answer.values(name).contains(&value)
            }
        };
        if !holds {
            mistakes.push(format!("`{line}` does not hold"));
        }
    }
    mistakes.extend(always(row, answer));
    mistakes
}

/// What must hold of every answer.
fn always(row: &Row, answer: &Answer) -> Vec<String> {
    let mut mistakes = Vec::new();
    let mut ask = |holds: bool, text: &str| {
        if !holds {
            mistakes.push(text.to_owned());
        }
    };
    let is_head = row.request.starts_with("HEAD ");
    let has = |name: &str| !answer.values(name).is_empty();
    let is_problem = answer.status >= 400;
    if is_problem {
        let types = answer.values("content-type");
        ask(types == ["application/problem+json"], "no problem document");
        ask(
            answer.values("cache-control") == ["no-store"],
            "a cacheable problem",
        );
        ask(has("x-request-id"), "a problem without a request id");
        if !is_head {
            let problem: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
            ask(
                problem["status"] == answer.status,
                "another status in the document",
            );
            for member in ["title", "code", "detail", "request_id"] {
                ask(
                    problem[member].is_string(),
                    "a member of the document is missing",
                );
            }
        }
    }
    if is_head || matches!(answer.status, 204 | 304) {
        ask(answer.body.is_empty(), "a body where there can be none");
    } else {
        ask(has("content-type"), "a body of no type");
        ask(
            answer.values("x-content-type-options") == ["nosniff"],
            "a body to be sniffed",
        );
    }
    ask(answer.status != 405 || has("allow"), "405 without Allow");
    ask(
        !has("access-control-allow-credentials"),
        "credentials are shared",
    );
    for name in [
        "content-type",
        "etag",
        "cache-control",
        "content-length",
        "location",
    ] {
        ask(answer.values(name).len() <= 1, "a header is repeated");
    }
    mistakes
}

#[test]
fn routes_answer_as_http_asks() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let (document, mistakes) = runtime.block_on(async {
        let address = server::start().await;
        let mut document = document::Document::new();
        let mut mistakes = Vec::new();
        for (title, text, rows) in rows::ALL {
            document.group(title, text);
            for row in *rows {
                let answer = exchange(address, row.request).await;
                for mistake in self::mistakes(row, &answer) {
                    mistakes.push(format!("{title}: {}: {mistake}\n{answer}", row.name));
                }
                document.row(row, &answer);
            }
        }
        (document, mistakes)
    });
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n\n"));
    document.check();
}
