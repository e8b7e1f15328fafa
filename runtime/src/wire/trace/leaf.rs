//! The values made up for types without parts. Types that check their values refuse most texts, so
//! there are several. What comes first suits most; what comes second is zero or empty.

/// Texts that some type or other asks for.
pub(super) const TEXTS: &[&str] = &[
    "a",
    "",
    "2000-01-01T00:00:00Z",
    "2000-01-01",
    "2000-01-01T00:00:00",
    "00:00:00",
    "2000-01-01T00:00:00+00:00[UTC]",
    "PT1S",
    "UTC",
    "1",
    "1.5",
    "https://a.example/",
    "a@a.example",
    "00000000-0000-0000-0000-000000000001",
    "127.0.0.1",
    "::1",
    "en",
    "1.0.0",
];

pub(super) const CHARACTERS: &[char] = &['a', '\0', '0'];

pub(super) const BYTES: &[&[u8]] = &[b"a", b"", &[0; 16]];

/// Numbers of a type. One that checks its values rather takes others than zero.
macro_rules! numbers {
    ($type:ty) => {
        &[
            1 as $type,
            0 as $type,
            2 as $type,
            10 as $type,
            100 as $type,
        ]
    };
}
pub(super) use numbers;
