use serde::Serialize;

#[derive(Serialize)]
struct Post {
    title: String,
    views: Option<u32>,
}

#[derive(Serialize)]
enum State {
    Draft,
    Public,
    Hidden,
}

#[tramline::query]
async fn get(id: u64) -> Option<Post> {
    None
}

#[tramline::query]
async fn list() -> Vec<Post> {
    Vec::new()
}

#[tramline::query]
async fn state(id: u64) -> State {
    State::Draft
}

/// Its callers are given up knowingly.
#[tramline::action(breaking = "nobody may publish without a licence any more")]
async fn create(title: String, licence: String) -> u64 {
    0
}
