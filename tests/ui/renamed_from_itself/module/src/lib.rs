mod posts {
    #[tramline::action(renamed_from = "posts.create")]
    async fn create(title: String) -> u64 {
        title.len() as u64
    }

    /// Without its module, the name is another.
    #[tramline::action(renamed_from = "delete")]
    async fn delete(id: u64) -> u64 {
        id
    }
}
