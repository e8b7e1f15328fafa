//! Two functions with one name and one signature share a generated file, and stay two actions.

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
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 2);
    }
}
