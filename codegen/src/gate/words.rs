//! Findings in words that every form of them shares.

use super::finding::Finding;
use crate::compatibility::Category;

/// What happened, with the action that it happened to.
pub(super) fn title(finding: &Finding) -> String {
    match finding.action.as_str() {
        "" => finding.message.clone(),
        name if finding.message.contains(&format!("`{name}`")) => finding.message.clone(),
        name => format!("`{name}`: {}", finding.message),
    }
}

/// A few words to stand below the place.
pub(super) fn label(finding: &Finding) -> String {
    match (finding.was.as_str(), finding.is.as_str()) {
        ("", "") => String::new(),
        ("", is) => format!("new: `{is}`"),
        (was, "") => format!("there was `{was}`"),
        (was, is) => format!("was `{was}`, is `{is}`"),
    }
}

/// What a category means, after its name.
pub(super) fn meaning(of: Category) -> String {
    let what = match of {
        Category::Source => "code of a frontend has to change to compile with the new client",
        Category::Json => "clients of before the change are refused, open tabs included",
        Category::Wire => {
            "clients of before the change go on over JSON where there is a lock, and are refused \
             without one"
        }
        Category::Rest => "routes change for those who use them",
    };
    format!("{}: {what}", of.name())
}
