use tramline::action;

struct Blog;

impl Blog {
    #[action]
    async fn publish(&self, title: String) -> u64 {
        title.len() as u64
    }

    #[action]
    async fn count() -> u64 {
        0
    }
}

trait Archive {
    #[action]
    async fn archive(self, id: u64);
}
