//! Keys, and how they are written.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{SigningKey as Pair, VerifyingKey as Point};

use super::super::KeyError;
use super::super::mac::MacKey;

const SYMMETRIC: &str = "whsec_";
const SECRET: &str = "whsk_";
const PUBLIC: &str = "whpk_";

/// The least bytes of a symmetric key, as the specification has it: 192 bits.
const SHORTEST: usize = 24;

/// A key that checks signatures: `whsec_…`, which the sender shares with the receiver, or
/// `whpk_…`, the public half of an ed25519 key, which only checks.
///
/// ```
/// use tramline::webhook::standard::Key;
///
/// let shared: Key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".parse().unwrap();
/// let public: Key = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=".parse().unwrap();
///
/// // Secrets are not printed.
/// assert_eq!(format!("{shared:?}"), "Key(symmetric)");
/// assert!("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".parse::<Key>().is_err());
/// ```
#[derive(Clone)]
pub struct Key(Check);

#[derive(Clone)]
enum Check {
    Symmetric(MacKey),
    Public(Point),
}

/// A key that makes signatures: `whsec_…`, which the sender shares with the receiver, or `whsk_…`,
/// an ed25519 key, of which the receiver gets the public half alone.
///
/// ```
/// use tramline::webhook::standard::SigningKey;
///
/// let text = "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";
/// let key: SigningKey = text.parse().unwrap();
///
/// assert_eq!(key.expose(), text);
/// // What the receiver is told.
/// assert_eq!(key.expose_receiver(), "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=");
/// ```
#[derive(Clone)]
pub struct SigningKey(Sign);

#[derive(Clone)]
enum Sign {
    Symmetric { bytes: Box<[u8]>, mac: MacKey },
    Pair(Box<Pair>),
}

impl Key {
    /// Whether one of `signatures`, each with its version in front, is this key's for `content`.
    pub(super) fn verifies(&self, content: &[&[u8]], signatures: &[Signature]) -> bool {
        match &self.0 {
            Check::Symmetric(mac) => {
                let codes = signatures.iter().filter_map(|signature| match signature {
                    Signature::Symmetric(code) => Some(&code[..]),
                    Signature::Ed25519(_) => None,
                });
                mac.verifies(content, codes)
            }
            Check::Public(point) => signatures.iter().any(|signature| match signature {
                Signature::Symmetric(_) => false,
                Signature::Ed25519(signature) => {
                    let signature = ed25519_dalek::Signature::from_bytes(signature);
                    point.verify_strict(&content.concat(), &signature).is_ok()
                }
            }),
        }
    }
}

/// One signature of a header, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Signature {
    /// `v1`.
    Symmetric([u8; 32]),
    /// `v1a`.
    Ed25519([u8; 64]),
}

impl Signature {
    /// Reads one of the signatures in a header; nothing where it is of another version, or none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (version, encoded) = text.split_once(',')?;
        let bytes = BASE64.decode(encoded).ok()?;
        match version {
            "v1" => Some(Self::Symmetric(bytes.try_into().ok()?)),
            "v1a" => Some(Self::Ed25519(bytes.try_into().ok()?)),
            _ => None,
        }
    }
}

impl SigningKey {
    /// The symmetric key made of `bytes`, which have to be random and known to nobody else.
    ///
    /// # Errors
    ///
    /// When there are fewer than 24.
    pub fn symmetric(bytes: &[u8]) -> Result<Self, KeyError> {
        if bytes.len() < SHORTEST {
            return Err(KeyError::SHORT);
        }
        Ok(Self(Sign::Symmetric {
            bytes: bytes.into(),
            mac: MacKey::new(bytes),
        }))
    }

    /// The ed25519 key that follows from `seed`, which has to be random and known to nobody else.
    pub fn ed25519(seed: &[u8; 32]) -> Self {
        Self(Sign::Pair(Box::new(Pair::from_bytes(seed))))
    }

    /// The key that checks what this one signs.
    pub fn key(&self) -> Key {
        Key(match &self.0 {
            Sign::Symmetric { mac, .. } => Check::Symmetric(mac.clone()),
            Sign::Pair(pair) => Check::Public(pair.verifying_key()),
        })
    }

    /// The key as text, to be kept as the secret that it is: `whsec_…` or `whsk_…`.
    pub fn expose(&self) -> String {
        match &self.0 {
            Sign::Symmetric { bytes, .. } => text(SYMMETRIC, bytes),
            Sign::Pair(pair) => text(SECRET, &pair.to_keypair_bytes()),
        }
    }

    /// What the receiver has to be told, as text: `whsec_…`, which is the same secret, or `whpk_…`,
    /// which is none.
    pub fn expose_receiver(&self) -> String {
        match &self.0 {
            Sign::Symmetric { bytes, .. } => text(SYMMETRIC, bytes),
            Sign::Pair(pair) => text(PUBLIC, pair.verifying_key().as_bytes()),
        }
    }

    /// The signature of `content`, with its version in front.
    pub(super) fn sign(&self, content: &[&[u8]]) -> String {
        match &self.0 {
            Sign::Symmetric { mac, .. } => text("v1,", &mac.sign(content)),
            Sign::Pair(pair) => {
                use ed25519_dalek::Signer as _;
                text("v1a,", &pair.sign(&content.concat()).to_bytes())
            }
        }
    }
}

fn text(prefix: &str, bytes: &[u8]) -> String {
    format!("{prefix}{}", BASE64.encode(bytes))
}

impl FromStr for SigningKey {
    type Err = KeyError;

