//! Lists too long for one reply. Knows nothing of what is listed.

use serde::Serialize;

/// One page of a longer list.
#[derive(Debug, Serialize)]
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    /// The first page is 1.
    pub(crate) page: u32,
    /// How many pages there are; an empty list has one, which is empty.
    pub(crate) pages: u32,
    /// How many items there are on all pages together.
    pub(crate) total: u32,
}

impl<T> Page<T> {
    /// The page `page` of a list of `total` items, `size` to a page.
    pub(crate) fn new(items: Vec<T>, page: u32, total: u32, size: u32) -> Self {
        let pages = total.div_ceil(size).max(1);
        Page {
            items,
            page,
            pages,
            total,
        }
    }
}
