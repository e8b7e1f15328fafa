use crate::testing::Files;

#[test]
fn smoke() {
    let front = Files::parse(r#"
use tramline::{action, State, Reply};
use serde::{Serialize, Deserialize};
mod posts;
#[derive(Serialize, Deserialize)]
pub struct Page<T> { #[serde(rename = "x")] items: Vec<T>, next: Option<Box<Page<T>>> }
type Result<T, E = PostError> = std::result::Result<T, E>;
#[derive(tramline::ActionError)]
pub enum PostError { #[error(status = 409)] Taken { name: String }, #[error(internal)] Db }
/// Docs.
/// More.
#[action]
async fn list(#[extract] db: State<u8>, page: u32, tag: &str) -> Result<Reply<Page<posts::Post>>> { todo!() }
//- src/posts.rs
pub mod admin;
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Post { the_title: String, since: std::time::Instant, bytes: Vec<u8> }
#[tramline::query(nmae = "x")]
fn get(x: Vec<crate::Page<Post>>) {}
//- src/posts/admin.rs
use super::*;
#[tramline::query]
async fn it(x: Post) {}
"#).read();
    println!("{:#?}", front.api);
    println!("{}", front.rendered());
}
