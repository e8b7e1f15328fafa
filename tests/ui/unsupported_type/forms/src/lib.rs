mod posts;

use posts::NewPost;
use tramline::{action, query};

#[action]
async fn create_post(post: NewPost) {}

#[action]
async fn update_post(posts: Vec<NewPost>) {}

#[query]
async fn started() -> std::time::Instant {
    std::time::Instant::now()
}

#[action]
async fn everything(
    a: std::rc::Rc<u8>,
    b: Box<dyn Fn()>,
    c: fn(u8) -> u8,
    d: *const u8,
    e: std::ffi::OsString,
    f: <Vec<u8> as IntoIterator>::Item,
    g: [u8; std::mem::size_of::<u64>()],
    h: smallvec::SmallVec<u8>,
    i: Option<chrono::DateTime<chrono_tz::Tz>>,
    zone: chrono::Utc,
    j: my_list![u8],
) {
}
