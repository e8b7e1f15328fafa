use futures::stream::{BoxStream, Stream};
use tramline::query;

#[query]
async fn ticks() -> impl Stream<Item = u64> {
    futures::stream::empty()
}

#[query]
async fn boxed() -> BoxStream<'static, u64> {
    todo!()
}

#[query]
async fn pinned() -> std::pin::Pin<Box<dyn Stream<Item = u64> + Send>> {
    todo!()
}
