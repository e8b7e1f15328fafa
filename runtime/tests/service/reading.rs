//! Bodies: their size, their time, their end.

use std::collections::VecDeque;
use std::future::pending;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use http_body::Frame;
use tower::Service as _;
use tramline::Service;

use crate::actions::{Add, App, Ping, Shout, Small, actions};
use crate::harness::{call, call_on, poll, post, post_json, with, without};

/// A body in steps.
#[derive(Default)]
pub(crate) struct Steps {
    steps: VecDeque<Step>,
    polled: Arc<AtomicUsize>,
}

#[derive(Clone, Debug)]
pub(crate) enum Step {
    Data(Vec<u8>),
    Wait,
    Break,
    /// Never ends.
    Stall,
    /// Empty frames for ever.
    Flood,
}

use Step::{Break, Data, Flood, Stall, Wait};

impl http_body::Body for Steps {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::io::Error>>> {
        self.polled.fetch_add(1, Ordering::Relaxed);
        match self.steps.front() {
            Some(Stall) => return Poll::Pending,
            Some(Flood) => return Poll::Ready(Some(Ok(Frame::data(Bytes::new())))),
            _ => {}
        }
        match self.steps.pop_front() {
            None => Poll::Ready(None),
            Some(Data(bytes)) => Poll::Ready(Some(Ok(Frame::data(bytes.into())))),
            Some(Wait) => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Some(_) => Poll::Ready(Some(Err(std::io::ErrorKind::ConnectionReset.into()))),
        }
    }
}

fn steps(request: Request<impl Sized>, steps: impl IntoIterator<Item = Step>) -> Request<Steps> {
    request.map(|_| Steps {
        steps: steps.into_iter().collect(),
        polled: Arc::default(),
    })
}

#[test]
fn a_body_in_pieces_is_one_input_and_borrowed_over_an_await() {
    let whole = b"\x05hello\x03\x01\x02\x03".to_vec();
    let expected = (200, &b"\x05HELLO\x03\x01\x02\x03"[..]);
    assert_eq!(call(post(Shout::INFO, &whole)).answer(), expected);
    for cut in 0..=whole.len() {
        let (head, tail) = whole.split_at(cut);
        let pieces = [Data(head.to_vec()), Wait, Data(vec![]), Data(tail.to_vec())];
        let request = steps(post(Shout::INFO, &whole), pieces);
        assert_eq!(call(request).answer(), expected, "{cut}");
    }
    let single = whole.iter().map(|byte| Data(vec![*byte]));
    let request = without(steps(post(Shout::INFO, &whole), single), "content-length");
    assert_eq!(call(request).answer(), expected);
}

