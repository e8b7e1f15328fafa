//! Events that go out: what a receiver of webhooks is told of.

use serde::Serialize;

/// An event that is sent to webhooks, by the crate `tramline-webhooks` or by any sender.
///
/// Derived, so that the build step finds it and the descriptions of the API tell of it:
///
/// ```
/// use serde::Serialize;
/// use tramline::WebhookEvent;
///
/// /// A product's price or stock has changed.
/// #[derive(Serialize, WebhookEvent)]
/// #[webhook_event("product.updated", version = "v2")]
/// struct ProductUpdated {
///     id: u32,
///     price: u32,
/// }
///
/// assert_eq!(ProductUpdated::NAME, "product.updated");
/// assert_eq!(ProductUpdated::VERSION, "v2");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an event",
    label = "this does not derive `WebhookEvent`",
    note = "derive `Serialize` and `tramline::WebhookEvent`, and name it with \
            `#[webhook_event(\"product.updated\", version = \"v2\")]`"
)]
pub trait WebhookEvent: Serialize {
    /// What receivers switch on: `product.updated`.
    const NAME: &'static str;

    /// The version of the API whose event this is: `v2`.
    const VERSION: &'static str;
}
