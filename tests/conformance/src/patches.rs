//! Inputs whose fields tell what is left out from what is `null`.

use serde::{Deserialize, Serialize};
use tramline::Patch;

use crate::seen::told;
use crate::types::Direction;

/// It is written for the test alone, which hands it to JavaScript.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    pub id: u32,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub full_name: Patch<String>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub price: Patch<u16>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub directions: Patch<Vec<Direction>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub done: Patch<bool>,
}

/// The same in an action that travels as plain JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlainChange {
    #[serde(flatten)]
    pub change: Change,
    #[serde(default, skip_serializing_if = "Patch::is_absent")]
    pub place: Patch<Box<Place>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    pub x: i16,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    pub label: Patch<String>,
}

/// The defaults of its container leave it alone as well.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Move {
    #[serde(skip_serializing_if = "Patch::is_absent")]
    pub to: Patch<Place>,
}

#[tramline::action]
pub async fn change(changes: Vec<Change>) -> u32 {
    told(&changes)
}

#[tramline::action]
pub async fn change_plainly(changes: Vec<PlainChange>) -> u32 {
    told(&changes)
}

#[tramline::action(name = "patches.move")]
pub async fn move_(changes: Vec<Move>) -> u32 {
    told(&changes)
}
