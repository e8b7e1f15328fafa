//! A call over a real connection, in HTTP's own words.

use quickstart::Store;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

#[tokio::test]
async fn an_empty_book_is_listed() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let service = quickstart::service(Store::in_memory().unwrap());
    let mut actions = service.actions();
    let list = actions.find(|action| action.name == "guestbook.list_entries");
    let path = list.unwrap().path();
    drop(actions);
    tokio::spawn(bare_hyper::serve(listener, service));

    // `?i=AA` is one zero byte: the page number is left to its default.
    let request =
        format!("GET /rpc/{path}?i=AA HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n",);
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();

    assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n"));
    // No items, page 1 of 1, no entries.
    assert!(answer.ends_with(b"\r\n\r\n\x00\x01\x01\x00"));
}
