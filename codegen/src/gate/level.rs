//! Which findings fail.

use super::finding::Finding;
use crate::compatibility::Category;

/// From the strictest to the mildest; each fails on all that those below it fail on.
///
/// | level | SOURCE | WIRE | JSON | REST | for |
/// |---|---|---|---|---|---|
/// | `source` | fails | fails | fails | fails | frontends that are built elsewhere, and may not have to change |
/// | `wire` | | fails | fails | fails | projects without a `tramline.lock`, whose servers refuse every other fingerprint |
/// | `json` | | | fails | fails | projects with one: open tabs go on |
/// | `rest` | | | | fails | projects whose pages are reloaded with every deploy |
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FailOn {
    /// Code of a frontend has to change, or something below.
    Source,
    /// The fingerprint changes, or something below.
    Wire,
    /// Open clients are refused even where there is a lock, or something below.
    #[default]
    Json,
    /// Routes change for those who use them.
    Rest,
    /// Nothing: findings are shown.
    None,
}

impl FailOn {
    /// Whether a finding fails that nobody let through.
    pub(crate) fn fails(self, finding: &Finding) -> bool {
        let category = match finding.is_for_rest() {
            true => Category::Rest,
            false => finding.category,
        };
        finding.allowed.is_none() && self <= FailOn::of(category)
    }

    /// The mildest level that fails on a category.
    pub(crate) fn of(category: Category) -> FailOn {
        match category {
            Category::Source => FailOn::Source,
            Category::Wire => FailOn::Wire,
            Category::Json => FailOn::Json,
            Category::Rest => FailOn::Rest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FailOn;
    use crate::compatibility::Category;

    #[test]
    fn each_level_fails_on_all_that_milder_ones_fail_on() {
        use Category::{Json, Rest, Source, Wire};
        let table: [(FailOn, &[Category]); 5] = [
            (FailOn::Source, &[Source, Wire, Json, Rest]),
            (FailOn::Wire, &[Wire, Json, Rest]),
            (FailOn::Json, &[Json, Rest]),
            (FailOn::Rest, &[Rest]),
            (FailOn::None, &[]),
        ];
        for (level, expect) in table {
            let fails: Vec<_> = [Source, Wire, Json, Rest]
                .into_iter()
                .filter(|category| level <= FailOn::of(*category))
                .collect();
            assert_eq!(fails, expect, "{level:?}");
        }
        assert_eq!(FailOn::default(), FailOn::Json);
    }
}
