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

/// What follows from it, for each of those who meet it.
pub(super) fn meanings(finding: &Finding) -> Vec<String> {
    let own = finding.category;
    let too = (finding.rest && own != Category::Rest).then_some(Category::Rest);
    [own].into_iter().chain(too).map(meaning).collect()
}

/// What a category means, after its name.
fn meaning(of: Category) -> String {
    let what = match of {
        Category::Source => "code of a frontend has to change to compile with the new client",
        Category::Json => "clients of before the change are refused, open tabs included",
        Category::Wire => {
            "clients of before the change go on over JSON where there is a lock, and are refused \
             without one"
        }
        Category::Rest => {
            "who uses the routes has to change, and learns of it when requests fail or mean another thing"
        }
    };
    format!("{}: {what}", of.name())
}
