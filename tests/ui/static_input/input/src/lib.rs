use std::borrow::Cow;

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Label {
    text: &'static str,
}

#[tramline::action]
async fn rename(name: &'static str, note: Cow<'static, str>) {}

#[tramline::action]
async fn set_label(label: Label) {}

// A result may live for ever.
#[tramline::query]
async fn label() -> Label {
    Label { text: "x" }
}
