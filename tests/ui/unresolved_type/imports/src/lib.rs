mod made_by_macro {
    make_types! { Post }
}

use elsewhere::*;
use made_by_macro::Post;

#[derive(serde::Serialize)]
struct Page {
    posts: Vec<Post>,
    next: Option<Cursor>,
}

#[tramline::query]
async fn list_posts() -> Page {
    todo!()
}
