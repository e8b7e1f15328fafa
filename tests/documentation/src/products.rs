//! What is for sale. **Prices** are in `cents`.

use std::convert::Infallible;

use serde::{Deserialize, Serialize};
use tramline::{
    ActionError, Authentication, Created, Extract, RequestParts, WebhookEvent, action, query,
};

/// More than a double can count to.
const FIRST: u64 = 9_007_199_254_740_993;

/// Something to buy.
#[derive(Debug, Serialize)]
pub(crate) struct Product {
    id: u64,
    /// As it is printed on the label.
    name: String,
    price: u32,
    tags: Vec<String>,
    shape: Shape,
    /// What is bought along with it.
    related: Vec<Product>,
}

/// What it looks like.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Shape {
    /// Round.
    Circle { radius: f64 },
    /// With right angles.
    Box { width: f64, height: f64 },
}

/// A product that is not for sale yet.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewProduct {
    name: String,
    price: u32,
    #[serde(default)]
    tags: Vec<String>,
    shape: Shape,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Order {
    Newest,
    Cheapest,
}

/// Whoever has the key, which is `open sesame`.
#[derive(Debug)]
pub(crate) struct Partner;

/// Why somebody is not let in.
#[derive(Debug, ActionError)]
pub(crate) enum PartnerError {
    /// Send a key.
    #[error(status = 401)]
    KeyMissing,
    /// Nobody has this key.
    #[error(status = 401)]
    KeyUnknown,
}

/// Why there is no product.
#[derive(Debug, ActionError)]
pub(crate) enum ProductError {
    /// There is no product of this number.
    #[error(status = 404)]
    NoProduct,
    /// Another product has this name.
    #[error(status = 409)]
    NameTaken {
        /// The product that has it.
        by: u64,
    },
}

impl<S: Sync> Extract<S> for Partner {
    type Rejection = PartnerError;
    const AUTHENTICATION: &'static [Authentication] =
        &[Authentication::Bearer, Authentication::ApiKey("x-api-key")];

    async fn extract(request: &mut RequestParts, _: &S) -> Result<Self, PartnerError> {
        let key = request
            .bearer_token()
            .or_else(|| request.api_key("x-api-key"));
        match key {
            None => Err(PartnerError::KeyMissing),
            Some("open-sesame") => Ok(Partner),
            Some(_) => Err(PartnerError::KeyUnknown),
        }
    }
}

fn product(id: u64, name: &str) -> Product {
    Product {
        id,
        name: name.to_owned(),
        price: 1250,
        tags: vec!["kitchen".to_owned()],
        shape: Shape::Circle { radius: 0.5 },
        related: Vec::new(),
    }
}

/// Products.
///
/// Only those with one of the tags, if there are any. See [the law](https://www.rfc-editor.org/).
///
/// <script>globalThis.hacked = 1</script><img src=x onerror="globalThis.hacked = 1">
#[query(rest = "GET /v2/products", cache = "max-age=10")]
pub(crate) async fn list_products(
    tag: Vec<String>,
    order: Option<Order>,
    limit: Option<u8>,
) -> Result<Vec<Product>, Infallible> {
    let names = tag
        .iter()
        .map(String::as_str)
        .chain(order.map(|order| match order {
            Order::Newest => "newest",
            Order::Cheapest => "cheapest",
        }));
    let limit = limit.unwrap_or(20).into();
    Ok((FIRST..)
        .zip(names)
        .take(limit)
        .map(|(id, name)| product(id, name))
        .collect())
}

/// One product.
#[query(rest = "GET /v2/products/{id}")]
pub(crate) async fn get_product(id: u64) -> Result<Product, ProductError> {
    match id {
        FIRST => Ok(product(id, "Kettle")),
        _ => Err(ProductError::NoProduct),
    }
}

/// One product, as it was.
#[query(
    rest = "GET /v1/products/{id}",
    rpc = false,
    deprecated(
        since = "2026-01-01",
        sunset = "2027-06-01",
        link = "https://example.com/upgrade"
    )
)]
pub(crate) async fn get_product_v1(id: u64) -> Result<Product, ProductError> {
    get_product(id).await
}

/// Puts a product up for sale.
#[action(rest = "POST /v2/products")]
pub(crate) async fn create_product(
    #[extract] _partner: Partner,
    product: NewProduct,
) -> Result<Created<Product>, ProductError> {
    if product.name == "Kettle" {
        return Err(ProductError::NameTaken { by: FIRST });
    }
    let id = FIRST + 1;
    let created = Product {
        id,
        name: product.name,
        price: product.price,
        tags: product.tags,
        shape: product.shape,
        related: Vec::new(),
    };
    Ok(Created::at(format!("/v2/products/{id}"), created))
}

/// A product's price or stock has changed.
#[derive(Debug, Serialize, WebhookEvent)]
#[webhook_event("product.updated", version = "v2")]
pub(crate) struct ProductUpdated {
    product: Product,
}
