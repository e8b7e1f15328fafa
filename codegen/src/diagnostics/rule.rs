//! The rules of the build step, each with a folder in `tests/ui`.

/// A rule that the user's source can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Rule {
    ActionInSecondTarget,
    CfgOnWireType,
    DifferingCfgDefinitions,
    DuplicateErrorCode,
    ErrorWithoutActionError,
    ExtractorAsInput,
    GenericFunction,
    IdCollision,
    ImplTraitInput,
    InvalidOption,
    MissingNamespace,
    NameCollision,
    NotAsync,
    PatternInput,
    PolymorphicRecursion,
    ReservedCode,
    SelfParameter,
    StaticInput,
    StreamBorrowsInput,
    StreamResult,
    UnknownOption,
    UnresolvedType,
    UnsupportedAttribute,
    UnsupportedType,
}

impl Rule {
    /// Every rule with its name, which is the name of its folder in `tests/ui`.
    pub(crate) const ALL: &'static [(Rule, &'static str)] = &[
        (Rule::ActionInSecondTarget, "action_in_second_target"),
        (Rule::CfgOnWireType, "cfg_on_wire_type"),
        (Rule::DifferingCfgDefinitions, "differing_cfg_definitions"),
        (Rule::DuplicateErrorCode, "duplicate_error_code"),
        (Rule::ErrorWithoutActionError, "error_without_action_error"),
        (Rule::ExtractorAsInput, "extractor_as_input"),
        (Rule::GenericFunction, "generic_function"),
        (Rule::IdCollision, "id_collision"),
        (Rule::ImplTraitInput, "impl_trait_input"),
        (Rule::InvalidOption, "invalid_option"),
        (Rule::MissingNamespace, "missing_namespace"),
        (Rule::NameCollision, "name_collision"),
        (Rule::NotAsync, "not_async"),
        (Rule::PatternInput, "pattern_input"),
        (Rule::PolymorphicRecursion, "polymorphic_recursion"),
        (Rule::ReservedCode, "reserved_code"),
        (Rule::SelfParameter, "self_parameter"),
        (Rule::StaticInput, "static_input"),
        (Rule::StreamBorrowsInput, "stream_borrows_input"),
        (Rule::StreamResult, "stream_result"),
        (Rule::UnknownOption, "unknown_option"),
        (Rule::UnresolvedType, "unresolved_type"),
        (Rule::UnsupportedAttribute, "unsupported_attribute"),
        (Rule::UnsupportedType, "unsupported_type"),
    ];
}