#[test]
fn json_in_pieces_is_one_input_and_borrowed_over_an_await() {
    let whole = r#"{"text":"h\u00e9llo","bytes":"AQID"}"#.as_bytes().to_vec();
    let expected = (200, r#"["HÉLLO","AQID"]"#);
    for cut in 0..=whole.len() {
        let (head, tail) = whole.split_at(cut);
        let pieces = [Data(head.to_vec()), Wait, Data(vec![]), Data(tail.to_vec())];
        let request = steps(post_json(Shout::INFO, "{}"), pieces);
        let request = without(request, "content-length");
        assert_eq!(call(request).json(), expected, "{cut}");
    }
    let short = with(post_json(Add::INFO, "{}"), "content-length", "3");
    assert_eq!(call(short).problem(), (400, "truncated_body".into()));
}

#[test]
fn a_declared_length_over_the_limit_is_refused_unread() {
    let polled = Arc::default();
    let request = with(post(Small::INFO, b""), "content-length", "5").map(|_| Steps {
        steps: [Data(vec![3; 5])].into(),
        polled: Arc::clone(&polled),
    });
    assert_eq!(call(request).problem(), (413, "body_too_large".into()));
    assert_eq!(polled.load(Ordering::Relaxed), 0);
}

#[test]
fn real_bytes_are_counted() {
    let undeclared = |pieces: &[Step]| {
        let request = steps(post(Small::INFO, b""), pieces.to_vec());
        call(without(request, "content-length"))
    };
    assert_eq!(
        undeclared(&[Data(b"\x03abc".to_vec())]).answer(),
        (200, &[3][..])
    );
    let long = [Data(b"\x03ab".to_vec()), Data(b"cd".to_vec()), Stall];
    assert_eq!(undeclared(&long).problem(), (413, "body_too_large".into()));
    // A known size says as much as a header.
    let full = without(post(Small::INFO, b"\x04abcd"), "content-length");
    assert_eq!(call(full).problem(), (413, "body_too_large".into()));
}

#[test]
fn an_action_has_its_own_limit_and_the_service_another() {
    let service = Service::builder(actions(App::default()))
        .body_limit(1)
        .build();
    let limited = call_on(&service, post(Add::INFO, &[1, 2]));
    assert_eq!(limited.problem(), (413, "body_too_large".into()));
    assert_eq!(
        call_on(&service, post(Small::INFO, b"\x03abc")).answer(),
        (200, &[3][..])
    );

    let mebibyte = 1 << 20;
    let declared =
        |length: usize| with(post(Add::INFO, b""), "content-length", &length.to_string());
    assert_eq!(call(declared(mebibyte + 1)).problem().0, 413);
    assert_eq!(
        call(declared(mebibyte)).problem(),
        (400, "truncated_body".into())
    );
}

#[test]
fn a_body_cut_short_is_truncated() {
    let short = with(post(Add::INFO, &[1, 2]), "content-length", "3");
    assert_eq!(call(short).problem(), (400, "truncated_body".into()));
    let empty = with(post(Ping::INFO, b""), "content-length", "3");
    assert_eq!(call(empty).problem(), (400, "truncated_body".into()));
    let long = with(post(Add::INFO, &[1, 2]), "content-length", "1");
    assert_eq!(call(long).problem(), (400, "malformed".into()));
    let broken = steps(post(Add::INFO, &[1, 2]), [Data(vec![1]), Break]);
    assert_eq!(call(broken).problem(), (400, "truncated_body".into()));
}

#[test]
fn an_undeclared_body_has_to_have_a_type_once_it_has_a_byte() {
    let untyped = |pieces: &[Step]| {
        let request = steps(post(Ping::INFO, b""), pieces.to_vec());
        call(without(without(request, "content-length"), "content-type"))
    };
    assert_eq!(untyped(&[]).answer().0, 204);
    assert_eq!(untyped(&[Data(vec![]), Wait]).answer().0, 204);
    assert_eq!(
        untyped(&[Data(vec![0])]).problem(),
        (415, "unsupported_media_type".into())
    );
}

/// A timer that ends when it is told to.
fn timer() -> (Arc<AtomicBool>, Arc<AtomicUsize>, Service) {
    let (over, started) = (
        Arc::new(AtomicBool::new(false)),
        Arc::new(AtomicUsize::new(0)),
    );
    let (ends, starts) = (Arc::clone(&over), Arc::clone(&started));
    let sleep = move |duration: Duration| {
        assert_eq!(duration, Duration::from_secs(7));
        starts.fetch_add(1, Ordering::Relaxed);
        let ends = Arc::clone(&ends);
        std::future::poll_fn(move |_| match ends.load(Ordering::Relaxed) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        })
    };
    let builder = Service::builder(actions(App::default()));
    let service = builder.read_deadline(Duration::from_secs(7), sleep).build();
    (over, started, service)
}

#[test]
fn a_body_that_is_too_slow_is_given_up() {
    let json = || post_json(Add::INFO, r#"{"a":1,"b":2}"#);
    for (request, stalled) in [
        (post(Add::INFO, &[1, 2]), vec![Stall]),
        (post(Add::INFO, &[1, 2]), vec![Data(vec![1]), Stall]),
        (post(Add::INFO, &[1, 2]), vec![Flood]),
        (json(), vec![Data(b"{\"a\":1".to_vec()), Stall]),
        (json(), vec![Flood]),
    ] {
        let (over, started, mut service) = timer();
        let mut future = service.call(steps(request, stalled));
        assert!(poll(&mut future).is_pending());
        assert!(poll(&mut future).is_pending());
        assert_eq!(started.load(Ordering::Relaxed), 1);
        over.store(true, Ordering::Relaxed);
        let Poll::Ready(Ok(response)) = poll(&mut future) else {
            panic!("still reading");
        };
        assert_eq!(response.status(), 408);
    }
}

#[test]
fn a_body_that_is_there_starts_no_timer() {
    let (_, started, service) = timer();
    assert_eq!(
        call_on(&service, post(Add::INFO, &[1, 2])).answer(),
        (200, &[3][..])
    );
    assert_eq!(started.load(Ordering::Relaxed), 0);
    let waited = steps(post(Add::INFO, &[1, 2]), [Wait, Data(vec![1, 2])]);
    assert_eq!(call_on(&service, waited).answer(), (200, &[3][..]));
    assert_eq!(started.load(Ordering::Relaxed), 1);
}

#[test]
fn any_future_can_be_the_timer() {
    let service = Service::builder(actions(App::default()))
        .read_deadline(Duration::from_secs(1), |_| pending())
        .build();
    assert_eq!(call_on(&service, post(Add::INFO, &[1, 2])).answer().0, 200);
}
