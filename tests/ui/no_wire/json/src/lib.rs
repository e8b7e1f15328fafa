//! What postcard would carry, if its company did not need JSON.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tramline::action;

#[derive(Deserialize)]
struct Board<'call> {
    title: &'call str,
    fields: HashMap<(u8, u8), Piece>,
    #[serde(flatten)]
    extra: HashMap<String, Value>,
}

#[derive(Deserialize)]
#[serde(tag = "kind")]
enum Piece {
    King { moves: HashMap<u8, u8> },
}

#[action]
async fn set(board: Board<'_>) {}

#[action]
async fn name(name: &str, extra: Value) {}

/// These travel as postcard.
#[action]
async fn fine(name: &str, fields: HashMap<(u8, u8), u8>) {}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub enum Thread {
    Message(String),
    Replies(Vec<Thread>),
}

#[action]
async fn follow(thread: Thread) {}
