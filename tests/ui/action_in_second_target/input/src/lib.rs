#[tramline::action]
async fn create_post(title: String) {}
