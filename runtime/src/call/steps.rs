//! The steps of a call, in the order in which generated code takes them.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use bytes::Bytes;
use serde::Deserialize;

use super::parameters::{ByName, Parameters};
use super::{Failure, Outcome};
use crate::action::Wire;
use crate::body::Body;
use crate::error::{ActionError, ErrorEncoding};
use crate::extract::{Door, End, Extract, RequestParts};
use crate::read::{self, Declared, Format, Reading};
use crate::refusal::Refusal;
use crate::rest::{self, Arrival, RestInput};
use crate::wire::shape::Shape;
use crate::wire::{self, Fields, Limits};

/// A request that passed every check which its head allows.
pub(crate) struct Incoming {
    pub(crate) request: RequestParts,
    pub(crate) body: Body,
    pub(crate) declared: Declared,
    pub(crate) reading: Arc<Reading>,
    pub(crate) wire: &'static Wire,
    /// The route that was taken, where the call came by REST.
    pub(crate) arrival: Option<Box<Arrival>>,
}

/// A call of one action over the state `S`.
pub struct Call<S> {
    pub(super) state: Arc<S>,
    pub(super) incoming: Incoming,
}

impl Incoming {
    /// The whole input, as what Rust decodes.
    pub(super) async fn read(&mut self) -> Result<Bytes, Failure> {
        let limit = self.reading.limit(self.request.action());
        let input = if read::is_in_query(self.request.method()) {
            read::from_query(self.request.uri().query(), limit)?
        } else {
            let body = std::mem::take(&mut self.body);
            read::from_body(body, limit, self.declared, &self.reading.deadline).await?
        };
        match self.declared.format {
            Format::LosslessJson => self.transcode(&input),
            Format::Postcard | Format::Json => Ok(input),
        }
    }

    /// The postcard that lossless JSON stands for. Who has nothing to say need not say `null`; who
    /// says it to a function with parameters knows it from when there were none.
    fn transcode(&self, input: &[u8]) -> Result<Bytes, Failure> {
        let shape = self.wire.input;
        let input = match (input, shape.unnamed()) {
            (b"", Some(Shape::Unit)) => return Ok(Bytes::new()),
            (b"null", Some(Shape::Struct(_))) => b"{}",
            _ => input,
        };
        let postcard = wire::transcode::to_postcard(input, shape, self.limits())?;
        Ok(postcard.into())
    }

    /// Path, query and body, of which the body is read as far as the route has one.
    async fn read_rest(&mut self) -> Result<RestInput, Failure> {
        let Some(arrival) = &self.arrival else {
            return Err(Failure::text("no route of REST was taken".to_owned()));
        };
        if self.request.ignores_condition() {
            return Err(Refusal::PreconditionFailed.into());
        }
        let body = match arrival.route.method.has_body() {
            false => Bytes::new(),
            true => {
                let limit = self.reading.limit(self.request.action());
                let body = std::mem::take(&mut self.body);
                read::from_body(body, limit, self.declared, &self.reading.deadline).await?
            }
        };
        Ok(RestInput::new(arrival, self.request.uri().query(), body)?)
    }

    /// What errors are told as.
    fn errors(&self) -> ErrorEncoding {
        match self.request.door() {
            Door::Rest | Door::Webhook => ErrorEncoding::Problem,
            Door::Rpc => self.wire.encoding.into(),
        }
    }

    /// What decoding the input may cost.
    pub(super) fn limits(&self) -> Limits {
        let limit = self.reading.limit(self.request.action());
        self.reading.decoding.for_inputs_of(limit)
    }
}

