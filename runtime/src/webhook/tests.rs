//! Receivers: what each scheme lets through, at which time, and what of it is remembered.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::{HeaderMap, HeaderName, HeaderValue};
use proptest::prelude::*;

use super::standard::SigningKey;
use super::{KeyError, Receiver, SignatureError, github, standard, stripe};

const KEY: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const OTHER_KEY: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const PUBLIC_KEY: &str = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=";
const PAIR: &str =
    "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";

/// The example that Stripe's own libraries are tested with.
const STRIPE_EVENT: &str = include_str!("tests/stripe_event.json");
const STRIPE_TIME: u64 = 1_533_204_620;
const STRIPE_HEADER: &str = "t=1533204620,\
    v1=f0bdba6d4eacbd8ad8a3bbadd7248e633ec1477f7899c124c51b39405fa36613,\
    v0=63f3a72374a733066c4be69ed7f8e5ac85c22c9f0a6a612ab9a025a9e4ee7eef";

/// GitHub's documented example.
const GITHUB_SECRET: &str = "It's a Secret to Everybody";
const GITHUB_SIGNATURE: &str =
    "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
const GITHUB_DELIVERY: &str = "72d3162e-cc78-11e3-81ab-4c9367dc0958";

type Lines = Vec<(HeaderName, Vec<u8>)>;

fn lines<const N: usize>(lines: [(HeaderName, &str); N]) -> Lines {
    lines.map(|(name, value)| (name, value.into())).to_vec()
}

fn map(lines: &Lines) -> Option<HeaderMap> {
    let mut headers = HeaderMap::new();
    for (name, value) in lines {
        headers.append(name, HeaderValue::from_bytes(value).ok()?);
    }
    Some(headers)
}

fn at(receiver: Receiver, seconds: u64) -> Receiver {
    receiver.clock(move || UNIX_EPOCH + Duration::from_secs(seconds))
}

/// One genuine delivery of every scheme, with when and by whom it was received.
fn genuine() -> Vec<(Receiver, Lines, Vec<u8>, &'static str)> {
    let standard = |key: &str, text: &str| {
        let signing: SigningKey = key.parse().unwrap();
        let body = b"{\"a\": \"\xc3\xa9\"}\r\n".to_vec();
        let signature = standard::sign(&signing, "msg_1", 1_000_000, &body);
        let headers = lines([
            (standard::WEBHOOK_ID, "msg_1"),
            (standard::WEBHOOK_TIMESTAMP, "1000000"),
            (standard::WEBHOOK_SIGNATURE, &signature),
        ]);
        let receiver = at(Receiver::standard([text]).unwrap(), 1_000_000);
        (receiver, headers, body, "msg_1")
    };
    vec![
        standard(KEY, KEY),
        standard(PAIR, PUBLIC_KEY),
        (
            at(Receiver::stripe(["webhook_secret"]).unwrap(), STRIPE_TIME),
            lines([(stripe::STRIPE_SIGNATURE, STRIPE_HEADER)]),
            STRIPE_EVENT.into(),
            "evt_123",
        ),
        (
            Receiver::github([GITHUB_SECRET]).unwrap(),
            lines([
                (github::X_HUB_SIGNATURE_256, GITHUB_SIGNATURE),
                (github::X_GITHUB_DELIVERY, GITHUB_DELIVERY),
            ]),
            "Hello, World!".into(),
            GITHUB_DELIVERY,
        ),
    ]
}

#[test]
fn what_the_vendors_document_is_let_through_in_every_order_of_headers() {
    for (receiver, mut headers, body, id) in genuine() {
        headers.push((http::header::USER_AGENT, b"x".into()));
        for turn in 0..headers.len() {
            headers.rotate_left(1);
            for reversed in [false, true] {
                let mut headers = headers.clone();
                if reversed {
                    headers.reverse();
                }
                let delivery = receiver.verify(&map(&headers).unwrap(), &body).unwrap();
                assert_eq!(delivery.id(), id, "{turn}");
            }
        }
    }
}

#[test]
fn every_header_is_needed_and_none_may_be_repeated() {
    for (receiver, headers, body, _) in genuine() {
        for index in 0..headers.len() {
            let mut fewer = headers.clone();
            let (name, value) = fewer.remove(index);
            let verified = receiver.verify(&map(&fewer).unwrap(), &body);
            assert_eq!(verified, Err(SignatureError::Missing), "{name}");

            for again in [value, b"x".into()] {
                let mut more = headers.clone();
                more.push((name.clone(), again));
                let verified = receiver.verify(&map(&more).unwrap(), &body);
                assert_eq!(verified, Err(SignatureError::Repeated), "{name}");
            }
            let mut empty = headers.clone();
            empty[index].1.clear();
            let verified = receiver.verify(&map(&empty).unwrap(), &body);
            assert_eq!(verified, Err(SignatureError::Invalid), "{name}");
        }
        let verified = receiver.verify(&HeaderMap::new(), &body);
        assert_eq!(verified, Err(SignatureError::Missing));
    }
}

