//! The vectors of the specification's own libraries, and what no receiver may let pass.

use proptest::prelude::*;

use super::{Key, SigningKey, sign, verify};

const SYMMETRIC: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const PAIR: &str =
    "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";
const PUBLIC: &str = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=";

struct Vector {
    key: &'static str,
    receiver: &'static str,
    id: &'static str,
    timestamp: i64,
    body: &'static str,
    signature: &'static str,
}

const VECTORS: &[Vector] = &[
    Vector {
        key: SYMMETRIC,
        receiver: SYMMETRIC,
        id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
        timestamp: 1_614_265_330,
        body: r#"{"test": 2432232314}"#,
        signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    },
    Vector {
        key: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
        receiver: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
        id: "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk",
        timestamp: 1_649_367_553,
        body: r#"{"email":"test@example.com","username":"test_user"}"#,
        signature: "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=",
    },
    Vector {
        key: PAIR,
        receiver: PUBLIC,
        id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
        timestamp: 1_614_265_330,
        body: r#"{"test": 2432232314}"#,
        signature: "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==",
    },
];

fn key(text: &str) -> Key {
    text.parse().unwrap()
}

#[test]
fn the_vectors_of_the_specification() {
    for vector in VECTORS {
        let signing: SigningKey = vector.key.parse().unwrap();
        let body = vector.body.as_bytes();
        let signature = sign(&signing, vector.id, vector.timestamp, body);
        assert_eq!(signature, vector.signature);
        let timestamp = vector.timestamp.to_string();
        for receiver in [vector.receiver, vector.key] {
            let verified = verify(&[key(receiver)], vector.id, &timestamp, &signature, body);
            assert_eq!(verified, Some(vector.timestamp), "{receiver}");
        }
    }
}

#[test]
fn one_key_and_one_signature_of_several_are_enough() {
    let [one, other, ed] = VECTORS else {
        panic!("three vectors")
    };
    let timestamp = one.timestamp.to_string();
    let check = |keys: &[&str], signatures: &[&str], expected: bool| {
        let keys: Vec<Key> = keys.iter().map(|text| key(text)).collect();
        let header = signatures.join(" ");
        let verified = verify(&keys, one.id, &timestamp, &header, one.body.as_bytes());
        assert_eq!(verified.is_some(), expected, "{header}");
    };
    let foreign = other.signature;
    // The sender replaces its key, and the receiver knows the old one or both.
    check(&[one.key], &[ed.signature, one.signature], true);
    check(&[PUBLIC], &[ed.signature, one.signature], true);
    check(&[other.key, PUBLIC, one.key], &[one.signature], true);
    check(
        &[other.key, one.key],
        &[foreign, foreign, one.signature],
        true,
    );
    check(&[one.key], &["v1", "v3,abc", "", one.signature], true);

    check(&[], &[one.signature, ed.signature], false);
    check(&[other.key], &[one.signature, ed.signature], false);
    check(&[one.key], &[ed.signature], false);
    check(&[PUBLIC], &[one.signature], false);
    check(&[one.key], &[foreign], false);
    check(&[one.key], &[""], false);
    check(&[one.key], &["v1,"], false);
    check(&[one.key], &[&one.signature[..8]], false);
    // A code by another version's name.
    check(&[one.key], &[&one.signature.replace("v1", "v1a")], false);
    check(&[one.key], &[&one.signature.replace("v1", "v2")], false);
}

#[test]
fn a_header_does_not_choose_how_much_there_is_to_compute() {
    let vector = &VECTORS[0];
    let timestamp = vector.timestamp.to_string();
    let check = |others: usize, expected: bool| {
        let header = format!("{}{}", "v1,x ".repeat(others), vector.signature);
        let body = vector.body.as_bytes();
        let verified = verify(&[key(vector.key)], vector.id, &timestamp, &header, body);
        assert_eq!(verified.is_some(), expected, "{others}");
    };
    check(15, true);
    check(16, false);
}

