use tramline::webhook::Receiver;

mod github {
    use tramline::webhook::Receiver;

    #[tramline::webhook("POST /hooks/github", receiver = Receiver)]
    async fn happened(event: String) -> usize {
        event.len()
    }
}

#[tramline::webhook("POST /hooks/github", receiver = Receiver)]
async fn pushed(event: u64) -> u64 {
    event
}

#[tramline::webhook("POST /hooks/github/again", receiver = Receiver)]
async fn again(event: u64) -> u64 {
    event
}
