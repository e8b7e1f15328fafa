//! What the values of a call travel as, which its caller chooses among what the action speaks.

use crate::action::Encoding;

/// The media type of inputs, results and declared errors, unless they are JSON.
pub(crate) const POSTCARD: &str = "application/postcard";

/// The media type of JSON.
pub(crate) const JSON: &str = "application/json";

/// What the bytes of an input are said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Media {
    Postcard,
    Json,
}

/// What an input, and everything that answers it, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// What Rust encodes and decodes.
    Postcard,
    /// JSON that stands for postcard's bytes, transcoded on the way in and on the way out.
    LosslessJson,
    /// What serde_json encodes and decodes.
    Json,
}

impl Media {
    /// The media type that a `Content-Type` names, parameters aside.
    pub(crate) fn of(content_type: &[u8]) -> Option<Self> {
        let essence = content_type.split(|byte| *byte == b';').next()?;
        let is = |name: &str| essence.trim_ascii().eq_ignore_ascii_case(name.as_bytes());
        match () {
            () if is(POSTCARD) => Some(Self::Postcard),
            () if is(JSON) => Some(Self::Json),
            () => None,
        }
    }
}

impl Format {
    /// What `media` is to an action of this encoding; nothing where it does not speak it.
    pub(crate) fn of(encoding: Encoding, media: Media) -> Option<Self> {
        match (encoding, media) {
            (Encoding::Postcard, Media::Postcard) => Some(Self::Postcard),
            (Encoding::Postcard, Media::Json) => Some(Self::LosslessJson),
            (Encoding::Json, Media::Json) => Some(Self::Json),
            (Encoding::Json, Media::Postcard) => None,
        }
    }

    /// What a caller gets who sends nothing and says nothing.
    pub(crate) fn unasked(encoding: Encoding) -> Self {
        match encoding {
            Encoding::Postcard => Self::Postcard,
            Encoding::Json => Self::Json,
        }
    }

    /// What spans say.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Postcard => "postcard",
            Self::LosslessJson => "lossless_json",
            Self::Json => "json",
        }
    }

    /// What responses say.
    pub(crate) const fn content_type(self) -> &'static str {
        match self {
            Self::Postcard => POSTCARD,
            Self::LosslessJson | Self::Json => JSON,
        }
    }
}
