//! What garde reports.

use garde::error::{NoKey, Path};
use garde::rules::inner::Inner;
use garde::{Report, Validate};

use super::{Validates, Violation};
use crate::patch::Patch;

impl<T: Validate<Context = ()> + ?Sized> Validates for T {
    fn violations(&self) -> Vec<Violation> {
        let Err(report) = self.validate_with(&()) else {
            return Vec::new();
        };
        let broken = report.into_inner().into_iter();
        let violation = |(path, error): (Path, garde::Error)| Violation {
            path: components(&path),
            detail: error.message().to_owned(),
        };
        broken.map(violation).collect()
    }
}

/// The components of a path, which garde shows in its serialized form alone: pairs of a kind and a
/// text. Those of options have neither a key nor an index.
fn components(path: &Path) -> Vec<String> {
    let pairs = serde_json::to_value(path).and_then(serde_json::from_value);
    let pairs: Vec<(String, String)> = pairs.unwrap_or_default();
    let named = pairs.into_iter().filter(|(kind, _)| kind != "none");
    named.map(|(_, text)| text).collect()
}

/// `#[garde(inner(…))]` on a patch is about its value.
impl<T> Inner<T> for Patch<T> {
    type Key = NoKey;

    fn validate_inner<F: FnMut(&T, &NoKey)>(&self, mut check: F) {
        if let Self::Value(value) = self {
            check(value, &NoKey::default());
        }
    }
}

/// `#[garde(dive)]` on a patch, too.
impl<T: Validate> Validate for Patch<T> {
    type Context = T::Context;

    fn validate_into(
        &self,
        context: &T::Context,
        parent: &mut dyn FnMut() -> Path,
        report: &mut Report,
    ) {
        if let Self::Value(value) = self {
            value.validate_into(context, parent, report);
        }
    }
}

#[cfg(test)]
mod tests {
    use garde::error::{NoKey, Path};
    use garde::rules::inner::Inner as _;

    use super::components;
    use crate::patch::Patch;
    use crate::validation::Validates as _;

    #[test]
    fn a_path_is_taken_apart() {
        let path = Path::new("items")
            .join(3_usize)
            .join(NoKey::default())
            .join("a.b");
        assert_eq!(components(&path), ["items", "3", "a.b"]);
        assert_eq!(components(&Path::empty()), [""; 0]);
    }

    #[test]
    fn a_patch_is_held_against_rules_where_it_has_a_value() {
        let seen = |patch: Patch<u8>| {
            let mut seen = None;
            patch.validate_inner(|value, _| seen = Some(*value));
            seen
        };
        assert_eq!(seen(Patch::Value(7)), Some(7));
        assert_eq!(seen(Patch::Null), None);
        assert_eq!(seen(Patch::Absent), None);
        assert_eq!(Patch::Value(()).violations(), []);
    }
}
