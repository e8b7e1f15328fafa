use tramline::{State, action, query};

#[action(name = "Posts/Publish")]
async fn publish(title: String) -> u64 {
    title.len() as u64
}

#[action(body_limit = "1 MiB")]
async fn upload(bytes: Vec<u8>) -> u64 {
    bytes.len() as u64
}

#[action(body_limit = 0, name = 7, name = "posts.attach")]
async fn attach(bytes: Vec<u8>) -> u64 {
    bytes.len() as u64
}

#[query(label = "admin")]
async fn audit() -> Vec<String> {
    Vec::new()
}

#[query(label(auth = "admin", auth = "root"))]
async fn inspect() -> Vec<String> {
    Vec::new()
}

#[query]
async fn list(#[extract(State)] limit: State<u32>, #[wire] page: u32) -> Vec<u32> {
    vec![limit.0, page]
}

#[action(renamed_from = ["create post", "create", "create"], breaking = "")]
async fn create(title: String) -> u64 {
    title.len() as u64
}

#[action(renamed_from = create_all, breaking)]
async fn create_many(titles: Vec<String>) -> u64 {
    titles.len() as u64
}
