use tramline::{action, query};

#[action]
fn create_post(title: String) {}

#[query]
pub(crate) fn list_posts() -> Vec<String> {
    Vec::new()
}
