mod posts;

use posts::NewPost;
use tramline::{action, query};

#[action]
async fn create_post(post: NewPost) {}

#[action]
async fn update_post(posts: Vec<NewPost>) {}

#[query]
async fn uptime() -> std::time::Duration {
    std::time::Duration::ZERO
}

#[action]
async fn everything(
    a: std::rc::Rc<u8>,
    b: Box<dyn Fn()>,
    c: fn(u8) -> u8,
    d: *const u8,
    e: Result<u8, u8>,
    f: <Vec<u8> as IntoIterator>::Item,
    g: [u8; std::mem::size_of::<u64>()],
    h: std::collections::HashMap<u8, u8, ahash::RandomState>,
    i: Option<chrono::DateTime<chrono::Utc>>,
    j: my_list![u8],
) {
}
