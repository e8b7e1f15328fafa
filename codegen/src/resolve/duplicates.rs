//! Definitions of one action under different `cfg`s: they share a row, so they must agree.

use std::collections::BTreeMap;

use super::actions::Draft;
use super::modeller::{Modeller, Obstruction};
use crate::diagnostics::Rule;

impl Modeller<'_> {
    /// Merges definitions of one function that agree, and refuses those that do not.
    pub(crate) fn merge_duplicates(&self, drafts: &mut Vec<Draft<'_>>) {
        let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (index, draft) in drafts.iter().enumerate() {
            let action = &draft.action;
            if !self.sources.module(draft.function.module).stray && draft.function.owner.is_none() {
                let key = (
                    action.package,
                    action.module.clone(),
                    action.function.clone(),
                );
                groups.entry(key).or_default().push(index);
            }
        }
        let mut merged = Vec::new();
        for group in groups.values().filter(|group| group.len() > 1) {
            let cfgs: Vec<_> = group
                .iter()
                .map(|index| drafts[*index].action.cfg.clone())
                .collect();
            // Without a `cfg` on each, rustc refuses the second definition.
            if cfgs.iter().any(Vec::is_empty) {
                merged.extend(group.iter().skip(1));
                continue;
            }
            let first = group[0];
            for index in group.iter().skip(1) {
                if drafts[*index].action.stem == drafts[first].action.stem {
                    merged.push(*index);
                } else {
                    disagree(drafts, first, *index);
                }
            }
            drafts[first].action.cfg = vec![any(&cfgs)];
        }
        merged.sort_unstable();
        for index in merged.into_iter().rev() {
            drafts.remove(index);
        }
    }
}

fn disagree(drafts: &mut [Draft<'_>], first: usize, second: usize) {
    for (own, other) in [(first, second), (second, first)] {
        let other = drafts[other].action.location;
        let action = &drafts[own].action;
        let title = format!("two definitions of `{}` do not agree", action.name);
        let label = "clients see one action, whichever definition is compiled";
        let help = "give both the same attribute and the same signature, or different names";
        let rule = Rule::DifferingCfgDefinitions;
        let mut refused = Obstruction::new(rule, action.location, title, label, help);
        refused
            .context
            .push((other, "the other definition".to_owned()));
        drafts[own].obstructions.push(refused);
    }
}

/// `any(all(a, b), c)`
fn any(cfgs: &[Vec<String>]) -> String {
    let all = cfgs.iter().map(|cfg| match cfg.as_slice() {
        [only] => only.clone(),
        several => format!("all({})", several.join(", ")),
    });
    format!("any({})", all.collect::<Vec<_>>().join(", "))
}
