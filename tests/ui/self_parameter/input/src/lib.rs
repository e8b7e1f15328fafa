use tramline::action;

struct Posts;

impl Posts {
    #[action]
    async fn create(&self, title: String) {}

    #[action]
    async fn count() -> u64 {
        0
    }
}

trait Store {
    #[action]
    async fn save(self: Box<Self>);
}
