//! Former names: whoever still calls by one must reach exactly one action.

use std::collections::BTreeMap;

use super::stem;
use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::model::{Action, Api};
use tramline_syntax::digest;

/// An action by one of its names, present or former.
struct Claim<'api> {
    name: &'api str,
    action: &'api Action,
}

impl Claim<'_> {
    fn is_former(&self) -> bool {
        self.name != self.action.name
    }

    fn words(&self) -> String {
        if self.is_former() {
            format!("this was renamed from `{}`", self.name)
        } else {
            format!("this is `{}`", self.name)
        }
    }
}

/// No action was renamed from what it is called.
pub(super) fn to_itself(api: &Api, diagnostics: &mut Diagnostics) {
    for action in &api.actions {
        if action.renamed_from.contains(&action.name) {
            let name = &action.name;
            let title = format!("`{name}` cannot be renamed from its own name");
            let label = "this is still called so";
            let help = "`renamed_from` takes the whole name that it had before, namespace included";
            let rule = Rule::RenamedFromItself;
            let diagnostic = Diagnostic::new(rule, action.location, title, label, help);
            diagnostics.push(diagnostic.stem(stem(action)));
        }
    }
}

/// No former name belongs to another action, be it as its name or as a former one.
pub(super) fn former_names(api: &Api, diagnostics: &mut Diagnostics) {
    let mut claims: BTreeMap<u64, Claim<'_>> = BTreeMap::new();
    for action in &api.actions {
        let name = &action.name;
        claims.entry(action.id).or_insert(Claim { name, action });
    }
    for (name, action, id) in formers(api) {
        let claim = Claim { name, action };
        let Some(earlier) = claims.get(&id) else {
            claims.insert(id, claim);
            continue;
        };
        if earlier.action.name != action.name {
            diagnostics.push(collision(&claim, earlier));
        }
    }
}

fn formers(api: &Api) -> impl Iterator<Item = (&str, &Action, u64)> {
    api.actions.iter().flat_map(|action| {
        let names = action.renamed_from.iter().map(String::as_str);
        names
            .zip(action.former_ids())
            .map(move |(name, id)| (name, action, id))
    })
}

/// Shown at `claim`, or at `earlier` where only that one can be changed here.
fn collision(claim: &Claim<'_>, earlier: &Claim<'_>) -> Diagnostic {
    let (shown, other) = if claim.action.package > earlier.action.package {
        (earlier, claim)
    } else {
        (claim, earlier)
    };
    let rule = Rule::FormerNameCollision;
    let (title, help) = (title(claim, earlier), help(claim, earlier));
    Diagnostic::new(rule, shown.action.location, title, shown.words(), help)
        .context(other.action.location, other.words())
        .stem(stem(shown.action))
        .stem(stem(other.action))
}

fn title(claim: &Claim<'_>, earlier: &Claim<'_>) -> String {
    let (new, name) = (&claim.action.name, claim.name);
    if earlier.name != name {
        let id = digest::base64url(digest::bits48(name));
        let earlier = earlier.name;
        format!("`{name}`, the former name of `{new}`, and `{earlier}` have the same ID, `{id}`")
    } else if earlier.is_former() {
        format!(
            "`{}` and `{new}` were both renamed from `{name}`",
            earlier.action.name
        )
    } else {
        format!("`{new}` was renamed from `{name}`, which is still an action")
    }
}

fn help(claim: &Claim<'_>, earlier: &Claim<'_>) -> String {
    let name = claim.name;
    if earlier.name != name {
        "an ID is the digest of a name, and by bad luck these two agree: give up the former name, \
         or give the other action another name with `name = \"…\"`"
            .to_owned()
    } else if earlier.is_former() {
        format!(
            "who calls `{name}` can reach only one of them: name it in `renamed_from` of the one \
             that does what it did"
        )
    } else {
        format!(
            "who calls `{name}` reaches the action of that name: remove it from `renamed_from`, or \
             give the other action another name"
        )
    }
}
