//! Pages from before more than one deploy: what may follow the version before need not follow the ones
//! before that. An alias that is taken away is no change to a client that never used it.

use super::pairs::{Pair, pairs};
use super::state::State;
use crate::compatibility::tolerance;

/// What to say of earlier versions whose callers could go on until now, a line for each action. That
/// the last version's cannot is a finding, and says enough.
pub(crate) fn left_behind(old: &State, new: &State) -> Vec<String> {
    let (pairs, _) = pairs(old, new);
    pairs.into_iter().filter_map(line).collect()
}

fn line(pair: Pair<'_>) -> Option<String> {
    let goes_on = |schema| tolerance(schema, &pair.new.schema).is_full();
    let earlier = pair.old.earlier.iter();
    let lost = earlier.filter(|schema| !goes_on(*schema)).count();
    (lost > 0 && goes_on(&pair.old.schema)).then(|| {
        let versions = match lost {
            1 => "an earlier version".to_owned(),
            count => format!("{count} earlier versions"),
        };
        format!(
            "callers of {versions} of `{}` could go on and now cannot, though those of the last \
             one can: pages that have been open for more than one deploy",
            pair.new.name
        )
    })
}
