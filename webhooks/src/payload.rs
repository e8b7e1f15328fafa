//! The body of a webhook: the event in the envelope that Standard Webhooks recommends.

use serde::Serialize;
use tramline::WebhookEvent;

use crate::clock::Moment;
use crate::error::Error;
use crate::rfc3339;

#[derive(Serialize)]
struct Envelope<'a, E> {
    #[serde(rename = "type")]
    name: &'static str,
    timestamp: String,
    data: &'a E,
}

/// Written once: what is signed is what is sent, in every attempt.
pub(crate) fn write<E: WebhookEvent>(event: &E, occurred: Moment) -> Result<String, Error> {
    let envelope = Envelope {
        name: E::NAME,
        timestamp: rfc3339::format(occurred),
        data: event,
    };
    serde_json::to_string(&envelope).map_err(|error| Error::event(E::NAME, error))
}
