//! The first version of the catalogue, for those who have not moved yet: adapters of the second.

use garde::Validate;
use serde::{Deserialize, Serialize};
use tramline::{Created, Reply, State, action, query};

use crate::partner::Partner;
use crate::products::{
    self, Category, Currency, Money, NewProduct, Product, ProductError, ProductId,
};
use crate::store::Store;

/// A product, whose price is in euros.
#[derive(Debug, Serialize)]
#[serde(rename = "Product")]
struct ProductV1 {
    id: ProductId,
    title: String,
    /// In cents; nothing where the product is not sold for euros.
    price: Option<u32>,
}

/// A book that is not in the catalogue yet: the shop had nothing else then.
#[derive(Debug, Deserialize, Validate)]
struct NewProductV1 {
    #[garde(length(chars, min = 1, max = 80))]
    title: String,
    /// In cents.
    #[garde(range(max = 100_000_000))]
    price: u32,
}

/// One product.
#[query(
    rest = "GET /v1/products/{id}",
    rpc = false,
    deprecated(
        since = "2026-03-01",
        sunset = "2027-03-01",
        link = "https://example.com/upgrade"
    )
)]
async fn get_product_v1(
    #[extract] store: State<Store>,
    id: ProductId,
) -> Result<Reply<ProductV1>, ProductError> {
    let product = products::get_product(store, id).await?;
    Ok(product.map(ProductV1::from))
}

/// Adds a book to the catalogue.
#[action(
    rest = "POST /v1/products",
    rpc = false,
    deprecated(
        since = "2026-03-01",
        sunset = "2027-03-01",
        link = "https://example.com/upgrade"
    )
)]
async fn create_product_v1(
    #[extract] partner: Partner,
    #[extract] store: State<Store>,
    product: NewProductV1,
) -> Result<Created<ProductV1>, ProductError> {
    let created = products::create_product(partner, store, product.into()).await?;
    let product = ProductV1::from(created.into_inner());
    Ok(Created::at(
        format!("/v1/products/{}", product.id.0),
        product,
    ))
}

impl From<Product> for ProductV1 {
    fn from(product: Product) -> Self {
        let Money { amount, currency } = product.price;
        ProductV1 {
            id: product.id,
            title: product.name,
            price: (currency == Currency::Eur).then_some(amount),
        }
    }
}

impl From<NewProductV1> for NewProduct {
    fn from(product: NewProductV1) -> Self {
        NewProduct {
            name: product.title,
            description: None,
            category: Category::Books,
            price: Money {
                amount: product.price,
                currency: Currency::Eur,
            },
        }
    }
}
