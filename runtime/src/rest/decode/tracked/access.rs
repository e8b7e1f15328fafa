//! Elements, members and variants, each one step further in.

use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::Tracked;
use super::key::Key;
use crate::rest::decode::fault::{Fault, Step};

/// The elements of a list, counted.
pub(super) struct Elements<'t, A> {
    elements: Tracked<'t, A>,
    index: usize,
}

impl<'t, A> Elements<'t, A> {
    pub(super) fn new(elements: Tracked<'t, A>) -> Self {
        Self { elements, index: 0 }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Elements<'_, A> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        let Tracked { inner, track } = &mut self.elements;
        let step = Step::Element(self.index);
        self.index += 1;
        track.within(step, || inner.next_element_seed(Tracked::new(seed, track)))
    }

    fn size_hint(&self) -> Option<usize> {
        self.elements.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Tracked<'_, A> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let track = self.track;
        track.key.take();
        let key = self.inner.next_key_seed(Key::new(seed, track));
        key.map_err(|error| {
            let fault = track.found(error);
            match track.key.take() {
                Some(name) => fault.about(&track.place.borrow(), name),
                None => fault,
            }
        })
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let name = self.track.key.take().unwrap_or_default();
        let seed = self.with(seed);
        let inner = &mut self.inner;
        self.track
            .within(Step::Member(name), || inner.next_value_seed(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl Fault {
    /// The same about the member `name`, not about what holds it.
    fn about(mut self, place: &[Step], name: String) -> Self {
        let mut place = place.to_vec();
        place.push(Step::Member(name));
        self.place = Some(place);
        self
    }
}

impl<'t, 'de, A: EnumAccess<'de>> EnumAccess<'de> for Tracked<'t, A> {
    type Error = Fault;
    type Variant = Tracked<'t, A::Variant>;

    fn variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<(T::Value, Self::Variant), Fault> {
        let track = self.track;
        track.key.take();
        let chosen = self.inner.variant_seed(Key::new(seed, track));
        let (value, held) = chosen.map_err(|error| track.found(error))?;
        Ok((value, Tracked::new(held, track)))
    }
}

impl<'t, A> Tracked<'t, A> {
    /// What a variant holds stands under the name of the variant.
    fn held<T, E: serde::de::Error>(
        self,
        read: impl FnOnce(A, &'t super::Track) -> Result<T, E>,
    ) -> Result<T, Fault> {
        let Self { inner, track } = self;
        let name = track.key.take().unwrap_or_default();
        track.within(Step::Member(name), || read(inner, track))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Tracked<'_, A> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        self.held(|variant, _| variant.unit_variant())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        self.held(|variant, track| variant.newtype_variant_seed(Tracked::new(seed, track)))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Fault> {
        self.held(|variant, track| variant.tuple_variant(len, Tracked::new(visitor, track)))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.held(|variant, track| variant.struct_variant(fields, Tracked::new(visitor, track)))
    }
}
