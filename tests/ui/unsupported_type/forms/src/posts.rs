use std::time::Instant;

use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
pub struct NewPost {
    title: String,
    author: Option<Author>,
    body: Body,
}

#[derive(Deserialize)]
struct Author {
    name: String,
    since: Instant,
}

#[derive(Deserialize)]
enum Body {
    Text(String),
    Rich { blocks: Vec<Block>, raw: Raw },
}

#[derive(Deserialize)]
struct Block(Wrapper<4>);

#[derive(Deserialize)]
struct Wrapper<const N: usize>([u8; N]);

union Raw {
    bits: u32,
    float: f32,
}

struct ByHand(u8);

impl Serialize for ByHand {}

#[derive(serde_repr::Serialize_repr)]
enum Level {
    Low,
}

#[tramline::query]
async fn by_hand() -> (ByHand, Level) {
    (ByHand(1), Level::Low)
}
