use tramline::webhook;
use tramline::webhook::Receiver;

#[webhook("POST /hooks/payments")]
async fn without_receiver(event: u64) -> u64 {
    event
}

#[webhook]
async fn without_anything(event: u64) -> u64 {
    event
}

#[webhook("GET /hooks/payments", receiver = Receiver)]
async fn read(event: u64) -> u64 {
    event
}

#[webhook("POST /hooks/payments?secret=x", receiver = Receiver)]
async fn with_query(event: u64) -> u64 {
    event
}

#[webhook("POST /hooks/{sender}", receiver = Receiver)]
async fn with_parameter(event: u64) -> u64 {
    event
}

#[webhook("POST /rpc/payments", receiver = Receiver)]
async fn below_the_mount(event: u64) -> u64 {
    event
}

#[webhook("POST /v1/payments", receiver = Receiver)]
async fn versioned(event: u64) -> u64 {
    event
}

#[webhook("POST /hooks/payments", receiver = "Receiver")]
async fn with_text(event: u64) -> u64 {
    event
}

#[webhook("POST /hooks/payments/1.0~a_b", receiver = Receiver, body_limit = 1024)]
async fn fine(event: u64) -> u64 {
    event
}
