mod posts;
mod users;

use tramline::{State, action};

struct Config;

#[action]
fn restart(config: State<Config>) {}