/// Whether a change of this header goes unnoticed, because its sender does not sign it.
fn unsigned(name: &HeaderName) -> bool {
    *name == github::X_GITHUB_DELIVERY
}

#[test]
fn every_changed_bit_is_found() {
    for (receiver, headers, body, _) in genuine() {
        for (index, (name, value)) in headers.iter().enumerate() {
            for bit in 0..value.len() * 8 {
                let mut changed = headers.clone();
                changed[index].1[bit / 8] ^= 1 << (bit % 8);
                // What no header can hold does not come this far.
                let Some(headers) = map(&changed) else {
                    continue;
                };
                // Stripe's codes of other versions are passed over.
                let after_the_code = *name == stripe::STRIPE_SIGNATURE && bit / 8 >= 81;
                if unsigned(name) || after_the_code {
                    continue;
                }
                let verified = receiver.verify(&headers, &body);
                assert_eq!(verified, Err(SignatureError::Invalid), "{name} {bit}");
            }
        }
        let headers = map(&headers).unwrap();
        for bit in 0..body.len() * 8 {
            let mut changed = body.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            let verified = receiver.verify(&headers, &changed);
            assert_eq!(verified, Err(SignatureError::Invalid), "{bit}");
        }
        for changed in [
            &body[1..],
            &body[..body.len() - 1],
            &[&body[..], b"\n"].concat(),
            b"",
        ] {
            let verified = receiver.verify(&headers, changed);
            assert_eq!(verified, Err(SignatureError::Invalid));
        }
    }
}

#[test]
fn a_signature_is_believed_for_300_seconds_either_way_and_not_for_301() {
    for (receiver, headers, body, _) in genuine() {
        let headers = map(&headers).unwrap();
        let sent = receiver.verify(&headers, &body).unwrap().sent_at();
        let Some(sent) = sent else {
            // GitHub signs no time.
            assert!(at(receiver, u64::MAX / 4).verify(&headers, &body).is_ok());
            continue;
        };
        let check = |receiver: &Receiver, now: SystemTime, expected: bool| {
            let verified = receiver.clone().clock(move || now).verify(&headers, &body);
            let expected = if expected {
                Ok(())
            } else {
                Err(SignatureError::Expired)
            };
            assert_eq!(verified.map(drop), expected, "{now:?}");
        };
        let seconds = Duration::from_secs;
        for (distance, expected) in [
            (0, true),
            (299, true),
            (300, true),
            (301, false),
            (86_400, false),
        ] {
            check(&receiver, sent + seconds(distance), expected);
            check(&receiver, sent - seconds(distance), expected);
        }
        // Times are whole seconds, so a second counts until its end.
        check(&receiver, sent + Duration::from_millis(300_999), true);
        check(&receiver, UNIX_EPOCH, false);
        check(&receiver, UNIX_EPOCH - seconds(1), false);

        let strict = receiver.clone().tolerance(Duration::ZERO);
        check(&strict, sent, true);
        check(&strict, sent + seconds(1), false);
        check(&strict, sent - seconds(1), false);
        let lenient = receiver.tolerance(Duration::MAX);
        check(&lenient, sent + seconds(1 << 40), true);
    }
}

#[test]
fn a_wrong_signature_is_wrong_at_any_time() {
    for (receiver, headers, _, _) in genuine() {
        let verified = at(receiver, 5).verify(&map(&headers).unwrap(), b"{}");
        assert_eq!(verified, Err(SignatureError::Invalid));
    }
}

