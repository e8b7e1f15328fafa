//! Where partners want to be told of changes.

use garde::Validate;
use serde::{Deserialize, Serialize};
use tramline::{ActionError, Created, State, Wire, action, query};
use tramline_webhooks::{Endpoint, EndpointStatus};

use crate::partner::Partner;
use crate::store::Store;

/// Where to send webhooks.
#[derive(Debug, Deserialize, Validate, Wire)]
#[serde(deny_unknown_fields)]
struct NewEndpoint {
    /// Has to be reachable from outside.
    #[garde(pattern(
        r"^https://[a-z0-9-]{1,60}(\.[a-z0-9-]{1,60}){1,3}(/[A-Za-z0-9/_-]{0,100})?$"
    ))]
    #[wire(example = "https://partner.example/hooks")]
    url: String,
}

/// A place that is told of changes.
#[derive(Debug, Serialize)]
struct WebhookEndpoint {
    id: String,
    url: String,
    /// Whether it still is: one that never answers is given up.
    enabled: bool,
}

/// A new place that is told of changes.
#[derive(Debug, Serialize)]
struct RegisteredEndpoint {
    id: String,
    /// What the signatures are made with. It is shown this once.
    key: String,
}

/// Why there is no endpoint.
#[derive(Debug, ActionError)]
enum EndpointError {
    /// No endpoint has this id.
    #[error(status = 404)]
    EndpointNotFound,
    #[error(internal)]
    Sender(#[from] tramline_webhooks::Error),
}

/// Lists the endpoints.
#[query(rest = "GET /v2/webhook-endpoints")]
async fn list_endpoints(
    #[extract] _partner: Partner,
    #[extract] store: State<Store>,
) -> Result<Vec<WebhookEndpoint>, EndpointError> {
    let endpoints = store.sender().endpoints().await?;
    Ok(endpoints.into_iter().map(WebhookEndpoint::from).collect())
}

/// Registers an endpoint, and shows the key of its signatures.
#[action(rest = "POST /v2/webhook-endpoints")]
async fn register_endpoint(
    #[extract] _partner: Partner,
    #[extract] store: State<Store>,
    endpoint: NewEndpoint,
) -> Result<Created<RegisteredEndpoint>, EndpointError> {
    let registered = store.sender().register(Endpoint::new(endpoint.url)).await?;
    let id = registered.id.as_str().to_owned();
    let location = format!("/v2/webhook-endpoints/{id}");
    let key = registered.key;
    Ok(Created::at(location, RegisteredEndpoint { id, key }))
}

/// Removes an endpoint.
#[action(rest = "DELETE /v2/webhook-endpoints/{id}")]
async fn remove_endpoint(
    #[extract] _partner: Partner,
    #[extract] store: State<Store>,
    id: String,
) -> Result<(), EndpointError> {
    match store.sender().remove(&id.into()).await {
        Err(error) if error.is_unknown() => Err(EndpointError::EndpointNotFound),
        done => Ok(done?),
    }
}

impl From<EndpointStatus> for WebhookEndpoint {
    fn from(endpoint: EndpointStatus) -> Self {
        WebhookEndpoint {
            id: endpoint.id.as_str().to_owned(),
            url: endpoint.url,
            enabled: endpoint.disabled.is_none(),
        }
    }
}
