use std::pin::Pin;

use futures::stream::{BoxStream, Stream};
use tramline::query;

#[query]
async fn ticks() -> impl Stream<Item = u64> + Send {
    futures::stream::iter(0..3)
}

#[query]
async fn lines(id: u64) -> Pin<Box<dyn Stream<Item = String> + Send>> {
    Box::pin(futures::stream::iter([id.to_string()]))
}

#[query]
async fn words() -> Result<BoxStream<'static, String>, std::convert::Infallible> {
    Ok(Box::pin(futures::stream::empty()))
}
