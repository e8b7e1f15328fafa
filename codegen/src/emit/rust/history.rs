//! What the table knows of earlier versions, where there is a lock; and how it notices that it is of
//! an earlier build itself.

use super::format::hexadecimal;
use crate::emit::GeneratedFile;
use crate::lock::{History, Past};
use tramline_syntax::digest::bits48;

/// The history, as an item of the module that is not for people.
pub(super) fn constant(history: Option<&History>) -> String {
    let Some(history) = history else {
        return String::new();
    };
    let versions: String = history.versions.iter().map(past).collect();
    format!(
        "/// From `tramline.lock`.\n\
         pub(super) static HISTORY: ::tramline::codegen::History = \
         ::tramline::codegen::History {{\n\
             versions: &[{versions}],\n\
             locked: &[{locked}],\n\
             retired: &[{retired}],\n\
         }};\n",
        locked = ids(&history.locked),
        retired = ids(&history.retired),
    )
}

fn past(past: &Past) -> String {
    let Past {
        id,
        fingerprint,
        tolerable,
    } = *past;
    let [id, fingerprint] = [id, fingerprint].map(|bits| hexadecimal(bits, 12));
    format!("::tramline::codegen::past({id}, {fingerprint}, {tolerable}),")
}

fn ids(ids: &[u64]) -> String {
    ids.iter().map(|id| hexadecimal(*id, 12) + ",").collect()
}

/// What follows the table in `actions(state)`.
pub(super) fn call(history: Option<&History>) -> &'static str {
    match history {
        Some(_) => ".with_history(&tramline_actions::HISTORY)",
        None => "",
    }
}

/// Tells a debug build what it was compiled from, as an expression over `actions`. The text is
/// included instead of written out, so that this file stays the same where nothing else changes.
pub(super) const STAMPED: &str = "\
    #[cfg(debug_assertions)]\n\
    let actions = actions.generated_at(\
        ::core::concat!(::core::env!(\"OUT_DIR\"), \"/tramline/stamp.txt\"), \
        ::core::include_str!(::core::concat!(::core::env!(\"OUT_DIR\"), \"/tramline/stamp.txt\")),\
    );\n";

/// The file that is another one as soon as any of `files` is.
pub(super) fn stamp(files: &[GeneratedFile]) -> GeneratedFile {
    let texts = files
        .iter()
        .map(|file| format!("{} {}\n", file.path, file.text));
    let digest = bits48(&texts.collect::<String>());
    GeneratedFile {
        path: "stamp.txt".to_owned(),
        text: format!("{digest:012x}\n"),
    }
}
