//! The second version of the catalogue, which is what the shop itself works with.

use garde::Validate;
use serde::{Deserialize, Serialize};
use tramline::{
    Accepted, ActionError, Created, ETag, IfMatch, PageLinks, Patch, PreconditionFailed, Reply,
    State, Wire, action, query,
};

use crate::partner::Partner;
use crate::store::{Store, StoreError, Update};

/// Numbers a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ProductId(pub(crate) u32);

/// Something that the shop sells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Product {
    pub(crate) id: ProductId,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) category: Category,
    pub(crate) price: Money,
    /// How many are in the warehouse.
    pub(crate) stock: u32,
}

/// Where in the shop a product is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Category {
    Books,
    Music,
    Kitchen,
}

/// A sum of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, Wire)]
pub(crate) struct Money {
    /// In the smallest unit of the currency: cents.
    #[garde(range(max = 100_000_000))]
    #[wire(example = 1250)]
    pub(crate) amount: u32,
    #[garde(skip)]
    pub(crate) currency: Currency,
}

/// What is paid in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum Currency {
    Eur,
    Usd,
}

/// A product that is not in the catalogue yet.
#[derive(Debug, Deserialize, Validate, Wire)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewProduct {
    #[garde(length(chars, min = 1, max = 80))]
    #[wire(example = "Teapot")]
    pub(crate) name: String,
    #[serde(default)]
    #[garde(inner(length(chars, max = 1000)))]
    #[wire(example = "Holds a litre.")]
    pub(crate) description: Option<String>,
    #[garde(skip)]
    pub(crate) category: Category,
    #[garde(dive)]
    pub(crate) price: Money,
}

/// What changes of a product: what is left out stays as it is.
#[derive(Debug, Deserialize, Validate)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProductChange {
    #[serde(default)]
    #[garde(inner(length(chars, min = 1, max = 80)))]
    pub(crate) name: Option<String>,
    /// `null` removes it.
    #[serde(default)]
    #[garde(skip)]
    pub(crate) description: Patch<String>,
    #[serde(default)]
    #[garde(dive)]
    pub(crate) price: Option<Money>,
}

/// Which products are listed.
#[derive(Debug, Deserialize, Validate)]
pub(crate) struct ProductFilter {
    /// Only these categories.
    #[serde(default)]
    #[garde(skip)]
    pub(crate) category: Vec<Category>,
    /// Only products behind this one.
    #[garde(skip)]
    pub(crate) after: Option<ProductId>,
    /// How many at most.
    #[serde(default = "usual_limit")]
    #[garde(range(min = 1, max = 100))]
    pub(crate) limit: u8,
}

/// An order to the warehouse.
#[derive(Debug, Serialize)]
pub(crate) struct Restocking {
    pub(crate) product: ProductId,
    pub(crate) quantity: u32,
}

/// Why there is no product, or no change of it.
#[derive(Debug, ActionError)]
pub(crate) enum ProductError {
    /// No product has this number.
    #[error(status = 404)]
    ProductNotFound,
    /// Another product has this name.
    #[error(status = 409)]
    NameTaken {
        /// The product that has it.
        product: ProductId,
    },
    /// Somebody else has changed the product at the same time. Try again.
    #[error(status = 409)]
    Overtaken,
    #[error(flatten)]
    Precondition(#[from] PreconditionFailed),
    #[error(flatten)]
    Store(#[from] StoreError),
}

fn usual_limit() -> u8 {
    20
}

/// Lists products, the oldest first.
///
/// The `Link` header leads to the next page.
#[query(rest = "GET /v2/products", cache = "private, max-age=10")]
async fn list_products(
    #[extract] store: State<Store>,
    #[extract] links: PageLinks,
    filter: ProductFilter,
) -> Result<Reply<Vec<Product>>, StoreError> {
    let limit = filter.limit;
    let products = store.list(filter).await?;
    let last = products
        .last()
        .filter(|_| products.len() == usize::from(limit));
    let next = last.and_then(|last| links.next("after", last.id.0.to_string()));
    Ok(Reply::new(products).link(next))
}

/// One product.
#[query(rest = "GET /v2/products/{id}")]
pub(crate) async fn get_product(
    #[extract] store: State<Store>,
    id: ProductId,
) -> Result<Reply<Product>, ProductError> {
    let (product, revision) = store.find(id).await?.ok_or(ProductError::ProductNotFound)?;
    Ok(Reply::new(product).etag(&ETag::of(&revision)))
}

/// Adds a product to the catalogue.
#[action(rest = "POST /v2/products")]
pub(crate) async fn create_product(
    #[extract] _partner: Partner,
    #[extract] store: State<Store>,
    product: NewProduct,
) -> Result<Created<Product>, ProductError> {
    let product = store
        .create(product)
        .await?
        .map_err(|product| ProductError::NameTaken { product })?;
    let location = format!("/v2/products/{}", product.id.0);
    Ok(Created::at(location, product))
}

/// Changes a product.
///
/// Where `If-Match` has the product's `ETag`, only if nobody has changed it since.
#[action(rest = "PATCH /v2/products/{id}")]
async fn update_product(
    #[extract] _partner: Partner,
    #[extract] store: State<Store>,
    #[extract] condition: IfMatch,
    id: ProductId,
    change: ProductChange,
) -> Result<Reply<Product>, ProductError> {
    let (_, revision) = store.find(id).await?.ok_or(ProductError::ProductNotFound)?;
    condition.check(&ETag::of(&revision))?;
    match store.update(id, revision, change).await? {
        Update::Done((product, revision)) => Ok(Reply::new(product).etag(&ETag::of(&revision))),
        Update::NameTaken(product) => Err(ProductError::NameTaken { product }),
        Update::Overtaken => Err(ProductError::Overtaken),
    }
}

/// Takes a product out of the catalogue.
#[action(rest = "DELETE /v2/products/{id}")]
async fn delete_product(
    #[extract] _partner: Partner,
    #[extract] store: State<Store>,
    id: ProductId,
) -> Result<(), ProductError> {
    if store.delete(id).await? {
        Ok(())
    } else {
        Err(ProductError::ProductNotFound)
    }
}

/// Orders more of a product from the warehouse, which will tell when it has come.
#[action(rest = "POST /v2/products/{id}/restocking")]
async fn restock_product(
    #[extract] _partner: Partner,
    #[extract] store: State<Store>,
    id: ProductId,
    #[wire(default = 1)] quantity: u32,
) -> Result<Accepted<Restocking>, ProductError> {
    store.find(id).await?.ok_or(ProductError::ProductNotFound)?;
    Ok(Accepted::new(Restocking {
        product: id,
        quantity,
    }))
}
