#[tramline::action]
async fn store<T: serde::de::DeserializeOwned, const N: usize>(value: T) {}

// Lifetimes are fine.
#[tramline::action]
async fn rename<'a>(name: &'a str) {}
