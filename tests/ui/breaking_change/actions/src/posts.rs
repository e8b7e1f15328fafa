#[tramline::query]
async fn total() -> u32 {
    0
}

#[tramline::action]
async fn touch(id: u64) {}
