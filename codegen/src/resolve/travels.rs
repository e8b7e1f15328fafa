//! Which of serde's traits each scanned type has, whoever wrote them.

use super::derives;
use super::modeller::Modeller;
use crate::choices::Choices;
use crate::scan::Sources;

/// The ways in which serde can send one type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Travels {
    /// `Serialize`: to the caller.
    pub(crate) out: bool,
    /// `Deserialize`: from the caller.
    pub(crate) inward: bool,
}

/// For every type of the scan, in its order.
pub(crate) fn travels(sources: &Sources) -> Vec<Travels> {
    let choices = Choices::default();
    let modeller = Modeller::new(sources, &choices);
    let derived = sources.types.iter().map(|ty| {
        let derives = derives::of(ty, &modeller.types.names);
        Travels {
            // Derives with a form of their own, as `Serialize_repr`, come in pairs.
            out: derives.serialize || derives.other_serde,
            inward: derives.deserialize || derives.other_serde,
        }
    });
    let mut travels: Vec<Travels> = derived.collect();
    for implementation in &sources.impls {
        let Some((path, _)) = &implementation.item.trait_ else {
            continue;
        };
        let Some(last) = path.segments.last() else {
            continue;
        };
        let (out, inward) = (last.ident == "Serialize", last.ident == "Deserialize");
        if (out || inward)
            && let Some(index) = modeller.self_type(implementation)
        {
            travels[index].out |= out;
            travels[index].inward |= inward;
        }
    }
    travels
}