#[test]
fn any_of_several_keys_is_enough_while_they_are_replaced() {
    let (signing, other): (SigningKey, SigningKey) =
        (KEY.parse().unwrap(), OTHER_KEY.parse().unwrap());
    let standard = |keys: &[&str], signing: &[&SigningKey]| {
        let signatures = signing
            .iter()
            .map(|key| standard::sign(key, "1", 50, b"{}"));
        let signatures: Vec<String> = signatures.collect();
        let headers = lines([
            (standard::WEBHOOK_ID, "1"),
            (standard::WEBHOOK_TIMESTAMP, "50"),
            (standard::WEBHOOK_SIGNATURE, &signatures.join(" ")),
        ]);
        let receiver = at(Receiver::standard(keys).unwrap(), 50);
        receiver.verify(&map(&headers).unwrap(), b"{}").is_ok()
    };
    assert!(standard(&[KEY, OTHER_KEY], &[&signing]));
    assert!(standard(&[KEY, OTHER_KEY], &[&other]));
    assert!(standard(&[OTHER_KEY], &[&signing, &other]));
    assert!(!standard(&[OTHER_KEY, PUBLIC_KEY], &[&signing]));

    let stripe = |secrets: &[&str], signing: &[&str]| {
        let codes = signing.iter().map(|secret| {
            let header = stripe::sign(secret, 50, b"{}");
            header.split_once(',').unwrap().1.to_owned()
        });
        let header = format!("t=50,{}", codes.collect::<Vec<_>>().join(","));
        let headers = map(&lines([(stripe::STRIPE_SIGNATURE, &header)])).unwrap();
        let receiver = at(Receiver::stripe(secrets).unwrap(), 50);
        receiver.verify(&headers, b"{}").is_ok()
    };
    assert!(stripe(&["new", "old"], &["old"]));
    assert!(stripe(&["new"], &["old", "new"]));
    assert!(stripe(&["new"], &["new", "old"]));
    assert!(!stripe(&["new", "newer"], &["old"]));

    let github = |secrets: &[&str]| {
        let signature = github::sign("old", b"{}");
        let headers = lines([
            (github::X_HUB_SIGNATURE_256, &signature),
            (github::X_GITHUB_DELIVERY, "1"),
        ]);
        let receiver = Receiver::github(secrets).unwrap();
        receiver.verify(&map(&headers).unwrap(), b"{}").is_ok()
    };
    assert!(github(&["old", "new"]));
    assert!(github(&["new", "old"]));
    assert!(!github(&["new"]));
}

#[test]
fn a_receiver_without_a_secret_is_none() {
    let none: [&str; 0] = [];
    let error = |receiver: Result<Receiver, KeyError>| receiver.unwrap_err();
    assert_eq!(error(Receiver::standard(none)), KeyError::NONE);
    assert_eq!(error(Receiver::stripe(none)), KeyError::NONE);
    assert_eq!(error(Receiver::github(none)), KeyError::NONE);
    assert_eq!(error(Receiver::stripe([""])), KeyError::EMPTY);
    assert_eq!(error(Receiver::github(["secret", ""])), KeyError::EMPTY);
    assert_eq!(error(Receiver::standard([""])), KeyError::PREFIX);
    assert_eq!(error(Receiver::standard([KEY, "whsec_"])), KeyError::SHORT);
}

#[test]
fn secrets_are_not_printed() {
    for (receiver, ..) in genuine() {
        let printed = format!("{receiver:?}");
        assert!(!printed.contains("ecret to Everybody") && !printed.contains("webhook_secret"));
        assert!(
            !printed.contains("MfKQ") && printed.contains("300s"),
            "{printed}"
        );
    }
}

/// What `body` is remembered by, where Stripe has sent it at two times.
fn stripe_ids(body: &[u8]) -> [String; 2] {
    [50, 60].map(|time| {
        let header = stripe::sign("secret", time, body);
        let headers = map(&lines([(stripe::STRIPE_SIGNATURE, &header)])).unwrap();
        let receiver = at(Receiver::stripe(["secret"]).unwrap(), 55);
        receiver.verify(&headers, body).unwrap().id().to_owned()
    })
}

