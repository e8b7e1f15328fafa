//! 48-bit digests: the identity of an action and the fingerprint of its schema.

use sha2::{Digest as _, Sha256};

/// The first 48 bits of the SHA-256 of `text`, as the low bits of an integer.
///
/// ```
/// assert_eq!(tramline_syntax::digest::bits48("posts.create_post"), 0x223f_0504_9d6b);
/// ```
pub fn bits48(text: &str) -> u64 {
    let digest = Sha256::digest(text.as_bytes());
    digest[..6]
        .iter()
        .fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

/// Eight base64url characters (RFC 4648, section 5), the way a 48-bit digest stands in a URL.
///
/// ```
/// assert_eq!(tramline_syntax::digest::base64url(0), "AAAAAAAA");
/// assert_eq!(tramline_syntax::digest::base64url(0xffff_ffff_ffff), "________");
/// ```
pub fn base64url(bits: u64) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    (0..8)
        .rev()
        .map(|place| char::from(ALPHABET[(bits >> (place * 6) & 63) as usize]))
        .collect()
}
