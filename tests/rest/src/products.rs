//! Products: a list, and one by one.

use serde::{Deserialize, Serialize};
use tramline::{
    Accepted, ActionError, Created, ETag, IfMatch, PageLinks, PreconditionFailed, Reply, action,
    query,
};

use crate::{Partner, SignedOut};

#[derive(Clone, Debug, Serialize)]
pub struct Product {
    pub id: u32,
    pub name: String,
    pub price: u32,
    pub kind: ProductKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductKind {
    Book,
    Game,
}

#[derive(Debug, Deserialize)]
pub struct ProductFilter {
    #[serde(default)]
    pub tag: Vec<String>,
    pub kind: Option<ProductKind>,
    pub after: Option<u32>,
    pub limit: Option<u8>,
    #[serde(default)]
    pub in_stock: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewProduct {
    pub name: String,
    pub price: u32,
    pub kind: ProductKind,
    #[serde(default)]
    pub sizes: Vec<u8>,
}

#[derive(Debug, Deserialize)]
pub struct ProductChange {
    pub name: Option<String>,
    pub price: Option<u32>,
}

#[derive(Debug, ActionError)]
pub enum ProductError {
    /// There is no such product.
    #[error(status = 404)]
    ProductNotFound,
    /// Another product has this name.
    #[error(status = 409)]
    NameTaken { name: String, id: u32 },
    #[error(flatten)]
    Condition(#[from] PreconditionFailed),
    #[error(flatten)]
    SignedOut(#[from] SignedOut),
    #[error(internal)]
    Storage(#[from] std::io::Error),
}

/// The revision of every product.
const REVISION: u32 = 3;

fn find(id: u32) -> Result<Product, ProductError> {
    match id {
        7 => Ok(Product {
            id,
            name: "Chess".to_owned(),
            price: 1900,
            kind: ProductKind::Game,
        }),
        8 => Ok(Product {
            id,
            name: "Emma".to_owned(),
            price: 900,
            kind: ProductKind::Book,
        }),
        500 => Err(std::io::Error::other("disk on fire").into()),
        _ => Err(ProductError::ProductNotFound),
    }
}

/// All products, page by page.
#[query(rest = "GET /v2/products")]
pub(crate) async fn list_products(
    #[extract] links: PageLinks,
    filter: ProductFilter,
) -> Reply<Vec<Product>> {
    let after = filter.after.unwrap_or_default();
    let all = [find(7), find(8)].into_iter().flatten();
    let of_kind = |product: &Product| filter.kind.is_none_or(|kind| product.kind == kind);
    let named = |product: &Product| {
        filter
            .tag
            .iter()
            .all(|tag| product.name.contains(tag.as_str()))
    };
    let found = all.filter(|product| product.id > after && of_kind(product) && named(product));
    let limit = usize::from(filter.limit.unwrap_or(10));
    let page: Vec<Product> = found.take(limit).collect();
    let last = page
        .last()
        .filter(|_| page.len() == limit)
        .map(|last| last.id);
    let next = last.and_then(|last| links.next("after", last));
    Reply::new(page).link(next)
}

/// One product.
#[query(
    rest = "GET /v2/products/{id}",
    cache = "public, max-age=30",
    rpc = false
)]
pub(crate) async fn get_product(id: u32) -> Result<Product, ProductError> {
    find(id)
}

/// Which state a product is in.
#[query(rest = "GET /v2/products/{id}/revision", rpc = false)]
pub(crate) async fn get_revision(id: u32) -> Result<Reply<u32>, ProductError> {
    find(id)?;
    Ok(Reply::new(REVISION).etag(&ETag::weak(&REVISION)))
}

/// A new product.
#[action(rest = "POST /v2/products", rpc = false)]
pub(crate) async fn create_product(
    #[extract] _partner: Partner,
    product: NewProduct,
) -> Result<Created<Product>, ProductError> {
    let NewProduct {
        name, price, kind, ..
    } = product;
    if name == "Chess" {
        return Err(ProductError::NameTaken { name, id: 7 });
    }
    let product = Product {
        id: 9,
        name,
        price,
        kind,
    };
    Ok(Created::at(format!("/v2/products/{}", product.id), product))
}

/// Another product in the place of one.
#[action(rest = "PUT /v2/products/{id}", rpc = false)]
pub(crate) async fn put_product(
    #[extract] _partner: Partner,
    #[extract] condition: IfMatch,
    id: u32,
    product: NewProduct,
) -> Result<Reply<Product>, ProductError> {
    find(id)?;
    condition.require(&ETag::of(&REVISION))?;
    let NewProduct {
        name, price, kind, ..
    } = product;
    let product = Product {
        id,
        name,
        price,
        kind,
    };
    Ok(Reply::new(product).etag(&ETag::of(&(REVISION + 1))))
}

/// Changes what is given of a product.
#[action(rest = "PATCH /v2/products/{id}", rpc = false)]
pub(crate) async fn update_product(
    #[extract] _partner: Partner,
    #[extract] condition: IfMatch,
    id: u32,
    change: ProductChange,
) -> Result<Reply<Product>, ProductError> {
    let mut product = find(id)?;
    condition.check(&ETag::of(&REVISION))?;
    product.name = change.name.unwrap_or(product.name);
    product.price = change.price.unwrap_or(product.price);
    Ok(Reply::new(product).etag(&ETag::of(&(REVISION + 1))))
}

/// Takes a product out.
#[action(rest = "DELETE /v2/products/{id}", rpc = false)]
pub(crate) async fn delete_product(
    #[extract] _partner: Partner,
    id: u32,
) -> Result<(), ProductError> {
    find(id).map(drop)
}

/// Begins to write all products to a file.
#[action(rest = "POST /v2/exports", rpc = false)]
pub(crate) async fn export_products(#[extract] _partner: Partner) -> Accepted<u32> {
    Accepted::at("/v2/exports/1", 1)
}

/// The first version of `get_product`.
#[query(
    rest = "GET /v1/products/{id}",
    rpc = false,
    deprecated(
        since = "2026-06-01",
        sunset = "2027-06-01",
        link = "https://example.com/upgrade"
    )
)]
pub(crate) async fn get_product_v1(id: u32) -> Result<String, ProductError> {
    find(id).map(|product| product.name)
}
