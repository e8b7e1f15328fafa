//! Wire parameters that callers may leave out.

tramline::include_actions!();

#[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
pub enum Order {
    Newest,
    Oldest,
}

const PER_PAGE: u8 = 20;

fn default_words() -> Vec<String> {
    vec!["all".to_owned()]
}

#[tramline::query]
pub async fn list(
    #[wire(default = 1)] page: u32,
    #[wire(default = PER_PAGE)] per_page: u8,
    #[wire(default = Order::Newest)] order: Order,
    #[wire(default = default_words())] words: Vec<String>,
    #[wire(default = "en")] language: &str,
    #[wire(default = None)] before: Option<u64>,
    section: String,
) -> (u32, u8, Order, usize) {
    let length = words.len() + language.len() + section.len() + usize::from(before.is_some());
    (page, per_page, order, length)
}

#[tramline::query]
pub async fn greet(#[wire(default = "world".into())] name: String) -> String {
    format!("Hello, {name}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 2);
    }
}
