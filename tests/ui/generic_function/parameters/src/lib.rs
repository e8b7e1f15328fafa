use tramline::action;

#[action]
async fn store<T: serde::de::DeserializeOwned>(value: T) {
    drop(value);
}

#[action]
async fn sum<const N: usize>(numbers: [i64; N]) -> i64 {
    numbers.iter().sum()
}

/// A lifetime is no type: the input borrows from the call.
#[action]
async fn greet<'call>(name: &'call str) -> String {
    format!("Hello {name}")
}
