//! What can be wrong with a key.

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
        })
    }
}

impl std::error::Error for KeyError {}