#[test]
fn an_id_with_dots_in_it_is_none() {
    let signing: SigningKey = SYMMETRIC.parse().unwrap();
    let verified = |id: &str| {
        let signature = sign(&signing, id, 5, b"{}");
        verify(&[signing.key()], id, "5", &signature, b"{}").is_some()
    };
    let longest = "x".repeat(256);
    for id in [
        "1",
        "msg_1",
        "00000000-0000-4000-8000-000000000000",
        &longest,
    ] {
        assert!(verified(id), "{id}");
    }
    let longer = "x".repeat(257);
    for id in ["", ".", "msg.1", "msg 1", "msg\n1", "m\u{e4}g", &longer] {
        assert!(!verified(id), "{id}");
    }
    // What one signature would be right for: another time, and another body.
    let signature = sign(&signing, "msg", 1, b"2.{}");
    assert!(verify(&[signing.key()], "msg.1", "2", &signature, b"{}").is_none());
}

#[test]
fn every_changed_bit_is_found() {
    for vector in VECTORS {
        let keys = [key(vector.receiver)];
        let parts = [
            vector.id.to_owned(),
            vector.timestamp.to_string(),
            vector.signature.to_owned(),
            vector.body.to_owned(),
        ];
        let verified = |parts: &[Vec<u8>; 4]| {
            let [id, timestamp, signature, body] = parts;
            // A header that is no text does not come this far.
            let text = |bytes| str::from_utf8(bytes).ok();
            verify(&keys, text(id)?, text(timestamp)?, text(signature)?, body)
        };
        let parts = parts.map(String::into_bytes);
        assert!(verified(&parts).is_some());
        for part in 0..parts.len() {
            for bit in 0..parts[part].len() * 8 {
                let mut changed = parts.clone();
                changed[part][bit / 8] ^= 1 << (bit % 8);
                assert!(verified(&changed).is_none(), "{part} {bit} {changed:?}");
            }
        }
    }
}

#[derive(Clone, Debug)]
enum Change {
    Insert(usize, u8),
    Remove(usize),
    Replace(usize, u8),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Change::Insert(at, byte)),
        any::<usize>().prop_map(Change::Remove),
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Change::Replace(at, byte)),
    ]
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match *self {
            Self::Insert(at, byte) => bytes.insert(at % (bytes.len() + 1), byte),
            Self::Remove(at) if !bytes.is_empty() => drop(bytes.remove(at % bytes.len())),
            Self::Replace(at, byte) if !bytes.is_empty() => {
                let at = at % bytes.len();
                bytes[at] = byte;
            }
            Self::Remove(_) | Self::Replace(..) => {}
        }
    }
}

proptest! {
    #[test]
    fn what_is_signed_verifies_and_what_was_changed_does_not(
        secret in prop::collection::vec(any::<u8>(), 24..80),
        seed in any::<[u8; 32]>(),
        id in "[A-Za-z0-9_-]{1,40}",
        timestamp in 0..i64::MAX,
        body in prop::collection::vec(any::<u8>(), 0..200),
        change in change(),
    ) {
        for signing in [SigningKey::symmetric(&secret).unwrap(), SigningKey::ed25519(&seed)] {
            let signature = sign(&signing, &id, timestamp, &body);
            let keys = [signing.key(), signing.expose_receiver().parse().unwrap()];
            let text = timestamp.to_string();
            for key in &keys {
                let keys = std::slice::from_ref(key);
                prop_assert_eq!(verify(keys, &id, &text, &signature, &body), Some(timestamp));
            }
            let mut changed = body.clone();
            change.apply(&mut changed);
            let verified = verify(&keys, &id, &text, &signature, &changed).is_some();
            prop_assert_eq!(verified, changed == body);
        }
    }

    #[test]
    fn headers_of_any_text_are_only_refused(
        id in ".{0,20}", timestamp in "[0-9]{0,22}|.{0,8}", signatures in "(v1a?,)?.{0,60}",
    ) {
        let keys = [key(SYMMETRIC), key(PUBLIC)];
        prop_assert_eq!(verify(&keys, &id, &timestamp, &signatures, b"{}"), None);
    }
}
