#[tramline::action]
async fn größe_ändern(breite: u32) -> u32 {
    breite
}

mod café {
    #[tramline::query]
    async fn menu() -> Vec<String> {
        Vec::new()
    }
}
