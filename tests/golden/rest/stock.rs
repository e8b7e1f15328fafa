//! A module whose routes come from the build script.

#[tramline::query]
async fn of_product(id: crate::ProductId) -> u64 {
    id.0
}

#[tramline::action]
async fn count_again() {}
