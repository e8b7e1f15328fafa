use tramline::{State, action};

struct Db;

#[action]
async fn draw((x, y): (f32, f32), _: u8) {}

// An extractor may be taken apart.
#[action]
async fn clear(#[extract] State(db): State<Db>, mut x: u8) {}
