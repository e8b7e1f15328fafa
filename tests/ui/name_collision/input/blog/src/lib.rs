#[tramline::action]
pub async fn write() {}
