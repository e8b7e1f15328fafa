use serde::Deserialize;
use tramline::webhook::Receiver;
use tramline::{State, webhook};

#[derive(Deserialize)]
struct Event {
    kind: String,
}

#[webhook("POST /hooks/pieces", receiver = Receiver)]
async fn pieces(kind: String, data: Vec<u32>) -> usize {
    kind.len() + data.len()
}

#[webhook("POST /hooks/default", receiver = Receiver)]
async fn with_default(#[wire(default = 1)] count: u32) -> u32 {
    count
}

#[webhook("POST /hooks/whole", receiver = Receiver)]
async fn whole(#[extract] limit: State<u32>, event: Event) -> bool {
    event.kind.len() < limit.0 as usize
}

#[webhook("POST /hooks/list", receiver = Receiver)]
async fn list(events: Vec<Event>) -> usize {
    events.len()
}

#[webhook("POST /hooks/nothing", receiver = Receiver)]
async fn nothing() {}
