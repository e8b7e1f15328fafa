//! Values without parts, as a table.

use std::net::{IpAddr, SocketAddr};

use super::message::{BASE64, END, LENGTH, RANGE, SYNTAX, VALUE};
use super::{accepted, print, read, refused, same, to_bytes};

#[test]
fn numbers() {
    same(255_u8, "255");
    same(-128_i8, "-128");
    same(u16::MAX, "65535");
    same(u32::MAX, "4294967295");
    same(i32::MIN, "-2147483648");
    same(u64::MAX, "\"18446744073709551615\"");
    same(i64::MIN, "\"-9223372036854775808\"");
    same(u128::MAX, "\"340282366920938463463374607431768211455\"");
    same(i128::MIN, "\"-170141183460469231731687303715884105728\"");
    same(0_u64, "\"0\"");
    accepted(" 7 ", 7_u8);
    for json in ["256", "-1", "1.0", "1e1", "0.5"] {
        refused::<u8>(json, RANGE);
    }
    for json in ["\"1\"", "null", "true", "[1]", "-0"] {
        refused::<i8>(json, VALUE);
    }
    accepted("18446744073709551615", u64::MAX);
    accepted("-9223372036854775808", i64::MIN);
    accepted("340282366920938463463374607431768211455", u128::MAX);
    accepted("-170141183460469231731687303715884105728", i128::MIN);
    accepted("0", 0_u64);
    for json in ["18446744073709551616", "-1", "1.0", "1e1", "0.5", "1E0"] {
        refused::<u64>(json, RANGE);
    }
    for json in ["9223372036854775808", "-9223372036854775809"] {
        refused::<i64>(json, RANGE);
    }
    for json in ["-0", "null", "true", "[1]"] {
        refused::<u64>(json, VALUE);
        refused::<i128>(json, VALUE);
    }
    assert!(read::<u64>("01").is_err());
    for json in [
        "\"\"", "\"-\"", "\"+1\"", "\"01\"", "\"-0\"", "\"-01\"", "\" 1\"", "\"1.0\"", "\"1e3\"",
        "\"0x1\"", "\"٣\"",
    ] {
        refused::<i64>(json, VALUE);
        refused::<i128>(json, VALUE);
    }
    refused::<u64>("\"-1\"", RANGE);
    refused::<u64>("\"18446744073709551616\"", RANGE);
    refused::<i64>("\"9223372036854775808\"", RANGE);
    for json in [
        "01", "+1", "1.", ".5", "1e", "1e+", "--1", "0x1", "1_0", "NaN", "-", "Infinity",
    ] {
        assert!(read::<f64>(json).is_err(), "{json}");
    }
}

#[test]
fn floats() {
    same(1.0_f64, "1.0");
    same(0.1_f64, "0.1");
    same(0.1_f32, "0.10000000149011612");
    same(f64::MAX, "1.7976931348623157e308");
    same(5e-324_f64, "5e-324");
    same(f32::MAX, "3.4028234663852886e38");
    same(f64::INFINITY, "\"Infinity\"");
    same(f32::NEG_INFINITY, "\"-Infinity\"");
    assert_eq!(print(&f64::NAN), "\"NaN\"");
    assert!(read::<f32>("\"NaN\"").unwrap().is_nan());
    for json in ["-0", "-0.0", "\"-0\"", "-0e5"] {
        assert_eq!(read::<f64>(json).unwrap().to_bits(), (-0.0_f64).to_bits());
        assert_eq!(read::<f32>(json).unwrap().to_bits(), (-0.0_f32).to_bits());
    }
    assert_eq!(print(&-0.0_f32), "-0.0");
    accepted("1", 1.0_f64);
    accepted("9007199254740993", 9_007_199_254_740_992.0_f64);
    accepted("18446744073709551616", 18_446_744_073_709_551_616.0_f64);
    refused::<f64>("1e309", RANGE);
    refused::<f32>("1e39", RANGE);
    for json in ["\"1\"", "\"nan\"", "\"+Infinity\"", "\"0\"", "null"] {
        refused::<f64>(json, VALUE);
    }
}

