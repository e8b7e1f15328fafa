//! The rules of the build step, each with a folder in `tests/ui`.

/// A rule that the user's source can break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Rule {
    /// An action in a target that serves none.
    ActionInSecondTarget,
    /// What clients of a baseline cannot go on after.
    BreakingChange,
    /// A type whose form depends on a `cfg`.
    CfgOnWireType,
    /// An extractor whose ways to authenticate are not written out.
    ComputedAuthentication,
    /// Two `cfg`'d definitions of one action that differ.
    DifferingCfgDefinitions,
    /// One error code for different errors in one union.
    DuplicateErrorCode,
    /// Two events of one version with one name.
    DuplicateEvent,
    /// Two fields or variants that serde gives one name.
    DuplicateWireName,
    /// An error that does not derive `ActionError`.
    ErrorWithoutActionError,
    /// An event that serde cannot write.
    EventWithoutSerialize,
    /// An extractor that would be read from the body.
    ExtractorAsInput,
    /// A former name that belongs to another action.
    FormerNameCollision,
    /// An action with type or const parameters.
    GenericFunction,
    /// Two names with one digest.
    IdCollision,
    /// A parameter of type `impl Trait`.
    ImplTraitInput,
    /// An option with a value it cannot take.
    InvalidOption,
    /// Two actions with one name.
    NameCollision,
    /// A type that neither wire carries.
    NoWire,
    /// An action that is not `async`.
    NotAsync,
    /// A wire parameter that is a pattern, and so has no name.
    PatternInput,
    /// A generic type that contains itself with ever larger arguments.
    PolymorphicRecursion,
    /// A former name that is the present one.
    RenamedFromItself,
    /// An error code that belongs to tramline.
    ReservedCode,
    /// A name that was retired.
    RetiredName,
    /// Two routes that answer to one request.
    RouteConflict,
    /// A name in a route that is no input, or two inputs with one name.
    RouteInput,
    /// A method that does not go with the kind of function.
    RouteMethod,
    /// A type that cannot stand in a path or a query.
    RouteType,
    /// An action in an `impl` block or a trait.
    SelfParameter,
    /// An input that would have to live for ever.
    StaticInput,
    /// A stream whose inputs do not outlive the call.
    StreamBorrowsInput,
    /// A stream as a result.
    StreamResult,
    /// An option that does not exist.
    UnknownOption,
    /// A name that leads nowhere the scan can see.
    UnresolvedType,
    /// A serde attribute that the wire does not follow.
    UnsupportedAttribute,
    /// A type that cannot cross the wire.
    UnsupportedType,
    /// A name that cannot stand in a URL.
    UnusableName,
    /// A webhook that takes its body in pieces.
    WebhookInput,
    /// Two webhooks at one path.
    WebhookPathCollision,
    /// An option about routes where there is none.
    WithoutRoute,
}

#[cfg(test)]
impl Rule {
    /// Every rule with its name, which is the name of its folder in `tests/ui`.
    #[cfg(test)]
    pub(crate) const ALL: &'static [(Rule, &'static str)] = &[
        (Rule::ActionInSecondTarget, "action_in_second_target"),
        (Rule::BreakingChange, "breaking_change"),
        (Rule::CfgOnWireType, "cfg_on_wire_type"),
        (Rule::ComputedAuthentication, "computed_authentication"),
        (Rule::DifferingCfgDefinitions, "differing_cfg_definitions"),
        (Rule::DuplicateErrorCode, "duplicate_error_code"),
        (Rule::DuplicateEvent, "duplicate_event"),
        (Rule::DuplicateWireName, "duplicate_wire_name"),
        (Rule::ErrorWithoutActionError, "error_without_action_error"),
        (Rule::EventWithoutSerialize, "event_without_serialize"),
        (Rule::ExtractorAsInput, "extractor_as_input"),
        (Rule::FormerNameCollision, "former_name_collision"),
        (Rule::GenericFunction, "generic_function"),
        (Rule::IdCollision, "id_collision"),
        (Rule::ImplTraitInput, "impl_trait_input"),
        (Rule::InvalidOption, "invalid_option"),
        (Rule::NameCollision, "name_collision"),
        (Rule::NoWire, "no_wire"),
        (Rule::NotAsync, "not_async"),
        (Rule::PatternInput, "pattern_input"),
        (Rule::PolymorphicRecursion, "polymorphic_recursion"),
        (Rule::RenamedFromItself, "renamed_from_itself"),
        (Rule::ReservedCode, "reserved_code"),
        (Rule::RetiredName, "retired_name"),
        (Rule::RouteConflict, "route_conflict"),
        (Rule::RouteInput, "route_input"),
        (Rule::RouteMethod, "route_method"),
        (Rule::RouteType, "route_type"),
        (Rule::SelfParameter, "self_parameter"),
        (Rule::StaticInput, "static_input"),
        (Rule::StreamBorrowsInput, "stream_borrows_input"),
        (Rule::StreamResult, "stream_result"),
        (Rule::UnknownOption, "unknown_option"),
        (Rule::UnresolvedType, "unresolved_type"),
        (Rule::UnsupportedAttribute, "unsupported_attribute"),
        (Rule::UnsupportedType, "unsupported_type"),
        (Rule::UnusableName, "unusable_name"),
        (Rule::WebhookInput, "webhook_input"),
        (Rule::WebhookPathCollision, "webhook_path_collision"),
        (Rule::WithoutRoute, "without_route"),
    ];
}
