use tramline::query as q;

#[q]
async fn demo() {}

fn main() {}
