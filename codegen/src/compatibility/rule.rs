//! The rules, and what each of them means: one row a rule.

/// What follows from a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Category {
    /// Code that uses the client has to be changed.
    Source,
    /// Open clients cannot go on, not even over JSON.
    Json,
    /// The fingerprint changes, so that open clients leave the binary wire; without a lock they are
    /// refused.
    Wire,
    /// Callers of a route by its URL have to be changed.
    Rest,
}

impl Category {
    /// As people write it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Category::Source => "SOURCE",
            Category::Json => "JSON",
            Category::Wire => "WIRE",
            Category::Rest => "REST",
        }
    }
}

/// A row a rule: its name, what follows, the reason, and the way out. What comes before a reason is
/// the place. In both texts `{was}` and `{is}` stand for what there was and is, `{writer}` and
/// `{reader}` for who sends it and who receives it.
macro_rules! rules {
    ($($(#[$docs:meta])* $rule:ident = $name:literal, $category:ident, $reason:literal, $help:literal;)*) => {
        /// What a change can break.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) enum Rule {
            $($(#[$docs])* $rule,)*
        }

        impl Rule {
            /// Every rule.
            #[cfg(test)]
            pub(crate) const ALL: &'static [Rule] = &[$(Rule::$rule),*];

            /// In snake case, for machines.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Rule::$rule => $name,)*
                }
            }

            /// What follows.
            pub(crate) fn category(self) -> Category {
                match self {
                    $(Rule::$rule => Category::$category,)*
                }
            }

            /// What has happened to a place.
            pub(in crate::compatibility) fn reason(self) -> &'static str {
                match self {
                    $(Rule::$rule => $reason,)*
                }
            }

            /// The way out.
            pub(in crate::compatibility) fn help(self) -> &'static str {
                match self {
                    $(Rule::$rule => $help,)*
                }
            }
        }
    };
}

