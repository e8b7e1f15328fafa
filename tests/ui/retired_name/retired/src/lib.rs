mod posts {
    #[tramline::action]
    async fn drop(id: u64) -> u64 {
        id
    }

    /// The same under another name than the one that was given up.
    #[tramline::action(renamed_from = "posts.delete")]
    async fn remove(id: u64) -> u64 {
        id
    }
}
