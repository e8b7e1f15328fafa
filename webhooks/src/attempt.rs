//! One attempt: a request signed and sent, and what is kept of the answer.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use tokio::time::Instant;
use tramline::webhook::standard::{WEBHOOK_ID, WEBHOOK_SIGNATURE, WEBHOOK_TIMESTAMP};
use tramline::{Body, BoxError};

use crate::keys;
use crate::log::claim::Claim;
use crate::transport::Transport;

/// How much of an answer is read, so that its connection can be used again.
const MOST_READ: usize = 64 * 1024;

/// How much of an answer is kept.
const MOST_KEPT: usize = 1024;

/// What came back.
#[derive(Debug, Default)]
pub(crate) struct Answered {
    /// None where there was no answer; `failure` says why.
    pub(crate) head: Option<(StatusCode, HeaderMap)>,
    pub(crate) failure: Option<String>,
    pub(crate) beginning: String,
}

/// Sends what was claimed. Returns within `timeout`.
pub(crate) async fn attempt(
    claim: &Claim,
    transport: &dyn Transport,
    timeout: Duration,
) -> Answered {
    let deadline = Instant::now() + timeout;
    let sent = match request(claim) {
        Ok(request) => tokio::time::timeout_at(deadline, transport.send(request)).await,
        Err(error) => Ok(Err(error)),
    };
    match sent {
        Ok(Ok(answer)) => {
            let (head, body) = answer.into_parts();
            // The status is what counts; a body that is late or broken changes nothing.
            let beginning = beginning(body, deadline).await;
            Answered {
                head: Some((head.status, head.headers)),
                failure: None,
                beginning,
            }
        }
        Ok(Err(error)) => failed(chain(&*error)),
        Err(_) => failed(format!("no answer within {timeout:?}")),
    }
}

fn failed(why: String) -> Answered {
    Answered {
        failure: Some(why),
        ..Answered::default()
    }
}

fn request(claim: &Claim) -> Result<Request<Bytes>, BoxError> {
    const AGENT: &str = concat!("tramline-webhooks/", env!("CARGO_PKG_VERSION"));
    let signature = keys::sign(
        &claim.secrets,
        claim.message.as_str(),
        claim.started,
        &claim.body,
    )?;
    let request = Request::post(&claim.url)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, AGENT)
        .header(WEBHOOK_ID, claim.message.as_str())
        .header(WEBHOOK_TIMESTAMP, claim.started.seconds())
        .header(WEBHOOK_SIGNATURE, signature)
        .body(Bytes::from(claim.body.clone()))?;
    Ok(request)
}

/// The first bytes of a body, of which no more than [`MOST_READ`] are waited for.
async fn beginning(mut body: Body, deadline: Instant) -> String {
    let mut kept = Vec::new();
    let mut read = 0;
    while read < MOST_READ {
        let Ok(Some(Ok(frame))) = tokio::time::timeout_at(deadline, body.frame()).await else {
            break;
        };
        let data = frame.into_data().unwrap_or_default();
        read += data.len();
        let room = MOST_KEPT.saturating_sub(kept.len());
        kept.extend_from_slice(&data[..room.min(data.len())]);
    }
    text(&kept)
}

/// As text. A character that was cut is left out, and SQLite's tools end at zero bytes.
fn text(bytes: &[u8]) -> String {
    let bytes = match str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => &bytes[..error.valid_up_to()],
        _ => bytes,
    };
    String::from_utf8_lossy(bytes).replace('\0', "\u{fffd}")
}

/// An error and everything behind it, on one line.
fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        let further = error.to_string();
        // Many say what is behind them as well.
        if !text.ends_with(&further) {
            text = format!("{text}: {further}");
        }
        source = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use std::pin::Pin;
    use std::task::{Context, Poll};
    use std::time::Duration;

    use bytes::Bytes;
    use http_body::Frame;
    use tokio::time::Instant;
    use tramline::{Body, BoxError};

    use super::{MOST_KEPT, MOST_READ, beginning, text};

    /// Pieces, then silence, for ever.
    struct Pieces(Vec<&'static [u8]>);

    impl http_body::Body for Pieces {
        type Data = Bytes;
        type Error = BoxError;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
            match self.0.is_empty() {
                true => Poll::Pending,
                false => Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(self.0.remove(0)))))),
            }
        }
    }

    fn soon() -> Instant {
        Instant::now() + Duration::from_secs(1)
    }

    #[tokio::test(start_paused = true)]
    async fn the_beginning_of_a_body_is_kept() {
        let kept = beginning(Body::from("refused"), soon()).await;
        assert_eq!(kept, "refused");
        let kept = beginning(Body::new(Pieces(vec![b"no ", b"such tenant"])), soon()).await;
        assert_eq!(kept, "no such tenant");
        let long = vec![b'x'; MOST_KEPT + 1];
        let kept = beginning(Body::from(long), soon()).await;
        assert_eq!(kept.len(), MOST_KEPT);
    }

    #[tokio::test(start_paused = true)]
    async fn no_more_than_so_much_of_a_body_is_waited_for() {
        static PIECE: [u8; MOST_READ / 4] = [b'x'; MOST_READ / 4];
        let started = Instant::now();
        // It would go on for ever, and is dropped where that is certain.
        let endless = Body::new(Pieces(vec![&PIECE; 5]));
        let kept = beginning(endless, started + Duration::from_secs(60)).await;
        assert_eq!((kept.len(), started.elapsed()), (MOST_KEPT, Duration::ZERO));
    }

    #[test]
    fn bytes_become_text_that_a_database_takes() {
        for (bytes, expected) in [
            (&b"plain"[..], "plain"),
            (b"caf\xc3\xa9", "caf\u{e9}"),
            // Cut within a character.
            (b"caf\xc3", "caf"),
            (b"\xff\xfe!", "\u{fffd}\u{fffd}!"),
            (b"a\0b", "a\u{fffd}b"),
        ] {
            assert_eq!(text(bytes), expected);
        }
    }
}
