use std::borrow::Cow;

use futures::stream::Stream;
use tramline::{State, query};

struct Db;

#[query]
async fn search<'call>(
    #[extract] db: &'call State<Db>,
    term: &'call str,
    tags: Vec<Cow<'call, str>>,
    page: u32,
) -> impl Stream<Item = String> + 'call {
    futures::stream::iter([term.to_owned()])
}
