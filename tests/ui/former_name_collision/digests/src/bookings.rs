#[tramline::query]
async fn read_urgent_year(id: u64) -> i32 {
    id as i32
}
