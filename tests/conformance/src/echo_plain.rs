//! Echoes of types that travel as plain JSON.

use serde_json::Value;

use crate::foreign::Json;
use crate::plain::{Figure, Flat, Labelled, Loose, OddOmission, PlainSignal};
use crate::seen::seen_plainly;

#[tramline::query]
pub async fn echo_loose(values: Vec<Loose>) -> Vec<Loose> {
    seen_plainly(values)
}

#[tramline::query]
pub async fn echo_flat(values: Vec<Flat>) -> Vec<Flat> {
    seen_plainly(values)
}

#[tramline::query]
pub async fn echo_value(values: Vec<Value>) -> Vec<Value> {
    seen_plainly(values)
}

#[tramline::query]
pub async fn echo_labelled(values: Vec<Labelled>) -> Vec<Labelled> {
    seen_plainly(values)
}

#[tramline::query]
pub async fn echo_figure(values: Vec<Figure>) -> Vec<Figure> {
    seen_plainly(values)
}

#[tramline::query]
pub async fn echo_odd_omission(values: Vec<OddOmission>) -> Vec<OddOmission> {
    seen_plainly(values)
}

#[tramline::query]
pub async fn echo_json(values: Vec<Json>) -> Vec<Json> {
    seen_plainly(values)
}

#[tramline::query]
pub async fn echo_plain_signal(values: Vec<PlainSignal>) -> Vec<PlainSignal> {
    seen_plainly(values)
}
