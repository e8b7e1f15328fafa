//! Any text as a crate: no stage of the build step panics, whatever it holds.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tramline_codegen::survey::survey_text;

fuzz_target!(init: tramline_fuzz::seeds::write("scan"), |text: &str| {
    drop(survey_text(text));
});
