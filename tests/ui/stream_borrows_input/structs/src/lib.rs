use std::borrow::Cow;

use futures::Stream;
use serde::Deserialize;
use tramline::{State, query};

#[derive(Deserialize)]
struct Filter<'a> {
    tag: &'a str,
}

#[query]
async fn search<'a>(
    #[extract] db: &State<u8>,
    words: &'a str,
    filter: Filter<'a>,
    place: Option<Cow<'a, str>>,
    limit: u32,
) -> impl Stream<Item = u64> + 'a {
    futures::stream::empty()
}
