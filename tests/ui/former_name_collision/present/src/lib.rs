#[tramline::action(renamed_from = "add")]
async fn create(title: String) -> u64 {
    title.len() as u64
}

#[tramline::action]
async fn add(a: u64, b: u64) -> u64 {
    a + b
}

#[tramline::action(renamed_from = ["erase", "drop"])]
async fn delete(id: u64) -> u64 {
    id
}
