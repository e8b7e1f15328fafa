//! What the codecs of definitions are called.

use std::collections::BTreeMap;

use crate::emit::typescript::demand::Instance;
use crate::emit::typescript::tree::Symbol;
use crate::model::{DefinitionId, Direction, Encoding, Type};

/// The codecs of definitions, each for given arguments.
#[derive(Debug, Default)]
pub(in crate::emit::typescript) struct CodecNames {
    pub(super) readers: BTreeMap<Instance, Symbol>,
    pub(super) writers: BTreeMap<Instance, Symbol>,
    pub(super) lossless: BTreeMap<(Instance, Direction), Symbol>,
    pub(super) plain: BTreeMap<(Instance, Direction), Symbol>,
}

impl CodecNames {
    /// The function that reads or writes postcard.
    pub(in crate::emit::typescript) fn postcard(
        &self,
        instance: &Instance,
        direction: Direction,
    ) -> &Symbol {
        match direction {
            Direction::Input => &self.writers[instance],
            Direction::Output => &self.readers[instance],
        }
    }

    /// The function that returns the codec for JSON. Where both directions are alike, it is one.
    pub(in crate::emit::typescript) fn json(
        &self,
        encoding: Encoding,
        instance: &Instance,
        direction: Direction,
    ) -> &Symbol {
        &self.of(encoding)[&(instance.clone(), direction)]
    }

    /// A definition's codecs for postcard, with all its arguments.
    pub(in crate::emit::typescript) fn postcard_of(
        &self,
        id: DefinitionId,
        direction: Direction,
    ) -> impl Iterator<Item = &Instance> {
        let names = match direction {
            Direction::Input => &self.writers,
            Direction::Output => &self.readers,
        };
        let codecs = names.range((id, Vec::new())..next(id));
        codecs.map(|(instance, _)| instance)
    }

    /// A definition's codecs for JSON, with all its arguments, each name once.
    pub(in crate::emit::typescript) fn json_of(
        &self,
        encoding: Encoding,
        id: DefinitionId,
    ) -> Vec<(&Instance, Direction)> {
        let [first, last] = [(id, Vec::new()), next(id)].map(|one| (one, Direction::Input));
        let mut codecs: Vec<_> = self.of(encoding).range(first..last).collect();
        codecs.dedup_by_key(|(_, name)| *name);
        let instances = codecs
            .into_iter()
            .map(|((one, direction), _)| (one, *direction));
        instances.collect()
    }

    fn of(&self, encoding: Encoding) -> &BTreeMap<(Instance, Direction), Symbol> {
        match encoding {
            Encoding::Postcard => &self.lossless,
            Encoding::Json => &self.plain,
        }
    }
}

/// Before the instances of the next definition.
fn next(id: DefinitionId) -> (DefinitionId, Vec<Type>) {
    (DefinitionId(id.0 + 1), Vec::new())
}
