//! What the values of a call travel as, which its caller chooses among what the action speaks.

use crate::action::Encoding;

/// The media type of inputs, results and declared errors, unless they are JSON.
pub(crate) const POSTCARD: &str = "application/postcard";

/// The media type of JSON.
pub(crate) const JSON: &str = "application/json";

/// The media type of JSON that says what to change (RFC 7396).
pub(super) const MERGE_PATCH: &str = "application/merge-patch+json";

/// Whether a `Content-Type` names this media type, parameters aside.
pub(super) fn is_of_type(content_type: &[u8], name: &str) -> bool {
    let essence = content_type.split(|byte| *byte == b';').next();
    let essence = essence.unwrap_or_default().trim_ascii();
    essence.eq_ignore_ascii_case(name.as_bytes())
}

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
        let is = |name| is_of_type(content_type, name);
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
