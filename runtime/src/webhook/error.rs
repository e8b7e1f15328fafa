//! What can be wrong with a key, and with a signature.

use std::fmt;

/// Why a text is no key to sign or to check webhooks with. It says nothing of the text itself,
/// which is a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyError(Mistake);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mistake {
    Prefix,
    Encoding,
    Short,
    Pair,
    Point,
    Public,
    Empty,
    None,
}

impl KeyError {
    /// The text begins with none of the prefixes that tell kinds of keys apart.
    pub(super) const PREFIX: Self = Self(Mistake::Prefix);
    /// What follows the prefix is not base64.
    pub(super) const ENCODING: Self = Self(Mistake::Encoding);
    /// There are too few bytes, so that the key could be guessed.
    pub(super) const SHORT: Self = Self(Mistake::Short);
    /// An ed25519 key pair of another length, or whose halves do not belong together.
    pub(super) const PAIR: Self = Self(Mistake::Pair);
    /// An ed25519 public key that is none.
    pub(super) const POINT: Self = Self(Mistake::Point);
    /// A public key, where one that signs is needed.
    pub(super) const PUBLIC: Self = Self(Mistake::Public);
    /// A secret without a character.
    pub(super) const EMPTY: Self = Self(Mistake::Empty);
    /// Not a single key.
    pub(super) const NONE: Self = Self(Mistake::None);
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Mistake::Prefix => {
                "a webhook key begins with `whsec_` (symmetric), `whsk_` (ed25519, secret) or \
                 `whpk_` (ed25519, public)"
            }
            Mistake::Encoding => "what follows the prefix of a webhook key has to be base64",
            Mistake::Short => "a symmetric webhook key has at least 24 bytes",
            Mistake::Pair => {
                "an ed25519 secret key is 32 bytes, or 64 with the public key that belongs to it"
            }
            Mistake::Point => "an ed25519 public key is 32 bytes that are a point on the curve",
            Mistake::Public => "a public key checks signatures and cannot make any",
            Mistake::Empty => "the secret of a webhook is empty: is a variable not set?",
            Mistake::None => "a receiver of webhooks needs at least one key",
        })
    }
}

impl std::error::Error for KeyError {}

/// Why a delivery is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureError {
    /// A header that the scheme needs is missing.
    Missing,
    /// A header that the scheme needs is there more than once.
    Repeated,
    /// Headers and body are not what any of the keys has signed.
    Invalid,
    /// It was signed longer ago than the tolerance allows, or as far in the future.
    Expired,
}

impl fmt::Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "a header of the signature is missing",
            Self::Repeated => "a header of the signature is repeated",
            Self::Invalid => "the signature is not that of any known key",
            Self::Expired => "the signature is too old, or from the future",
        })
    }
}

impl std::error::Error for SignatureError {}
