//! Real sources, changed word by word, as a crate.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tramline_codegen::survey::survey_text;
use tramline_fuzz::corpus::TEXTS;
use tramline_fuzz::edit::edited;

fuzz_target!(init: tramline_fuzz::seeds::write("edit"), |edits: &[u8]| {
    if let Some(text) = edited(TEXTS, edits) {
        drop(survey_text(&text));
    }
});
