//! The rules of the gate beside those about two schemas.

use super::finding::Facts;
use crate::compatibility::{Category, Part};

/// What a change can break.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Stable: scripts and annotations go by it.
    pub(crate) name: &'static str,
    pub(crate) category: Category,
    /// What follows a place in a part of an action; a sentence of its own for what concerns all of
    /// one, or none.
    pub(crate) reason: &'static str,
    /// The way out.
    pub(crate) help: &'static str,
}

impl Rule {
    /// What changed, in one sentence without a full stop.
    pub(crate) fn message(&self, facts: &Facts<'_>) -> String {
        let reason = fill(self.reason, facts);
        match (&facts.part, facts.path.as_str()) {
            (Part::Action, _) => reason,
            (part, "") => format!("{part} {reason}"),
            (part, path) => format!("`{path}` of {part} {reason}"),
        }
    }

    /// The way out.
    pub(crate) fn help(&self, facts: &Facts<'_>) -> String {
        fill(self.help, facts)
    }
}

fn fill(template: &str, facts: &Facts<'_>) -> String {
    template
        .replace("{action}", facts.action)
        .replace("{was}", &facts.was)
        .replace("{is}", &facts.is)
}

/// A table of rules: name, category, reason and help.
macro_rules! rules {
    ($($(#[$docs:meta])* $rule:ident: $name:literal, $category:ident, $reason:literal, $help:literal;)*) => {
        $(
            $(#[$docs])*
            pub(crate) static $rule: Rule = Rule {
                name: $name,
                category: Category::$category,
                reason: $reason,
                help: $help,
            };
        )*

        /// All of them, sorted by name.
        #[cfg(test)]
        pub(crate) static ALL: &[&Rule] = &[$(&$rule),*];
    };
}

rules! {
    /// An action that callers still know is gone.
    ACTION_REMOVED: "action_removed", Json,
        "the action `{action}` does not exist any more",
        "keep it until no client calls it; or retire it knowingly with `tramline lock`; if it lives \
         on under another name, write `renamed_from = \"{action}\"` there";

    /// An action is gone, and another one looks just like it.
    ACTION_RENAMED: "action_renamed", Json,
        "`{was}` is now called `{is}`, and calls by the old name lead nowhere",
        "write `renamed_from = \"{was}\"` on it";

    /// A newtype that was a type of its own in TypeScript is none any more.
    CONSTRUCTOR_REMOVED: "constructor_removed", Source,
        "the function `{was}`, which made values of its type, does not exist any more",
        "what it was called with is such a value now: remove the calls";

    /// A code that is missing where errors are told apart.
    ERROR_CODE_ADDED: "error_code_added", Source,
        "is new, and code that tells all errors apart does not handle it",
        "handle it in the frontend wherever the errors of this function are told apart";

    /// A code that code may still ask for.
    ERROR_CODE_REMOVED: "error_code_removed", Source,
        "is declared no more, and code that asks for it does not compile",
        "remove it in the frontend wherever the errors of this function are told apart";

    /// Calls by a name of before lead nowhere.
    FORMER_NAME_REMOVED: "former_name_removed", Json,
        "`{action}` does not answer to its former name `{was}` any more",
        "keep `{was}` in `renamed_from` until no client calls by it, or retire it knowingly with \
         `tramline lock`";

    /// A function has another name, or lies in another file.
    FUNCTION_MOVED: "function_moved", Source,
        "the function that calls `{action}` is `{is}`, and was `{was}`",
        "change the imports and the calls in the frontend";

    /// Callers leave out what is now asked for.
    INPUT_PROPERTY_REQUIRED: "input_property_required", Source,
        "has to be given by every caller",
        "let callers leave it out, with `#[serde(default)]` on a field or `#[wire(default = …)]` on a \
         parameter; or give it at every call";

    /// Callers still give what is not known any more.
    INPUT_PROPERTY_REMOVED: "input_property_removed", Source,
        "is no property any more, and code that gives it does not compile",
        "keep the field until nothing gives it, or remove it at every call";

    /// What callers give is not what is taken.
    INPUT_TYPE_CHANGED: "input_type_changed", Source,
        "is `{is}` in TypeScript, and was `{was}`",
        "change what is given at every call; where only the view of a number or a moment changed, \
         `#[wire(number)]`, `bigint`, `date` or `string` keeps it";

    /// Callers may still give a variant that is not taken any more.
    INPUT_MEMBER_REMOVED: "input_member_removed", Source,
        "does not exist any more, and code that gives it does not compile",
        "keep the variant until nothing gives it";

    /// Calls of old pages come with a method that actions refuse.
    QUERY_BECAME_ACTION: "query_became_action", Json,
        "`{action}` was a query and is an action, which refuses the `GET` of old clients",
        "keep the query until no client calls it, and give the action another name";

    /// What frontends show may be missing.
    RESULT_PROPERTY_OPTIONAL: "result_property_optional", Source,
        "may be missing, and code that counts on it does not compile",
        "send it always, or say in the frontend what happens without it";

    /// What frontends show is gone.
    RESULT_PROPERTY_REMOVED: "result_property_removed", Source,
        "does not exist any more, and code that reads it does not compile",
        "keep the field until nothing reads it";

    /// What frontends get is not what they expect.
    RESULT_TYPE_CHANGED: "result_type_changed", Source,
        "is `{is}` in TypeScript, and was `{was}`",
        "change what reads it; where only the view of a number or a moment changed, \
         `#[wire(number)]`, `bigint`, `date` or `string` keeps it";

    /// Code that handles every variant does not handle this one.
    RESULT_MEMBER_ADDED: "result_member_added", Source,
        "is new, and code that tells all variants apart does not handle it",
        "handle it in the frontend wherever the variants are told apart";

    /// Code asks for a variant that is none.
    RESULT_MEMBER_REMOVED: "result_member_removed", Source,
        "does not exist any more, and code that asks for it does not compile",
        "remove it in the frontend wherever the variants are told apart";

    /// Who could call by a way that is gone cannot call any more.
    ROUTE_AUTHENTICATION_NARROWED: "route_authentication_narrowed", Rest,
        "takes {is}, and took {was}",
        "take what it took until nobody calls by it";

    /// A request without a body is refused.
    ROUTE_BODY_REQUIRED: "route_body_required", Rest,
        "has to be sent a body with {is}, and could do without one",
        "let its members be left out, with `#[serde(default)]` on a field or `#[wire(default = …)]` on \
         a parameter";

    /// Who tells errors by their status takes it for another one.
    ROUTE_ERROR_STATUS_CHANGED: "route_error_status_changed", Rest,
        "has the status {is}, and had {was}",
        "keep the status, or declare another error";

    /// Nothing answers at the old address.
    ROUTE_MOVED: "route_moved", Rest,
        "is `{is}` now, and nothing answers where it was",
        "keep `{was}` beside it, with `deprecated(since = \"…\", sunset = \"…\")`, until the sunset is \
         past";

    /// A parameter is elsewhere.
    ROUTE_PARAMETER_MOVED: "route_parameter_moved", Rest,
        "is taken from the {is}, and was from the {was}",
        "keep it where it was, and let a new route take it from the {is}";

    /// What users send for it has no effect any more.
    ROUTE_PARAMETER_REMOVED: "route_parameter_removed", Rest,
        "is read no more, and what is sent for it is passed over",
        "keep it until nobody sends it, or leave it to a new route";

    /// Requests without it are refused.
    ROUTE_PARAMETER_REQUIRED: "route_parameter_required", Rest,
        "has to be given, and {was}",
        "make it an `Option`, or give it a default with `#[wire(default = …)]` or `#[serde(default)]`";

    /// Values of before are refused.
    ROUTE_PARAMETER_TYPE_CHANGED: "route_parameter_type_changed", Rest,
        "is {is}, and was {was}",
        "keep the type, and let a new parameter take the other";

    /// Nothing answers.
    ROUTE_REMOVED: "route_removed", Rest,
        "does not exist any more",
        "keep it, with `deprecated(since = \"…\", sunset = \"…\")`, until the sunset is past";

    /// Who tells success by its status takes it for something else.
    ROUTE_SUCCESS_CHANGED: "route_success_changed", Rest,
        "answers success with {is}, and did with {was}",
        "keep `Created`, `Accepted` or what it returned, and let a new route answer otherwise";

    /// A name that means something else to old pages.
    RETIRED_NAME_REUSED: "retired_name_reused", Json,
        "`{action}` is the name of an action that was retired",
        "old clients would take the new action for the retired one: choose another name";

    /// A type lies in another file.
    TYPE_MOVED: "type_moved", Source,
        "the type `{was}` is now `{is}`",
        "change the imports in the frontend";

    /// A generic type takes other arguments.
    TYPE_PARAMETERS_CHANGED: "type_parameters_changed", Source,
        "the type `{was}` is now `{is}`",
        "change the arguments wherever the frontend mentions the type";

    /// A type cannot be imported any more.
    TYPE_REMOVED: "type_removed", Source,
        "the type `{was}` does not exist any more",
        "change the imports in the frontend";
}
