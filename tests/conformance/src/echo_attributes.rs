//! Echoes of types whose attributes change what travels.

use std::collections::BTreeMap;

use crate::attributes::{
    Colour, Corner, Draft, Event, Lamp, Message, Numbers, Proxied, Signal, TypedArrays,
};
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

#[tramline::query]
pub async fn echo_typed_arrays(values: Vec<TypedArrays>) -> Vec<TypedArrays> {
    seen(values)
}

#[tramline::query]
pub async fn echo_signal(values: Vec<Signal>) -> Vec<Signal> {
    seen(values)
}

#[tramline::query]
pub async fn echo_lamp(values: Vec<Lamp>) -> Vec<Lamp> {
    seen(values)
}

#[tramline::query]
pub async fn echo_colour(values: Vec<Colour>) -> Vec<Colour> {
    seen(values)
}
