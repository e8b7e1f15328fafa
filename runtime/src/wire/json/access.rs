//! Elements, entries and variants, paid for as they come.

use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::bounded::Bounded;
use crate::wire::sequence::is_set;

/// For how many elements a list makes room at first.
const FIRST: usize = 4;

/// The elements of a list or set.
pub(super) struct Elements<'b, A> {
    elements: Bounded<'b, A>,
    is_set: bool,
    is_first: bool,
}

impl<'b, A> Elements<'b, A> {
    /// Those that make a `T`.
    pub(super) fn new<T>(elements: Bounded<'b, A>) -> Self {
        Self {
            elements,
            is_set: is_set::<T>(),
            is_first: true,
        }
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Elements<'_, A> {
    type Error = A::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, A::Error> {
        let Bounded { inner, ledger } = &mut self.elements;
        let element = inner.next_element_seed(Bounded::new(seed, ledger))?;
        if element.is_some() {
            let is_first = std::mem::take(&mut self.is_first);
            ledger.pay(|budget| match (self.is_set, is_first) {
                (true, _) => budget.charge_entry::<T::Value>(is_first),
                (false, true) => budget.charge_elements::<T::Value>(FIRST),
                (false, false) => budget.charge_elements::<T::Value>(1),
            })?;
        }
        Ok(element)
    }

    fn size_hint(&self) -> Option<usize> {
        self.elements.inner.size_hint()
    }
}

/// The members of an object.
pub(super) struct Entries<'b, A> {
    entries: Bounded<'b, A>,
    is_first: bool,
}

impl<'b, A> Entries<'b, A> {
    pub(super) const fn new(entries: Bounded<'b, A>) -> Self {
        Self {
            entries,
            is_first: true,
        }
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let Bounded { inner, ledger } = &mut self.entries;
        let key = inner.next_key_seed(Bounded::new(seed, ledger))?;
        if key.is_some() {
            ledger.pay(|budget| budget.charge_entry::<K::Value>(self.is_first))?;
        }
        Ok(key)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        let Bounded { inner, ledger } = &mut self.entries;
        let is_first = std::mem::take(&mut self.is_first);
        ledger.pay(|budget| budget.charge_entry::<V::Value>(is_first))?;
        inner.next_value_seed(Bounded::new(seed, ledger))
    }

    fn size_hint(&self) -> Option<usize> {
        self.entries.inner.size_hint()
    }
}

/// The variant of an enum, then what it holds.
pub(super) struct Variant<'b, A>(pub(super) Bounded<'b, A>);

impl<'b, 'de, A: EnumAccess<'de>> EnumAccess<'de> for Variant<'b, A> {
    type Error = A::Error;
    type Variant = Variant<'b, A::Variant>;

    fn variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<(T::Value, Self::Variant), A::Error> {
        let Bounded { inner, ledger } = self.0;
        let (value, held) = inner.variant_seed(Bounded::new(seed, ledger))?;
        Ok((value, Variant(Bounded::new(held, ledger))))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Variant<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.0.inner.unit_variant()
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, A::Error> {
        let Bounded { inner, ledger } = self.0;
        inner.newtype_variant_seed(Bounded::new(seed, ledger))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        let Bounded { inner, ledger } = self.0;
        inner.tuple_variant(len, Bounded::new(visitor, ledger))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let Bounded { inner, ledger } = self.0;
        inner.struct_variant(fields, Bounded::new(visitor, ledger))
    }
}
