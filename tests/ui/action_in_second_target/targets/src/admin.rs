#[tramline::action]
async fn purge() {}
