//! Echoes of types whose attributes change what travels.

use std::collections::BTreeMap;

use crate::attributes::{Corner, Draft, Event, Message, Numbers, Proxied};
use crate::seen::{given, seen};

#[tramline::query]
pub async fn echo_event(values: Vec<Event>) -> Vec<Event> {
    seen(values)
}

#[tramline::query]
pub async fn echo_message(values: Vec<Message>) -> Vec<Message> {
    seen(values)
}

/// postcard's own encoder leaves out what is skipped, so the test cannot do this itself.
#[tramline::query]
pub async fn give_draft() -> Vec<Draft> {
    given()
}

#[tramline::query]
pub async fn echo_draft(values: Vec<Draft>) -> Vec<Draft> {
    seen(values)
}

#[tramline::query]
pub async fn echo_corner(values: Vec<Corner>) -> Vec<Corner> {
    seen(values)
}

#[tramline::query]
pub async fn echo_numbers(values: Vec<Numbers>) -> Vec<Numbers> {
    seen(values)
}

#[tramline::query]
pub async fn echo_proxied(values: Vec<Proxied>) -> Vec<Proxied> {
    seen(values)
}

#[tramline::query]
pub async fn echo_map_of_events(
    values: Vec<BTreeMap<String, Event>>,
) -> Vec<BTreeMap<String, Event>> {
    seen(values)
}
