#[tramline::action(name = "create")]
async fn draft(title: String) -> u64 {
    title.len() as u64
}

#[tramline::action]
async fn add(title: String) -> u64 {
    title.len() as u64
}
