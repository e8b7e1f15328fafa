//! Forms that make nothing of a value.

use serde::{Deserialize, Serialize};
use tramline::{Wire, action};

#[derive(Serialize, Deserialize, Wire)]
struct Forms {
    #[wire(number)]
    name: String,
    #[wire(typed_array)]
    names: Vec<String>,
    #[wire(typed_array)]
    bytes: Vec<u8>,
    #[wire(date)]
    day: chrono::NaiveDate,
    #[wire(number, bigint)]
    id: u64,
    #[wire(as = "Vec<")]
    odd: u64,
    #[wire(as = "std::time::Instant")]
    since: std::time::Instant,
}

#[action]
async fn forms(forms: Forms, #[wire(bigint)] small: u32, #[wire(string)] text: String) {}
