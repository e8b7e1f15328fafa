use serde::{Deserialize, Serialize};
use tramline::action;

#[derive(Serialize, Deserialize)]
struct Point {
    x: f64,
    y: f64,
}

#[action]
async fn swap((left, right): (u32, u32)) -> (u32, u32) {
    (right, left)
}

#[action]
async fn length(Point { x, y }: Point) -> f64 {
    x.hypot(y)
}

#[action]
async fn forget(_: String, mut kept: String) -> String {
    kept.push('!');
    kept
}