rules! {
    /// Everything is written otherwise.
    EncodingChanged = "encoding_changed", Json,
        "travelled as {was}, and travels as {is}",
        "keep out of its types what only one of the two carries, or give the new function another name";
    /// Nothing and something.
    UnitChanged = "unit_changed", Json,
        "was `{was}` and is `{is}`: nothing is not read as something, nor something as nothing",
        "put it into a function with a name of its own";
    /// A type that is not read as the other.
    TypeIncompatible = "type_incompatible", Json,
        "was `{was}` and is `{is}`: {writer} may send what {reader} will not take",
        "add a field for the new type, and keep the old one while clients are open that use it";
    /// Other lengths.
    LengthChanged = "length_changed", Json,
        "was `{was}` and is `{is}`: {writer} may send more or fewer elements than {reader} will take",
        "add a field for the new length, and keep the old one while clients are open that use it";
    /// A list where there has to be a set.
    RepeatsRefused = "repeats_refused", Json,
        "was `{was}` and is `{is}`: {writer} may repeat an element, which {reader} will refuse",
        "keep the type, and make a set of it in the function";
    /// Values that would be the same key.
    KeysMayMeet = "keys_may_meet", Json,
        "has changed within a key or an element of a set, where different values may become the same",
        "add a field for the new type, and keep the old one while clients are open that use it";
    /// Names of an object and pairs.
    KeysChanged = "keys_changed", Json,
        "was `{was}` and is `{is}`: JSON writes such keys differently",
        "add a field for the new map, and keep the old one while clients are open that use it";
    /// `null` on more than one level.
    NullMeansTwoThings = "null_means_two_things", Json,
        "was `{was}` and is `{is}`: `null` would mean another thing than before",
        "add a field for the new type, and keep the old one while clients are open that use it";
    /// An `Option` in an input is gone.
    NoLongerOptional = "no_longer_optional", Json,
        "was `{was}` and is `{is}`: open clients may send `null`",
        "keep the `Option`, and answer `None` in the function";
    /// A result that was always there.
    ResultMayBeNull = "result_may_be_null", Json,
        "was `{was}` and is `{is}`: open clients do not expect `null`",
        "keep what it was, and add a field for what may be missing";
    /// A field that nobody sends.
    RequiredFieldAdded = "required_field_added", Json,
        "is new and required, and open clients do not send it",
        "make it an `Option`, or give it a default: `#[serde(default)]` on a field, `#[wire(default = …)]` on a parameter";
    /// What could be left out has to be there.
    FieldNowRequired = "field_now_required", Json,
        "was {was} and is {is}, and open clients may leave it out",
        "let it keep its default";
    /// One is gone, and one that is new may be its successor.
    FieldMayBeRenamed = "field_may_be_renamed", Json,
        "is gone while `{is}` is new: if that is its new name, what open clients send for it would be lost",
        "if so, keep the name, or give `{is}` the attribute `#[serde(alias = \"{was}\")]`, which parameters do not have; if not, do the one in this deploy and the other in the next";
    /// A field that is gone is refused.
    UnknownFieldRefused = "unknown_field_refused", Json,
        "is gone, and open clients send it to a struct that refuses what it does not know",
        "keep the field, or take `#[serde(deny_unknown_fields)]` away";
    /// A field that clients read.
    ResultFieldRemoved = "result_field_removed", Json,
        "is gone, and open clients need it",
        "keep it while clients are open that read it";
    /// A field that clients read may be left out.
    ResultFieldMayBeMissing = "result_field_may_be_missing", Json,
        "was always there and may now be left out, and open clients need it",
        "take `#[serde(skip_serializing_if)]` away";
    /// Two names for one, or one for two.
    NamesMeet = "names_meet", Json,
        "is read from `{was}` and from another name, and open clients may send both",
        "take away the alias that they share";
    /// A field beside a tag.
    TagMeetsField = "tag_meets_field", Json,
        "has the name of the tag that it stands beside",
        "give it another name";
    /// A tag of a struct.
    StructTagChanged = "struct_tag_changed", Json,
        "had {was}, and has {is}",
        "keep `#[serde(tag)]` and the name of the struct; with `#[serde(rename)]` the name stays as it is";
    /// Another way to tell variants.
    TaggingChanged = "tagging_changed", Json,
        "told its variants by {was}, and tells them by {is}",
        "keep `#[serde(tag, content, untagged)]` as they were";
    /// A variant that clients may send.
    VariantRemoved = "variant_removed", Json,
        "is gone, and open clients may send it",
        "keep it, or add a variant with `#[serde(other)]`";
    /// One is gone, and one that is new may be its successor.
    VariantMayBeRenamed = "variant_may_be_renamed", Json,
        "is gone while `{is}` is new: if that is its new name, it would be read as an unknown one",
        "if so, give `{is}` the attribute `#[serde(alias = \"{was}\")]`; if not, do the one in this deploy and the other in the next";
    /// A variant that clients do not know.
    ResultVariantAdded = "result_variant_added", Json,
        "is new, and open clients do not know it",
        "return it from a function with a name of its own, or only for inputs that open clients do not send, once no client is open that cannot read it";
    /// Something in a variant that held nothing, or the other way around.
    VariantDataChanged = "variant_data_changed", Json,
        "held {was} and holds {is}",
        "add a variant, and keep this one";
    /// Told by its form, and not the same.
    FormChanged = "form_changed", Json,
        "has changed, or what it holds: it is told by its form alone, by which one version may be taken for the other",
        "keep what is flattened or without a tag as it was, or give it a tag";
    /// Told by its form, and read by more names than those it shows.
    FormHasAliases = "form_has_aliases", Json,
        "is told by its form alone, and reads names that do not show in it, by which one form may be taken for another",
        "take `#[serde(alias)]` and `#[serde(other)]` away from what is flattened or without a tag";
    /// An error that clients do not know.
    ErrorAdded = "error_added", Json,
        "is new, and open clients do not know it",
        "answer open clients with an error that they know";
    /// Something with a code that came alone, or the other way around.
    ErrorDataChanged = "error_data_changed", Json,
        "came with nothing and comes with something, or the other way around",
        "add an error with a code of its own";

    /// A type that holds what the other does.
    TypeChanged = "type_changed", Wire,
        "was `{was}` and is `{is}`, and whatever {writer} may send, {reader} will take",
        "nothing, if there is a `tramline.lock`; without one, open clients have to be loaded again";
    /// An `Option` in an input.
    NowOptional = "now_optional", Wire,
        "was `{was}` and is `{is}`: it may be missing, and open clients always send it",
        "nothing, if there is a `tramline.lock`; without one, open clients have to be loaded again";
    /// A result that may no longer be `null`.
    ResultNeverNull = "result_never_null", Wire,
        "was `{was}` and is `{is}`: open clients expect `null`, which does not come",
        "nothing, if there is a `tramline.lock`; without one, open clients have to be loaded again";
    /// A field that may be missing, or that is passed over.
    FieldAdded = "field_added", Wire,
        "is new, and open clients do without it",
        "nothing, if there is a `tramline.lock`; without one, open clients have to be loaded again";
    /// A field that is passed over.
    FieldRemoved = "field_removed", Wire,
        "is gone, and what open clients send for it is passed over",
        "nothing, if there is a `tramline.lock`; without one, open clients have to be loaded again";
    /// By an alias.
    FieldRenamed = "field_renamed", Wire,
        "was called `{was}`, which is still read",
        "keep the alias while clients are open that use it";
    /// By another order.
    FieldsReordered = "fields_reordered", Wire,
        "has its fields in another order",
        "put new fields last, and let the others stand";
    /// What is read where nothing is sent.
    AbsenceChanged = "absence_changed", Wire,
        "was {was} and is {is}",
        "nothing, if there is a `tramline.lock`; without one, open clients have to be loaded again";
    /// A variant that clients do not send.
    VariantAdded = "variant_added", Wire,
        "is new, and open clients do not send it",
        "nothing, if there is a `tramline.lock`; without one, open clients have to be loaded again";
    /// A variant that does not come.
    ResultVariantRemoved = "result_variant_removed", Wire,
        "is gone, and open clients only wait for it in vain",
        "nothing, if there is a `tramline.lock`; without one, open clients have to be loaded again";
    /// A variant that `other` stands in for.
    VariantReadAsOther = "variant_read_as_other", Wire,
        "is gone, and is read as `{is}`",
        "nothing, if there is a `tramline.lock`; without one, open clients have to be loaded again";
    /// By an alias.
    VariantRenamed = "variant_renamed", Wire,
        "was called `{was}`, which is still read",
        "keep the alias while clients are open that use it";
    /// By another order.
    VariantsReordered = "variants_reordered", Wire,
        "has its variants in another order, or some that do not travel are new or gone",
        "put new variants last, and let the others stand";
    /// An error that does not come.
    ErrorRemoved = "error_removed", Wire,
        "is gone, and open clients only wait for it in vain",
        "nothing, if there is a `tramline.lock`; without one, open clients have to be loaded again";
}
