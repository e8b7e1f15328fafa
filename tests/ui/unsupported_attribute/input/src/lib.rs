use serde::{Deserialize, Serialize};
use tramline::action;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "camelCase")]
struct NewPost {
    title: String,
    #[serde(flatten)]
    extra: Extra,
    #[serde(skip_serializing_if = "Option::is_none", with = "my_format")]
    tag: Option<String>,
}

#[derive(Deserialize)]
struct Extra {
    #[serde(rename(serialize = "a", deserialize = "b"))]
    a: u8,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "Title Case")]
enum Shape {
    Circle { radius: f32 },
    #[serde(skip)]
    Hidden,
}

#[derive(Serialize)]
#[serde(transparent)]
struct Both {
    a: u8,
    b: (),
}

#[serde_with::serde_as]
#[derive(Serialize)]
struct Timed {
    at: u64,
}

#[action]
async fn create_post(post: NewPost) -> Vec<(Shape, Both, Timed)> {
    Vec::new()
}
