mod posts;
mod users;

use tramline::{State, action};

tramline::include_actions!();

struct Config;

#[action]
fn restart(config: State<Config>) {}

/// A mistake that only rustc sees.
fn version() -> u32 {
    "1.0"
}
