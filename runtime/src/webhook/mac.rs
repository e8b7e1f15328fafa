//! HMAC-SHA256, which all schemes share.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

/// A symmetric key, worked into the state that every message starts from.
#[derive(Clone)]
pub(super) struct MacKey(Hmac<Sha256>);

impl MacKey {
    /// The key made of `bytes`, however many.
    pub(super) fn new(bytes: &[u8]) -> Self {
        match Hmac::new_from_slice(bytes) {
            Ok(state) => Self(state),
            // HMAC takes keys of every length (RFC 2104); the error is of the trait alone.
            Err(_) => unreachable!(),
        }
    }

    /// The authentication code of `parts`, one after the other.
    pub(super) fn sign(&self, parts: &[&[u8]]) -> [u8; 32] {
        self.over(parts).finalize().into_bytes().into()
    }

    /// Whether one of `codes` is that of `parts`. How long it takes says nothing of the right one:
    /// the comparison is `hmac`'s own, in constant time.
    pub(super) fn verifies<'c>(
        &self,
        parts: &[&[u8]],
        codes: impl IntoIterator<Item = &'c [u8]>,
    ) -> bool {
        let state = self.over(parts);
        codes
            .into_iter()
            .any(|code| state.clone().verify_slice(code).is_ok())
    }

    fn over(&self, parts: &[&[u8]]) -> Hmac<Sha256> {
        let mut state = self.0.clone();
        for part in parts {
            state.update(part);
        }
        state
    }
}
