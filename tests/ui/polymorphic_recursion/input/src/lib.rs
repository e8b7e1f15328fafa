use serde::Serialize;

#[derive(Serialize)]
struct Nest<T> {
    value: T,
    inner: Option<Box<Nest<Vec<T>>>>,
}

// This one ends: its arguments only change places.
#[derive(Serialize)]
struct Swap<A, B> {
    a: A,
    next: Option<Box<Swap<B, A>>>,
}

#[tramline::query]
async fn nest() -> (Nest<u8>, Swap<u8, bool>) {
    todo!()
}

#[derive(Serialize)]
struct Ping<T>(Option<Box<Pong<T>>>);

#[derive(Serialize)]
enum Pong<T> {
    Done(T),
    More(Box<Ping<(T, T)>>),
}

#[tramline::query]
async fn ping() -> Ping<u8> {
    todo!()
}
