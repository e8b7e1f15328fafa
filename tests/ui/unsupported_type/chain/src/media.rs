use std::time::Instant;

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct Photo {
    bytes: Vec<u8>,
    exposure: Exposure,
}

#[derive(Serialize, Deserialize)]
pub enum Exposure {
    Unknown,
    Known { since: Instant, aperture: f32 },
}