    /// Reads `whsec_…` or `whsk_…`. The latter is the key of 32 bytes, or followed by the public key
    /// that belongs to it.
    fn from_str(text: &str) -> Result<Self, KeyError> {
        if let Some(encoded) = text.strip_prefix(SYMMETRIC) {
            return Self::symmetric(&decoded(encoded)?);
        }
        if text.starts_with(PUBLIC) {
            return Err(KeyError::PUBLIC);
        }
        let encoded = text.strip_prefix(SECRET).ok_or(KeyError::PREFIX)?;
        let bytes = decoded(encoded)?;
        if let Ok(seed) = bytes.as_slice().try_into() {
            return Ok(Self::ed25519(seed));
        }
        let pair = bytes.as_slice().try_into().map_err(|_| KeyError::PAIR)?;
        let pair = Pair::from_keypair_bytes(pair).map_err(|_| KeyError::PAIR)?;
        Ok(Self(Sign::Pair(Box::new(pair))))
    }
}

impl FromStr for Key {
    type Err = KeyError;

    /// Reads `whpk_…` or `whsec_…`; and `whsk_…`, of which only the public half is kept.
    fn from_str(text: &str) -> Result<Self, KeyError> {
        let Some(encoded) = text.strip_prefix(PUBLIC) else {
            return Ok(text.parse::<SigningKey>()?.key());
        };
        let bytes = decoded(encoded)?.try_into().map_err(|_| KeyError::POINT)?;
        let point = Point::from_bytes(&bytes).map_err(|_| KeyError::POINT)?;
        // Anyone can make signatures that check against a point of small order.
        if point.is_weak() {
            return Err(KeyError::POINT);
        }
        Ok(Self(Check::Public(point)))
    }
}

fn decoded(encoded: &str) -> Result<Vec<u8>, KeyError> {
    BASE64.decode(encoded).map_err(|_| KeyError::ENCODING)
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Check::Symmetric(_) => "Key(symmetric)",
            Check::Public(_) => "Key(ed25519)",
        })
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Sign::Symmetric { .. } => "SigningKey(symmetric)",
            Sign::Pair(_) => "SigningKey(ed25519)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::KeyError;
    use super::{Key, Signature, SigningKey};

    const PAIR: &str = "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";
    const PUBLIC: &str = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=";
    const SYMMETRIC: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    #[test]
    fn keys_are_written_as_they_are_read() {
        let symmetric: SigningKey = SYMMETRIC.parse().unwrap();
        assert_eq!(symmetric.expose(), SYMMETRIC);
        assert_eq!(symmetric.expose_receiver(), SYMMETRIC);

        let seed = "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbc=";
        for text in [PAIR, seed] {
            let pair: SigningKey = text.parse().unwrap();
            assert_eq!(pair.expose(), PAIR);
            assert_eq!(pair.expose_receiver(), PUBLIC);
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let check = |text: &str, expected: KeyError| {
            assert_eq!(text.parse::<Key>().unwrap_err(), expected, "{text}");
            assert!(text.parse::<SigningKey>().is_err(), "{text}");
        };
        check("", KeyError::PREFIX);
        check(&SYMMETRIC["whsec_".len()..], KeyError::PREFIX);
        check("hwsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", KeyError::PREFIX);
        check("whsec_", KeyError::SHORT);
        check("whsec_C2FVsBQIhrscChlQIMV+b5sSYspobwo=", KeyError::SHORT);
        check("whsec_%", KeyError::ENCODING);
        check(
            "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD=",
            KeyError::ENCODING,
        );
        check("whsec_C2FVsBQIhrscChlQIMV-b5sSYspob7oD", KeyError::ENCODING);
        check(&PAIR[..PAIR.len() - 2], KeyError::ENCODING);
        check("whsk_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", KeyError::PAIR);
        check(&PAIR.replace("VKID", "VKIE"), KeyError::PAIR);
        check("whpk_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", KeyError::POINT);
        // Twice no point on the curve, and the neutral element.
        check(
            "whpk_AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            KeyError::POINT,
        );
        check(
            "whpk_AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            KeyError::POINT,
        );
        assert_eq!(PUBLIC.parse::<SigningKey>().unwrap_err(), KeyError::PUBLIC);
    }

    #[test]
    fn secrets_are_not_printed() {
        let signing = [SYMMETRIC, PAIR].map(|text| text.parse::<SigningKey>().unwrap());
        assert_eq!(
            format!("{signing:?}"),
            "[SigningKey(symmetric), SigningKey(ed25519)]"
        );
        assert_eq!(
            format!("{:?}", signing.map(|key| key.key())),
            "[Key(symmetric), Key(ed25519)]"
        );
    }

    #[test]
    fn a_signature_has_a_version_and_one_spelling() {
        let zeros = format!("{}=", "A".repeat(43));
        let parsed = Signature::parse(&format!("v1,{zeros}"));
        assert_eq!(parsed, Some(Signature::Symmetric([0; 32])));
        let parsed = Signature::parse(&format!("v1a,{}==", "A".repeat(86)));
        assert_eq!(parsed, Some(Signature::Ed25519([0; 64])));
        for none in [
            String::new(),
            "v1".to_owned(),
            "v1,".to_owned(),
            zeros.clone(),
            format!("v2,{zeros}"),
            format!("V1,{zeros}"),
            format!("v1a,{zeros}"),
            format!("v1,,{zeros}"),
            format!("v1, {zeros}"),
            format!("v1,{zeros}="),
            format!("v1,{}", "A".repeat(43)),
            format!("v1,{}B=", "A".repeat(42)),
            format!("v1,{}==", "A".repeat(86)),
        ] {
            assert_eq!(Signature::parse(&none), None, "{none}");
        }
    }
}
