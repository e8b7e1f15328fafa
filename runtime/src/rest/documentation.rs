//! The page that shows the documents of the routes to people.
//!
//! It is one file, made in `docs-page/`, which reads the document of its own version from this server
//! and from nowhere else. Its policy allows the one script and the one style that are in it, by their
//! digests, and requests to this server.

use http::HeaderName;
use http::HeaderValue;
use http::header::{CONTENT_SECURITY_POLICY, REFERRER_POLICY};

use super::documents::Served;

const PAGE: &str = include_str!("documentation/page.html");

/// What of the page stands for the versions that there are.
const VERSIONS: &str = "{versions}";

/// Which script and which style may run.
const DIGESTS: &str = include_str!("documentation/policy.txt");

/// Everything else that may happen on the page: nothing but requests to its own server, and an icon
/// that is empty.
const POLICY: &str = "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
    trusted-types 'none'; ";

/// What is served at which path: a page for each version, and what leads to the newest. Nothing where
/// there is no version.
pub(crate) fn pages(path: &str, versions: &[&str]) -> Vec<(String, Served)> {
    let mut versions = versions.to_vec();
    // `v10` is newer than `v9`.
    versions.sort_unstable_by_key(|version| std::cmp::Reverse((version.len(), *version)));
    let Some(newest) = versions.first() else {
        return Vec::new();
    };
    let text = PAGE.replacen(VERSIONS, &versions.join(" "), 1);
    let page = page(text);
    let at = |version: &&str| format!("{path}/{version}");
    let redirect = Served::redirect(&at(newest));
    let pages = versions.iter().map(|version| (at(version), page.clone()));
    let root = if path.is_empty() { "/" } else { path };
    let start = redirect.map(|redirect| (root.to_owned(), redirect));
    pages.chain(start).collect()
}

fn page(text: String) -> Served {
    let policy = HeaderValue::try_from(format!("{POLICY}{}", DIGESTS.trim_end()));
    let page = Served::new("text/html; charset=utf-8", text)
        .with(REFERRER_POLICY, HeaderValue::from_static("no-referrer"))
        .with(
            HeaderName::from_static("cross-origin-opener-policy"),
            HeaderValue::from_static("same-origin"),
        );
    match policy {
        Ok(policy) => page.with(CONTENT_SECURITY_POLICY, policy),
        // The digests are base64, which a test sees in the answer.
        Err(_) => page,
    }
}
