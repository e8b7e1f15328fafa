mod media;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use tramline::{action, query};

#[derive(Serialize, Deserialize)]
struct Album {
    title: String,
    pages: Vec<Page<media::Photo>>,
}

#[derive(Serialize, Deserialize)]
struct Page<T> {
    items: HashMap<u64, T>,
}

#[query]
async fn album(id: u64) -> Option<Album> {
    None
}

#[action]
async fn replace(id: u64, album: Album) {}
