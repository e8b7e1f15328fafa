mod user;

use tramline::{Cookies, State, action};
use user::{CurrentUser, User};

struct Db;

#[action]
async fn create_post(author: CurrentUser, title: String) {}

#[action]
async fn delete_post(db: State<Db>, cookies: Option<Cookies>, user: User, id: u64) {}
