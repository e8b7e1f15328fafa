//! A struct several levels down in a result gains a field.

use serde::Serialize;

use crate::runs::ran;

#[derive(Debug, Serialize)]
pub struct Post {
    pub title: String,
    pub authors: Vec<Author>,
}

#[derive(Debug, Serialize)]
pub struct Author {
    pub name: String,
    pub home: Option<Home>,
}

#[derive(Debug, Serialize)]
pub struct Home {
    pub place: (String, Street),
}

#[derive(Debug, Serialize)]
pub struct Street {
    pub number: u16,
    pub floor: u8,
    pub name: String,
}

fn post(title: String) -> Post {
    let street = Street {
        number: 12,
        floor: 2,
        name: "Hill".to_owned(),
    };
    let home = Home {
        place: ("Bern".to_owned(), street),
    };
    let author = Author {
        name: "Ada".to_owned(),
        home: Some(home),
    };
    ran(Post {
        title,
        authors: vec![author],
    })
}

#[tramline::action]
pub async fn save(title: String) -> Post {
    post(title)
}

#[tramline::query]
pub async fn find(title: String) -> Post {
    post(title)
}
