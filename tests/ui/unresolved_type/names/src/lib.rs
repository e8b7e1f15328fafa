use serde::{Deserialize, Serialize};
use tramline::action;

mod shapes {
    macro_rules! shape {
        ($name:ident) => {
            #[derive(serde::Serialize, serde::Deserialize)]
            pub struct $name {
                pub size: f64,
            }
        };
    }
    shape!(Circle);
}

#[derive(Serialize, Deserialize)]
struct Drawing {
    author: Author,
    circle: shapes::Circle,
}

#[action]
async fn draw(drawing: Drawing) -> Receipt {
    todo!()
}
