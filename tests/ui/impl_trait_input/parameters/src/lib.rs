use tramline::action;

#[action]
async fn publish(title: impl Into<String>) -> String {
    title.into()
}

#[action]
async fn search(term: &impl AsRef<str>, page: u32) -> u32 {
    term.as_ref().len() as u32 + page
}