impl<S: Send + Sync + 'static> Call<S> {
    pub(crate) fn new(state: Arc<S>, incoming: Incoming) -> Self {
        Self { state, incoming }
    }

    /// The route that the request took, if it came by one.
    pub(super) fn arrival(&self) -> Option<&Arrival> {
        self.incoming.arrival.as_deref()
    }

    /// The value of an `#[extract]` parameter.
    ///
    /// # Errors
    ///
    /// What the extractor refuses.
    pub async fn extract<E: Extract<S>>(&mut self) -> Result<E, Failure> {
        E::extract(&mut self.incoming.request, &self.state)
            .await
            .map_err(|refused| refused.into_failure(self.incoming.errors()))
    }

    /// The whole encoded input, which decoded values may borrow from.
    ///
    /// # Errors
    ///
    /// When it is too long, too slow, cut short, of another type, or JSON that stands for no input
    /// of the action.
    pub async fn body(&mut self) -> Result<Bytes, Failure> {
        self.incoming.read().await
    }

    /// The input in `body`, which [`Call::body`] returned.
    ///
    /// # Errors
    ///
    /// When the bytes are not exactly one `T`, or would cost too much to decode.
    pub fn input<'de, T: Deserialize<'de>>(&self, body: &'de [u8]) -> Result<T, Failure> {
        Ok(wire::decode(body, self.incoming.limits())?)
    }

    /// The same for a type that can be decoded only with its shape, the row's, at hand.
    ///
    /// # Errors
    ///
    /// As [`Call::input`].
    pub fn shaped_input<'de, T: Deserialize<'de>>(&self, body: &'de [u8]) -> Result<T, Failure> {
        let shape = self.incoming.wire.input;
        Ok(wire::decode_shaped(body, shape, self.incoming.limits())?)
    }

    /// The same for an action that speaks plain JSON.
    ///
    /// # Errors
    ///
    /// As [`Call::input`].
    pub fn json_input<'de, T: Deserialize<'de>>(&self, body: &'de [u8]) -> Result<T, Failure> {
        Ok(wire::json::decode(body, self.incoming.limits())?)
    }

    /// The input in `body`, made of the wire parameters of a function, which are a tuple here.
    ///
    /// # Errors
    ///
    /// As [`Call::input`].
    pub fn fields<'de, T: Deserialize<'de>>(&self, body: &'de [u8]) -> Result<T, Failure> {
        let Fields(parameters) = self.input(body)?;
        Ok(parameters)
    }

    /// The same for parameters that can be decoded only with their shape, the row's, at hand.
    ///
    /// # Errors
    ///
    /// As [`Call::input`].
    pub fn shaped_fields<'de, T: Deserialize<'de>>(&self, body: &'de [u8]) -> Result<T, Failure> {
        let Fields(parameters) = self.shaped_input(body)?;
        Ok(parameters)
    }

    /// The same for an action that speaks plain JSON, whose input is an object: the parameters are
    /// nested pairs here, and `names` are their names, in the same order.
    ///
    /// An `Option` may be left out, what has no parameter is ignored.
    ///
    /// # Errors
    ///
    /// As [`Call::input`].
    pub fn json_fields<'de, T: Parameters<'de>>(
        &self,
        body: &'de [u8],
        names: &'static [&'static str],
    ) -> Result<T, Failure> {
        let seed = ByName::new(names);
        Ok(wire::json::decode_seed(body, seed, self.incoming.limits())?)
    }

    /// Makes sure that a caller of a function without input sends none.
    ///
    /// # Errors
    ///
    /// As [`Call::body`], and when there is any input.
    pub async fn no_input(&mut self) -> Result<(), Failure> {
        let body = self.body().await?;
        match self.incoming.declared.format {
            Format::Json if body.is_empty() => Ok(()),
            Format::Json => self.json_input(&body),
            Format::Postcard | Format::LosslessJson => self.input(&body),
        }
    }

    /// The whole input of a call by REST, which decoded values may borrow from.
    ///
    /// # Errors
    ///
    /// A body that is too long, too slow, cut short or of another type, a query that is not
    /// percent-encoded, and a condition that no extractor has asked for.
    pub async fn rest_input(&mut self) -> Result<RestInput, Failure> {
        self.incoming.read_rest().await
    }

    /// The input that [`Call::rest_input`] returned.
    ///
    /// # Errors
    ///
    /// When it is not a `T`, or would cost too much to decode.
    pub fn rest<'de, T: Deserialize<'de>>(&self, input: &'de RestInput) -> Result<T, Failure> {
        rest::decode(input, || PhantomData, self.incoming.limits())
    }

    /// The same, made of the wire parameters of a function: nested pairs, whose names are `names`.
    ///
    /// # Errors
    ///
    /// As [`Call::rest`].
    pub fn rest_fields<'de, T: Parameters<'de>>(
        &self,
        input: &'de RestInput,
        names: &'static [&'static str],
    ) -> Result<T, Failure> {
        rest::decode(input, || ByName::new(names), self.incoming.limits())
    }

    /// Takes the input of a function that has none: whatever an object says is ignored.
    ///
    /// # Errors
    ///
    /// As [`Call::rest_input`], and where there is a body that is no object.
    pub async fn no_rest_input(&mut self) -> Result<(), Failure> {
        let input = self.rest_input().await?;
        rest::decode_nothing(&input, self.incoming.limits())
    }

    /// Ends what was lent to the function: the reply stands encoded in `outcome` and goes out only
    /// if this succeeds.
    ///
    /// # Errors
    ///
    /// The outcome's failure, or else that of [`Extract::finish`].
    pub async fn finish<E: Extract<S>>(&mut self, lent: E, outcome: Outcome) -> Outcome {
        let end = match &outcome {
            Ok(_) => End::Success,
            Err(_) => End::Failure,
        };
        match (outcome, lent.finish(end).await) {
            (outcome, Ok(())) => outcome,
            (Ok(_), Err(refused)) => Err(refused.into_failure(self.incoming.errors())),
            (Err(failure), Err(refused)) => {
                let action = self.incoming.request.action().name;
                let errors = self.incoming.errors();
                refused.into_failure(errors).log_unanswered(action);
                Err(failure)
            }
        }
    }
}

impl<S> fmt::Debug for Call<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Call")
            .field(&self.incoming.request.action().name)
            .finish()
    }
}
