//! Random names and numbers, from the operating system.

/// As many random bytes.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    // No system that can open a database is without randomness; and to go on with keys that can be
    // guessed would be worse than to stop.
    #[expect(clippy::panic, reason = "nothing else is safe")]
    if let Err(error) = getrandom::fill(&mut bytes) {
        panic!("the operating system has no random bytes: {error}");
    }
    bytes
}

/// `prefix` and 128 random bits. No `.`, which is what parts are told apart by in what is signed.
pub(crate) fn name(prefix: &str) -> String {
    format!("{prefix}{:032x}", u128::from_be_bytes(bytes()))
}

/// At least 0, below 1.
pub(crate) fn fraction() -> f64 {
    f64::from(u32::from_be_bytes(bytes())) / (f64::from(u32::MAX) + 1.0)
}
