//! A package with a `tramline.lock`: its actions have a past.

mod posts;

tramline::include_actions!();

/// Once an action, and answered without a page.
#[tramline::query]
async fn feed(page: Option<u32>) -> Vec<String> {
    vec![format!("page {page:?}")]
}

/// Once a query, whose callers send by GET.
#[tramline::action]
async fn visit(path: String) -> u64 {
    path.len() as u64
}

/// As it was from the beginning.
#[tramline::query]
async fn version() -> &'static str {
    "1"
}
