//! What becomes of a call that was made for another version than the present one.
//!
//! It is decided from the path, from what the lock says, and from what the head of the request says
//! of the input: nothing has been read, let alone decoded. Kind and method play no part. A query
//! changes nothing, but an input that is read as what it is not is a wrong answer all the same,
//! and JSON cannot tell bytes from a text, nor a `u64` from digits: only types can be compared.

use http::header::CACHE_CONTROL;
use http::{HeaderName, HeaderValue, Response};

use crate::action::{ActionInfo, Version};
use crate::body::Body;
use crate::read::Format;
use crate::refusal::Refusal;

use super::respond::NO_STORE;

const TRAMLINE_FINGERPRINT: HeaderName = HeaderName::from_static("tramline-fingerprint");

/// How a caller stands to the action that it calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It knows the action as it is.
    Current,
    /// It knows an earlier version, and both can go on over JSON, which the call is in.
    Tolerated,
    /// It gets no further.
    Refused(Refusal),
}

/// How a caller of `version` stands, whose input is in `format`. With `rebuilding`, this server is
/// about to be replaced by one that may know it.
pub(super) fn standing(
    version: Version,
    rebuilding: bool,
    format: Result<Format, Refusal>,
) -> Standing {
    let refusal = match (version, format) {
        (Version::Present, _) => return Standing::Current,
        _ if rebuilding => Refusal::ServerRebuilding,
        (Version::Tolerable, Ok(Format::LosslessJson | Format::Json)) => {
            return Standing::Tolerated;
        }
        (Version::Tolerable, Ok(Format::Postcard)) => Refusal::VersionSkew,
        (Version::Tolerable, Err(refusal)) => refusal,
        (Version::Intolerable | Version::Unknown, _) => Refusal::StaleClient,
        (Version::Later, _) => Refusal::StaleServer,
    };
    Standing::Refused(refusal)
}

/// What a caller of an action gets that is not there: no longer, if it is `retired`.
pub(super) fn absence(retired: bool, rebuilding: bool) -> Refusal {
    match (rebuilding, retired) {
        (true, _) => Refusal::ServerRebuilding,
        (false, true) => Refusal::ActionRetired,
        (false, false) => Refusal::UnknownAction,
    }
}

impl Standing {
    /// What such a caller is refused with.
    pub(super) fn refusal(self) -> Option<Refusal> {
        match self {
            Self::Current | Self::Tolerated => None,
            Self::Refused(refusal) => Some(refusal),
        }
    }
}

/// Which version answers, said in the answer: to every call of another version, and to every call
/// in lossless JSON, since that is how a client finds out that it can return to postcard.
#[derive(Clone, Copy, Debug)]
pub(super) struct Announced {
    pub(super) info: &'static ActionInfo,
    /// The call was made for another version.
    pub(super) skewed: bool,
}

impl Announced {
    /// Adds to `response`, whatever it came to.
    #[cold]
    pub(super) fn mark(self, response: &mut Response<Body>) {
        let headers = response.headers_mut();
        if let Ok(fingerprint) = HeaderValue::try_from(self.info.fingerprint_text()) {
            headers.insert(TRAMLINE_FINGERPRINT, fingerprint);
        }
        if self.skewed {
            // The address names a version, and the answer is another's.
            headers.insert(CACHE_CONTROL, NO_STORE);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Standing::{self, Current, Refused, Tolerated};
    use super::{absence, standing};
    use crate::action::Version::{self, Intolerable, Later, Present, Tolerable, Unknown};
    use crate::read::Format;
    use crate::refusal::Refusal;

    const FORMATS: [Result<Format, Refusal>; 5] = [
        Ok(Format::Postcard),
        Ok(Format::LosslessJson),
        Ok(Format::Json),
        Err(Refusal::DuplicateHeader),
        Err(Refusal::UnsupportedMediaType),
    ];

    const REBUILDING: Standing = Refused(Refusal::ServerRebuilding);

    /// What each version meets in each of the formats, and where the server is being rebuilt.
    #[rustfmt::skip]
    const TABLE: [(Version, [Standing; 5], Standing); 5] = [
        (Present, [Current; 5], Current),
        (Tolerable, [
            Refused(Refusal::VersionSkew),
            Tolerated,
            Tolerated,
            Refused(Refusal::DuplicateHeader),
            Refused(Refusal::UnsupportedMediaType),
        ], REBUILDING),
        (Intolerable, [Refused(Refusal::StaleClient); 5], REBUILDING),
        (Later, [Refused(Refusal::StaleServer); 5], REBUILDING),
        (Unknown, [Refused(Refusal::StaleClient); 5], REBUILDING),
    ];

    #[test]
    fn the_standing_over_the_whole_space() {
        for (version, standings, rebuilding) in TABLE {
            for (format, expected) in FORMATS.into_iter().zip(standings) {
                assert_eq!(
                    standing(version, false, format),
                    expected,
                    "{version:?} {format:?}"
                );
                assert_eq!(
                    standing(version, true, format),
                    rebuilding,
                    "{version:?} {format:?}"
                );
            }
        }
    }

    #[test]
    fn only_the_present_version_and_a_tolerable_one_in_json_get_any_further() {
        for version in [Present, Tolerable, Intolerable, Later, Unknown] {
            for (format, rebuilding) in FORMATS.into_iter().flat_map(|f| [(f, false), (f, true)]) {
                let json = matches!(format, Ok(Format::LosslessJson | Format::Json));
                let further = version == Present || version == Tolerable && json && !rebuilding;
                let refusal = standing(version, rebuilding, format).refusal();
                assert_eq!(
                    refusal.is_none(),
                    further,
                    "{version:?} {format:?} {rebuilding}"
                );
            }
        }
    }

    #[test]
    fn what_is_not_there_is_unknown_or_retired_unless_it_is_about_to_come() {
        assert_eq!(absence(false, false), Refusal::UnknownAction);
        assert_eq!(absence(true, false), Refusal::ActionRetired);
        for retired in [false, true] {
            assert_eq!(absence(retired, true), Refusal::ServerRebuilding);
        }
    }
}
