//! From one page of a list to the others.

use std::convert::Infallible;

use super::{Link, percent};
use crate::extract::{Door, Extract, RequestParts};

/// Links to other pages of what was asked for: the same path and the same query, but for one
/// parameter.
///
/// ```
/// use tramline::{PageLinks, Reply};
///
/// async fn list(links: PageLinks, after: Option<u32>) -> Reply<Vec<u32>> {
///     let first = after.map_or(0, |after| after + 1);
///     let page: Vec<u32> = (first..first + 10).collect();
///     Reply::new(page).link(links.next("after", first + 9))
/// }
/// # drop(list);
/// ```
///
/// By RPC there are none: the page that calls knows its own way.
#[derive(Clone, Debug)]
pub struct PageLinks {
    /// Path and query of the request.
    request: Option<(String, String)>,
}

impl PageLinks {
    /// The page that follows, where `parameter` is `value`.
    pub fn next(&self, parameter: &str, value: impl ToString) -> Option<Link> {
        self.link("next", parameter, Some(value.to_string()))
    }

    /// The page before, where `parameter` is `value`.
    pub fn previous(&self, parameter: &str, value: impl ToString) -> Option<Link> {
        self.link("prev", parameter, Some(value.to_string()))
    }

    /// The first page, where `parameter` is left out.
    pub fn first(&self, parameter: &str) -> Option<Link> {
        self.link("first", parameter, None)
    }

    /// The last page, where `parameter` is `value`.
    pub fn last(&self, parameter: &str, value: impl ToString) -> Option<Link> {
        self.link("last", parameter, Some(value.to_string()))
    }

    fn link(&self, relation: &'static str, parameter: &str, value: Option<String>) -> Option<Link> {
        let (path, query) = self.request.as_ref()?;
        let is_other = |pair: &&str| {
            let name = pair.split_once('=').map_or(*pair, |(name, _)| name);
            !pair.is_empty() && percent::query(name).is_none_or(|name| name != parameter)
        };
        let mut pairs: Vec<String> = query
            .split('&')
            .filter(is_other)
            .map(str::to_owned)
            .collect();
        if let Some(value) = value {
            let mut pair = String::new();
            percent::push(&mut pair, parameter);
            pair.push('=');
            percent::push(&mut pair, &value);
            pairs.push(pair);
        }
        let question = if pairs.is_empty() { "" } else { "?" };
        let target = format!("{path}{question}{}", pairs.join("&"));
        Some(Link::new(target, relation))
    }
}

impl<S: Send + Sync> Extract<S> for PageLinks {
    type Rejection = Infallible;

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, Infallible> {
        let uri = request.uri();
        let address = || {
            (
                uri.path().to_owned(),
                uri.query().unwrap_or_default().to_owned(),
            )
        };
        Ok(Self {
            request: (request.door() == Door::Rest).then(address),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::PageLinks;

    #[test]
    fn a_page_keeps_what_the_others_were_asked_for() {
        let check = |query: &str, link: fn(&PageLinks) -> Option<super::Link>, expected: &str| {
            let links = PageLinks {
                request: Some(("/v2/p".to_owned(), query.to_owned())),
            };
            assert_eq!(link(&links).unwrap().target(), expected);
        };
        check("", |links| links.next("after", 7), "/v2/p?after=7");
        check(
            "tag=a%20b&after=3&tag=c",
            |links| links.next("after", "x y&"),
            "/v2/p?tag=a%20b&tag=c&after=x%20y%26",
        );
        check("%61fter=3", |links| links.last("after", 7), "/v2/p?after=7");
        check("after=3", |links| links.first("after"), "/v2/p");
        check("q=1", |links| links.previous("é", ""), "/v2/p?q=1&%C3%A9=");
        let rpc = PageLinks { request: None };
        assert_eq!(rpc.next("after", 7), None);
    }
}