#[test]
fn stripe_repeats_an_event_under_its_id() {
    for body in [
        r#"{"id":"evt_1"}"#,
        r#" { "type" : "x", "data": {"id": "no"}, "id" : "evt_1" } "#,
        r#"{"id":"\u0065vt_1","x":[[[1]]]}"#,
    ] {
        assert_eq!(stripe_ids(body.as_bytes()), ["evt_1", "evt_1"], "{body}");
    }
    let long = format!(r#"{{"id":"{}"}}"#, "x".repeat(257));
    let deep = format!(
        r#"{{"id":"evt_1","x":{}1{}}}"#,
        "[".repeat(9999),
        "]".repeat(9999)
    );
    for body in [
        "",
        "[]",
        "{}",
        "null",
        r#"{"id":1}"#,
        r#"{"id":""}"#,
        "\u{0}",
        &long,
        &deep,
    ] {
        // By what was sent, so that at least the same delivery is not taken twice.
        let [one, other] = stripe_ids(body.as_bytes());
        assert!(
            one.starts_with("50.") && other.starts_with("60."),
            "{one} {other}"
        );
        assert_eq!(one.len(), 3 + 64);
    }
}

#[test]
fn what_stripe_does_not_sign_makes_no_other_delivery() {
    let code = stripe::sign("secret", 50, b"[]");
    let headers = [
        code.clone(),
        format!("{code},v1={}", "0".repeat(64)),
        format!("v0=1,{code}"),
    ];
    let [one, second, third] = headers.map(|header| {
        let headers = map(&lines([(stripe::STRIPE_SIGNATURE, &header)])).unwrap();
        let receiver = at(Receiver::stripe(["secret"]).unwrap(), 50);
        receiver.verify(&headers, b"[]").unwrap()
    });
    assert_eq!((&one, &one), (&second, &third));
}

#[test]
fn headers_of_stripe_that_are_refused() {
    let code = stripe::sign("secret", 50, b"{}");
    let code = code.strip_prefix("t=50,").unwrap();
    let check = |header: &str, expected: Result<(), SignatureError>| {
        let headers = map(&lines([(stripe::STRIPE_SIGNATURE, header)])).unwrap();
        let receiver = at(Receiver::stripe(["secret"]).unwrap(), 50);
        let verified = receiver.verify(&headers, b"{}").map(drop);
        assert_eq!(verified, expected, "{header}");
    };
    check(&format!("t=50,{code}"), Ok(()));
    check(&format!("{code},t=50"), Ok(()));
    check(&format!("x=,t=50,v0=1,{code},v2=3,y"), Ok(()));
    check(&format!("t=50,v1=,v1=00,{code}"), Ok(()));
    check(&format!("t=50,{}{code}", "v1=0,".repeat(14)), Ok(()));

    let refused = Err(SignatureError::Invalid);
    check(&format!("t=50,{}{code}", "v1=0,".repeat(15)), refused);
    check(&format!("t=50,t=50,{code}"), refused);
    check(&format!("t=51,{code}"), refused);
    check(&format!("t=050,{code}"), refused);
    check(&format!("t=+50,{code}"), refused);
    check(&format!("t=,{code}"), refused);
    check(&format!("t=50, {code}"), refused);
    check(&format!("t=50;{code}"), refused);
    check(&format!("t=50,{}", code.to_uppercase()), refused);
    check(&format!("t=50,v1={}", code[3..].to_uppercase()), refused);
    check(&format!("t=50,v0={}", &code[3..]), refused);
    check(code, refused);
    check("t=50", refused);
    check("t=50,v1=", refused);
    check("", refused);
    check(",,,=,==", refused);
}

#[test]
fn headers_of_github_that_are_refused() {
    let check = |signature: &str, delivery: &str, expected: bool| {
        let headers = lines([
            (github::X_HUB_SIGNATURE_256, signature),
            (github::X_GITHUB_DELIVERY, delivery),
        ]);
        let receiver = Receiver::github([GITHUB_SECRET]).unwrap();
        let verified = receiver.verify(&map(&headers).unwrap(), b"Hello, World!");
        let expected = if expected {
            Ok(())
        } else {
            Err(SignatureError::Invalid)
        };
        assert_eq!(verified.map(drop), expected, "{signature} {delivery}");
    };
    let code = &GITHUB_SIGNATURE["sha256=".len()..];
    check(GITHUB_SIGNATURE, GITHUB_DELIVERY, true);
    check(GITHUB_SIGNATURE, &"x".repeat(256), true);
    check(GITHUB_SIGNATURE, &"x".repeat(257), false);
    check(GITHUB_SIGNATURE, "", false);
    check(code, "1", false);
    check(&format!("sha1={code}"), "1", false);
    check(&format!("SHA256={code}"), "1", false);
    check(&format!("sha256={}", code.to_uppercase()), "1", false);
    check(
        &format!("{GITHUB_SIGNATURE}, {GITHUB_SIGNATURE}"),
        "1",
        false,
    );
    check("sha256=", "1", false);
}

proptest! {
    #[test]
    fn whatever_is_sent_without_a_key_is_refused(
        body in prop::collection::vec(any::<u8>(), 0..60),
        values in prop::collection::vec("(t=[0-9]{1,3},v1=|sha256=|v1,|v1a,)?[a-f0-9]{0,64}", 6),
    ) {
        let names = [
            standard::WEBHOOK_ID,
            standard::WEBHOOK_TIMESTAMP,
            standard::WEBHOOK_SIGNATURE,
            stripe::STRIPE_SIGNATURE,
            github::X_HUB_SIGNATURE_256,
            github::X_GITHUB_DELIVERY,
        ];
        let values = values.iter().map(|value| value.parse().unwrap());
        let headers: HeaderMap = names.into_iter().zip(values).collect();
        for (receiver, ..) in genuine() {
            prop_assert_eq!(receiver.verify(&headers, &body), Err(SignatureError::Invalid));
        }
    }
}
