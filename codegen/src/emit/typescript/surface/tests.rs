//! What a surface says is what the declarations say.

use super::Surface;
use crate::testing::Files;

fn check(source: &str, expect: &[&str]) {
    let front = Files::parse(source).read();
    assert_eq!(front.rendered(), "");
    let surface = Surface::of(&front.api);
    let views = &surface.views;
    let mut lines = Vec::new();
    for (action, one) in &surface.functions {
        let [input, result, errors] =
            [one.input, one.result, one.errors].map(|id| views.show(views.resolve(id)));
        lines.push(format!(
            "{action} is {} of {}: {input} -> {result} or {errors}",
            one.name, one.file
        ));
    }
    for ((file, name), exported) in &surface.types {
        let constructor = if exported.constructor { ", made" } else { "" };
        lines.push(format!(
            "{file}: {name}/{}{constructor}",
            exported.parameters
        ));
    }
    assert_eq!(lines, expect);
}

#[test]
fn functions_and_types_are_as_imported() {
    check(
        "//- src/lib.rs
        mod posts;
        //- src/posts.rs
        #[derive(Serialize, Deserialize)]
        pub struct PostId(u64);
        #[derive(Serialize)]
        struct Page<T> { items: Vec<T>, next: Option<PostId> }
        #[derive(Serialize)]
        enum Item { Text(String), Gone }
        #[tramline::query]
        async fn list_posts(after: Option<PostId>, #[wire(default = 10)] size: u32) -> Page<Item> {}
        ",
        &[
            "posts.list_posts is listPosts of posts: \
             { after: PostId | null; size?: number | undefined } -> \
             { items: Item[]; next: PostId | null } or never",
            "posts: Item/0",
            "posts: ListPostsInput/0",
            "posts: Page/1",
            "posts: PostId/0, made",
        ],
    );
}

#[test]
fn types_that_contain_themselves_have_an_end() {
    check(
        "#[derive(Serialize)]
        struct Pair<T> { left: Option<Box<Other<String>>>, value: T }
        #[derive(Serialize)]
        struct Other<T> { right: Vec<Pair<u64>>, value: T }
        #[tramline::query]
        async fn pair() -> Pair<bool> {}
        ",
        &[
            "pair is pair of index: void -> { left: Other<string> | null; value: boolean } or never",
            "index: Other/1",
            "index: Pair/1",
        ],
    );
}
