//! The input in a body.
//!
//! A declared length is only held against the bytes that came; nothing is allocated for it.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
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
    let mut received = Received {
        body,
        limit,
        declared,
        first: Bytes::new(),
        rest: BytesMut::new(),
    };
    // Most bodies are there at once; only one that is waited for costs a timer.
    let mut timer = None;
    poll_fn(|context| {
        if let Poll::Ready(result) = received.poll(context) {
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
struct Received {
    body: Body,
    limit: u64,
    declared: Declared,
    /// The first frame, which is usually all there is and then handed on uncopied.
    first: Bytes,
    /// Everything, once there is a second.
    rest: BytesMut,
}

impl Received {
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

    fn len(&self) -> usize {
        self.first.len().max(self.rest.len())
    }

    fn add(&mut self, data: Bytes) -> Result<(), Refusal> {
        if data.is_empty() {
            return Ok(());
        }
        if !self.declared.typed {
            return Err(Refusal::UnsupportedMediaType);
        }
        let length = self.len().saturating_add(data.len());
        if u64::try_from(length).is_ok_and(|length| length > self.limit) {
            return Err(Refusal::BodyTooLarge);
        }
        if self.first.is_empty() {
            self.first = data;
            return Ok(());
        }
        if self.rest.is_empty() {
            self.rest.extend_from_slice(&self.first);
        }
        self.rest.extend_from_slice(&data);
        Ok(())
    }

    fn end(&mut self) -> Result<Bytes, Refusal> {
        let length = u64::try_from(self.len()).unwrap_or(u64::MAX);
        match self.declared.length {
            Some(declared) if length < declared => return Err(Refusal::TruncatedBody),
            Some(declared) if length > declared => return Err(Refusal::Malformed),
            _ => {}
        }
        if self.rest.is_empty() {
            return Ok(std::mem::take(&mut self.first));
        }
        Ok(std::mem::take(&mut self.rest).freeze())
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
