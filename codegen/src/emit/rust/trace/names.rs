//! What the tests are called.

use std::collections::BTreeSet;

use crate::emit::rust::format::identifier;
use crate::model::Definition;

/// The type's name in snake case, with its module where that alone would not do.
pub(super) fn unique(definition: &Definition, taken: &mut BTreeSet<String>) -> String {
    let mut name = snake_case(&definition.name);
    for segment in definition.module.iter().rev() {
        if !taken.contains(&name) {
            break;
        }
        name = format!("{}_{name}", snake_case(segment));
    }
    // `a::b_c` and `a_b::c`.
    while taken.contains(&name) {
        name.push('_');
    }
    taken.insert(name.clone());
    name
}

/// The type's name in snake case, after its module.
pub(super) fn full(definition: &Definition) -> String {
    let parts = definition.module.iter().chain([&definition.name]);
    let parts: Vec<_> = parts.map(|part| snake_case(part)).collect();
    parts.join("_")
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(character.to_lowercase());
    }
    // A type may have a keyword's name, apart from case.
    if identifier(&snake) != snake {
        snake.push('_');
    }
    snake
}
