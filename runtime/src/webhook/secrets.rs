//! The secrets of schemes that take any text for one.

use std::fmt;

use super::KeyError;
use super::mac::MacKey;

/// One secret or several, any of which may have signed.
#[derive(Clone)]
pub(super) struct Secrets(Box<[MacKey]>);

impl Secrets {
    /// What the texts are, each as it was shown, with whatever it begins with.
    ///
    /// # Errors
    ///
    /// Where there is none, and where one is empty: everybody could sign with that.
    pub(super) fn new<T: AsRef<[u8]>>(
        secrets: impl IntoIterator<Item = T>,
    ) -> Result<Self, KeyError> {
        let mut keys = Vec::new();
        for secret in secrets {
            match secret.as_ref() {
                b"" => return Err(KeyError::EMPTY),
                secret => keys.push(MacKey::new(secret)),
            }
        }
        if keys.is_empty() {
            return Err(KeyError::NONE);
        }
        Ok(Self(keys.into()))
    }

    /// Whether one of `codes` is one of the keys' for `parts`.
    pub(super) fn verify(&self, parts: &[&[u8]], codes: &[[u8; 32]]) -> bool {
        let codes = || codes.iter().map(|code| &code[..]);
        self.0.iter().any(|key| key.verifies(parts, codes()))
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Secrets").field(&self.0.len()).finish()
    }
}
