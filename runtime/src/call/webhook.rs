//! The steps of a call by a webhook: nothing is believed, and nothing runs, before the signature.

use std::marker::PhantomData;

use bytes::Bytes;
use serde::Deserialize;

use super::{Answer, Call, Failure, Outcome};
use crate::extract::FromRef;
use crate::refusal::Refusal;
use crate::rest::{self, Arrival, RestInput, Route, RouteBody, RouteMethod};
use crate::webhook::{Claimed, Receiver, SignatureError, Taken};

/// A body that was signed, and that nobody has had before. Dropped before its end, it has never been
/// here.
#[derive(Debug)]
pub struct Posted {
    input: RestInput,
    claimed: Claimed,
}

/// What a body is to decoding: all that there is.
const WHOLE: &Route = &Route {
    method: RouteMethod::Post,
    version: "",
    segments: &[],
    parameters: &[],
    body: RouteBody::Input,
    success: 200,
    deprecation: None,
    cache: None,
    authentication: &[],
};

impl<S: Send + Sync + 'static> Call<S> {
    /// Reads the body, checks who has signed it and when, and takes it, unless it has been here
    /// before; then there is nothing more to do.
    ///
    /// # Errors
    ///
    /// A body that is too long, too slow, cut short or of another type; a signature that is missing,
    /// wrong or too old; a delivery that is being worked on at this moment.
    pub async fn posted<R: FromRef<S> + AsRef<Receiver>>(
        &mut self,
    ) -> Result<Option<Posted>, Failure> {
        let body = self.incoming.read().await?;
        let receiver = R::from_ref(&self.state).as_ref().clone();
        let request = &mut self.incoming.request;
        let delivery = receiver.verify(request.headers(), &body)?;
        // Of two webhooks that share a receiver, both may be sent one message.
        let name = format!("{} {}", request.uri().path(), delivery.id());
        request.extensions_mut().insert(delivery);
        match receiver.claim(name).await {
            Ok(Taken::Ours(claimed)) => Ok(Some(Posted {
                input: whole(body)?,
                claimed,
            })),
            Ok(Taken::InFlight) => Err(Refusal::DeliveryInProgress.into()),
            Ok(Taken::Seen) => Ok(None),
            Err(error) => Err(Failure::text(format!("the replay store failed: {error}"))),
        }
    }

    /// What was posted, decoded as plain JSON.
    ///
    /// # Errors
    ///
    /// When it is not a `T`, or would cost too much to decode.
    pub fn event<'de, T: Deserialize<'de>>(&self, posted: &'de Posted) -> Result<T, Failure> {
        rest::decode(&posted.input, || PhantomData, self.incoming.limits())
    }
}

impl Posted {
    /// Ends the delivery: with a result it is done once and for all; otherwise the sender's next
    /// attempt is as good as the first.
    ///
    /// # Errors
    ///
    /// The outcome's failure.
    pub async fn end(self, outcome: Outcome) -> Outcome {
        let answer = outcome?;
        self.claimed.complete().await;
        Ok(answer)
    }
}

/// The outcome of a delivery that has been here before.
pub fn seen() -> Outcome {
    Ok(Answer::new(Vec::new()))
}

fn whole(body: Bytes) -> Result<RestInput, Refusal> {
    let arrival = Arrival {
        route: WHOLE,
        values: Box::new([]),
    };
    RestInput::new(&arrival, None, body)
}

impl From<SignatureError> for Failure {
    fn from(error: SignatureError) -> Self {
        let refusal = match error {
            SignatureError::Missing => Refusal::SignatureMissing,
            SignatureError::Repeated => Refusal::DuplicateHeader,
            SignatureError::Invalid => Refusal::SignatureInvalid,
            SignatureError::Expired => Refusal::SignatureExpired,
        };
        refusal.into()
    }
}
