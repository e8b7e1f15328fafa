#[tramline::action]
async fn greet(name: impl Into<String>, #[extract] user: &impl Clone) {}
