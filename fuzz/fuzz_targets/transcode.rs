//! Any text as lossless JSON and any bytes as postcard, along several shapes: what comes through goes
//! back, and Rust decodes it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tramline::codegen::shape::Shape;
use tramline::fuzzing::{decode, decode_shaped, to_json, to_postcard};
use tramline_fuzz::shapes;
use tramline_fuzz::types::{Node, Ordered, Scalars, Settings, Tree, Unordered};

/// A shape, and whether its type decodes.
type Checked = (&'static Shape, fn(&[u8]) -> bool);

const SHAPES: [Checked; 6] = [
    (&shapes::SCALARS, |bytes| decode::<Scalars>(bytes).is_ok()),
    (&shapes::TREE, |bytes| decode::<Tree>(bytes).is_ok()),
    (&shapes::ORDERED, |bytes| decode::<Ordered>(bytes).is_ok()),
    (&shapes::UNORDERED, |bytes| {
        decode::<Unordered>(bytes).is_ok()
    }),
    (&shapes::NODE, |bytes| {
        decode_shaped::<Node>(bytes, &shapes::NODE).is_ok()
    }),
    (&shapes::SETTINGS, |bytes| {
        decode_shaped::<Settings>(bytes, &shapes::SETTINGS).is_ok()
    }),
];

fuzz_target!(init: tramline_fuzz::seeds::write("transcode"), |bytes: &[u8]| {
    let Some((which, bytes)) = bytes.split_first() else {
        return;
    };
    let (shape, decodes) = SHAPES[usize::from(which & 0x7f) % SHAPES.len()];
    if which & 0x80 == 0 {
        from_json(bytes, shape, decodes);
    } else {
        from_postcard(bytes, shape, decodes);
    }
});

fn from_json(text: &[u8], shape: &'static Shape, decodes: fn(&[u8]) -> bool) {
    if let Ok(postcard) = to_postcard(text, shape) {
        assert!(decodes(&postcard), "accepted as JSON, refused as postcard");
        let json = to_json(&postcard, shape).expect("it was written by ourselves");
        let again = to_postcard(&json, shape).expect("it was written by ourselves");
        assert_eq!(again, postcard);
    }
}

fn from_postcard(bytes: &[u8], shape: &'static Shape, decodes: fn(&[u8]) -> bool) {
    let json = to_json(bytes, shape);
    if decodes(bytes) {
        let json = json.expect("it decodes");
        let again = to_postcard(&json, shape).expect("it was written by ourselves");
        // One NaN stands for all.
        let after = to_json(&again, shape).expect("it was written by ourselves");
        assert_eq!(after, json);
    }
}