#[test]
fn text() {
    same('é', "\"é\"");
    same('"', r#""\"""#);
    same(
        "\0\n\r\t\\/\u{7f}\u{2028}🚋".to_owned(),
        "\"\\u0000\\n\\r\\t\\\\/\u{7f}\u{2028}🚋\"",
    );
    same(String::new(), "\"\"");
    accepted(r#""\u00e9\uD83D\uDE8B\b\f\/""#, "é🚋\u{8}\u{c}/".to_owned());
    refused::<char>("\"\"", "a character is not exactly one character");
    refused::<char>("\"ab\"", "a character is not exactly one character");
    for json in [
        r#""\ud800""#,
        r#""\ud800\u0041""#,
        r#""\udc00""#,
        r#""\x41""#,
        r#""\u12""#,
        r#""\u+123""#,
        "\"\n\"",
        "'a'",
        "\"a\\u00é\"",
    ] {
        refused::<String>(json, SYNTAX);
    }
    for json in ["", " ", "\"", "\"a", r#""\"#, r#""\""#] {
        refused::<String>(json, END);
    }
    refused::<String>("\"a\" \"b\"", "the input continues after its value");
    refused::<String>("nul", SYNTAX);
    assert_eq!(
        to_bytes::<String>(b"\"\xff\"").unwrap_err().to_string(),
        "a string is not UTF-8"
    );
}

#[test]
fn long_text() {
    for special in ['"', '\\', '\n', '\u{1f}', ' ', 'é', '🚋'] {
        for place in 0..20 {
            let text = format!("{}{special}{}", "x".repeat(place), "ÿ".repeat(20 - place));
            let json = serde_json::to_string(&text).unwrap();
            assert_eq!(print(&text), json);
            accepted(&json, text.clone());
            refused::<String>(&format!("\"{}\u{1f}\"", "x".repeat(place)), SYNTAX);
            refused::<String>(&format!("\"{}", "x".repeat(place)), END);
        }
    }
}

#[test]
fn bytes() {
    same(Vec::<u8>::new(), "\"\"");
    same(b"f".to_vec(), "\"Zg==\"");
    same(b"fo".to_vec(), "\"Zm8=\"");
    same(b"foo".to_vec(), "\"Zm9v\"");
    same(vec![0xfb_u8, 0xff, 0xfe], "\"+//+\"");
    same(*b"abcd", "\"YWJjZA==\"");
    for json in [
        "\"Zg\"",
        "\"Zg=\"",
        "\"Zh==\"",
        "\"Z===\"",
        "\"====\"",
        "\"Zg= \"",
        "\"-_==\"",
        "\"Zg==Zg==\"",
        "\"Zm9=\"",
    ] {
        refused::<Vec<u8>>(json, BASE64);
    }
    refused::<Vec<u8>>("[1]", VALUE);
    refused::<[u8; 4]>("\"Zg==\"", LENGTH);
}

#[test]
fn addresses() {
    same(
        uuid::Uuid::from_u128(0x1234 << 112),
        "\"12340000-0000-0000-0000-000000000000\"",
    );
    same(IpAddr::from([127, 0, 0, 1]), "\"127.0.0.1\"");
    same(IpAddr::from([0_u16, 0, 0, 0, 0, 0, 0, 1]), "\"::1\"");
    same(SocketAddr::from(([0_u16; 8], 80)), "\"[::]:80\"");
    let upper = "\"ABCDEF00-0000-0000-0000-000000000000\"";
    accepted(upper, uuid::Uuid::from_u128(0xabcd_ef00 << 96));
    for json in [
        "\"\"",
        "\"12340000000000000000000000000000\"",
        "\"{12340000-0000-0000-0000-000000000000}\"",
        "\"12340000-0000-0000-0000-0000000000000\"",
        "\"1234000-00000-0000-0000-000000000000\"",
        "1",
    ] {
        refused::<uuid::Uuid>(json, VALUE);
    }
    refused::<IpAddr>("\"127.0.0.01\"", VALUE);
    refused::<IpAddr>("\"localhost\"", VALUE);
    refused::<SocketAddr>("\"127.0.0.1\"", VALUE);
}
