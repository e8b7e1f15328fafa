#[tramline::query]
async fn seeds() -> u64 {
    7
}

fn main() {}
