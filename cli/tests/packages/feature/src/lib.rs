tramline::include_actions!();

/// What it can do.
#[tramline::query]
pub async fn abilities() -> Vec<String> {
    Vec::new()
}
