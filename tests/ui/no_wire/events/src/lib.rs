//! Events that plain JSON does not carry.

use std::collections::HashMap;

use serde::Serialize;
use tramline::WebhookEvent;

/// What postcard would carry.
#[derive(Serialize, WebhookEvent)]
#[webhook_event("board.changed", version = "v1")]
struct BoardChanged {
    fields: HashMap<(u8, u8), Piece>,
}

#[derive(Serialize)]
enum Piece {
    King,
    Pawn,
}

/// What only JSON carries is fine.
#[derive(Serialize, WebhookEvent)]
#[webhook_event("board.cleared", version = "v1")]
struct BoardCleared<> {
    #[serde(flatten)]
    more: HashMap<String, serde_json::Value>,
}

tramline::include_actions!();
