//! Two functions with one name and one signature share a generated file, and stay two actions, even
//! where what is written alike travels differently.

tramline::include_actions!();

mod blog {
    #[derive(serde::Serialize)]
    struct Item {
        title: String,
    }

    #[tramline::query]
    async fn list(page: u32) -> Vec<Item> {
        vec![Item {
            title: page.to_string(),
        }]
    }

    #[derive(serde::Deserialize)]
    struct Filter {
        words: String,
    }

    #[tramline::query]
    async fn find(filter: Filter) -> String {
        filter.words
    }
}

mod shop {
    #[derive(serde::Serialize)]
    struct Item {
        price: u64,
    }

    #[tramline::query]
    async fn list(page: u32) -> Vec<Item> {
        vec![Item { price: page.into() }]
    }

    #[derive(serde::Deserialize)]
    #[serde(tag = "by")]
    enum Filter {
        Price { below: u64 },
        Name { words: String },
    }

    #[tramline::query]
    async fn find(filter: Filter) -> String {
        match filter {
            Filter::Price { below } => below.to_string(),
            Filter::Name { words } => words,
        }
    }
}

mod staff {
    #[derive(serde::Deserialize)]
    #[serde(untagged)]
    enum Filter {
        Number(u32),
        Name(String),
    }

    #[tramline::query]
    async fn find(filter: Filter) -> String {
        match filter {
            Filter::Number(number) => number.to_string(),
            Filter::Name(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 5);
    }
}
