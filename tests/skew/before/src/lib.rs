//! The server before a deploy.
//!
//! A module is a scenario: the module of the same name on the other side is what becomes of it.

#![expect(
    missing_docs,
    reason = "the modules say what they are; nobody else reads this crate"
)]

#[path = "../../runs.rs"]
pub mod runs;

pub mod both_changed;
pub mod broken_on_purpose;
pub mod encoding_changed;
pub mod error_added;
pub mod error_field_added;
pub mod error_field_removed;
pub mod error_removed;
pub mod error_renamed;
pub mod errors_reordered;
pub mod first_parameter_added;
pub mod input_broken_deep_down;
pub mod input_broken_in_itself;
pub mod input_byte_widened;
pub mod input_changed_deep_down;
pub mod input_changed_in_itself;
pub mod input_field_added;
pub mod input_field_added_as_option;
pub mod input_field_added_with_default;
pub mod input_field_added_with_own_default;
pub mod input_field_removed;
pub mod input_field_removed_and_denied;
pub mod input_field_renamed;
pub mod input_field_renamed_with_alias;
pub mod input_fields_reordered;
pub mod input_fields_swapped;
pub mod input_float_narrowed;
pub mod input_float_widened;
pub mod input_integer_narrowed;
pub mod input_integer_widened;
pub mod input_option_added;
pub mod input_option_removed;
pub mod input_option_renamed;
pub mod input_type_changed;
pub mod input_variant_added_at_the_end;
pub mod input_variant_added_in_the_middle;
pub mod input_variant_removed;
pub mod input_variant_removed_into_other;
pub mod input_variant_renamed;
pub mod input_variant_renamed_with_alias;
pub mod input_variants_reordered;
pub mod kind_changed;
pub mod moved_away;
pub mod moved_from_away;
pub mod only_result_broken;
pub mod parameter_added;
pub mod parameter_added_with_default;
pub mod parameter_became_required;
pub mod parameter_gained_default;
pub mod parameters_swapped;
pub mod pinned_away;
pub mod plain_json_broken;
pub mod plain_json_changed;
pub mod renamed;
pub mod renamed_and_changed;
pub mod renamed_from;
pub mod result_broken_deep_down;
pub mod result_byte_widened;
pub mod result_changed;
pub mod result_changed_deep_down;
pub mod result_changed_in_itself;
pub mod result_field_added;
pub mod result_field_removed;
pub mod result_field_renamed;
pub mod result_field_renamed_with_alias;
pub mod result_fields_reordered;
pub mod result_fields_swapped;
pub mod result_float_narrowed;
pub mod result_float_widened;
pub mod result_integer_narrowed;
pub mod result_integer_widened;
pub mod result_left_out;
pub mod result_option_added;
pub mod result_option_removed;
pub mod result_option_removed_altogether;
pub mod result_variant_added_at_the_end;
pub mod result_variant_added_in_the_middle;
pub mod result_variant_removed;
pub mod result_variant_renamed;
pub mod result_variants_reordered;
pub mod retired;
pub mod tagged_input_variant_added_at_the_end;
pub mod tagged_input_variant_added_in_the_middle;
pub mod tagged_input_variant_removed;
pub mod tagged_input_variant_renamed;
pub mod tagged_input_variants_reordered;
pub mod tagged_result_variant_added_at_the_end;
pub mod tagged_result_variant_added_in_the_middle;
pub mod tagged_result_variant_removed;
pub mod tagged_result_variant_renamed;
pub mod tagged_result_variants_reordered;
pub mod twice_alias_dropped;
pub mod twice_back_again;
pub mod twice_broken;
pub mod twice_changed;
pub mod twice_renamed;
pub mod types_renamed;
pub mod unchanged;

tramline::include_actions!();

/// All of them, as one service.
#[must_use]
pub fn service() -> tramline::Service {
    tramline::Service::new(actions(()))
}
