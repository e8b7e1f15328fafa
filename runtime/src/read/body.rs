//! The input in a body.
//!
//! A declared length is only held against the bytes that came; nothing is allocated for it.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::Body as _;
use http_body_util::LengthLimitError;

use super::{Deadline, Declared};
use crate::body::{Body, BoxError};
use crate::refusal::Refusal;

/// How many frames are taken before others get their turn: a body of empty frames that are always
/// there must not outrun its deadline.
const FRAMES_PER_TURN: usize = 64;

/// Reads `body` to its end.
///
/// # Errors
///
/// When it is too long, too slow, cut short, or not of the type an input must have.
pub(crate) async fn from_body(
    body: Body,
    limit: u64,
    declared: Declared,
    deadline: &Deadline,
) -> Result<Bytes, Refusal> {
    let mut reader = Reader {
        body,
        limit: usize::try_from(limit).unwrap_or(usize::MAX),
        declared,
        received: Received::Single(Bytes::new()),
    };
    // Most bodies are there at once; only one that is waited for costs a timer.
    let mut timer = None;
    poll_fn(|context| {
        if let Poll::Ready(result) = reader.poll(context) {
            return Poll::Ready(result);
        }
        let timer = timer.get_or_insert_with(|| deadline.start());
        timer
            .as_mut()
            .poll(context)
            .map(|()| Err(Refusal::ReadTimeout))
    })
    .await
}

/// A body under way.
struct Reader {
    body: Body,
    limit: usize,
    declared: Declared,
    received: Received,
}

/// What has come so far.
enum Received {
    /// One frame at most, which is usually all there is, and is then handed on uncopied.
    Single(Bytes),
    /// Several, one after the other.
    Joined(Vec<u8>),
}

impl Reader {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Result<Bytes, Refusal>> {
        for _ in 0..FRAMES_PER_TURN {
            match Pin::new(&mut self.body).poll_frame(context) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => return Poll::Ready(self.end()),
                Poll::Ready(Some(Err(error))) => return Poll::Ready(Err(broken(&error))),
                Poll::Ready(Some(Ok(frame))) => {
                    if let Ok(data) = frame.into_data() {
                        self.add(data)?;
                    }
                }
            }
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }

    fn add(&mut self, data: Bytes) -> Result<(), Refusal> {
        if data.is_empty() {
            return Ok(());
        }
        if !self.declared.typed {
            return Err(Refusal::UnsupportedMediaType);
        }
        if self.received.len().saturating_add(data.len()) > self.limit {
            return Err(Refusal::BodyTooLarge);
        }
        self.received.add(data, self.limit);
        Ok(())
    }

    fn end(&mut self) -> Result<Bytes, Refusal> {
        let length = u64::try_from(self.received.len()).unwrap_or(u64::MAX);
        match self.declared.length {
            Some(declared) if length < declared => Err(Refusal::TruncatedBody),
            Some(declared) if length > declared => Err(Refusal::Malformed),
            _ => Ok(self.received.take()),
        }
    }
}

impl Received {
    fn len(&self) -> usize {
        match self {
            Self::Single(bytes) => bytes.len(),
            Self::Joined(bytes) => bytes.len(),
        }
    }

    /// Adds what is not empty and stays within `limit`.
    fn add(&mut self, data: Bytes, limit: usize) {
        match self {
            Self::Single(first) if first.is_empty() => *first = data,
            Self::Single(first) => {
                let mut joined = Vec::new();
                grow(&mut joined, first.len() + data.len(), limit);
                joined.extend_from_slice(first);
                joined.extend_from_slice(&data);
                *self = Self::Joined(joined);
            }
            Self::Joined(joined) => {
                grow(joined, joined.len() + data.len(), limit);
                joined.extend_from_slice(&data);
            }
        }
    }

    fn take(&mut self) -> Bytes {
        match self {
            Self::Single(bytes) => std::mem::take(bytes),
            Self::Joined(bytes) => std::mem::take(bytes).into(),
        }
    }
}

/// Makes room for `length` bytes: twice of it, so that many small frames are not copied over and
/// over, but never more than there can come.
fn grow(bytes: &mut Vec<u8>, length: usize, limit: usize) {
    if length > bytes.capacity() {
        let room = length.saturating_mul(2).min(limit).max(length);
        bytes.reserve_exact(room - bytes.len());
    }
}

/// Why a body ended in an error: a limit that someone set around the service, or a connection
/// that broke.
fn broken(error: &BoxError) -> Refusal {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error.as_ref());
    while let Some(error) = cause {
        if error.is::<LengthLimitError>() {
            return Refusal::BodyTooLarge;
        }
        cause = error.source();
    }
    Refusal::TruncatedBody
}
