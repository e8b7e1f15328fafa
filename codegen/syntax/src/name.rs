//! The names of actions and of error codes.

/// Whether `name` can be the name of an action: dot-separated segments of `a-z`, `0-9` and `_`.
///
/// # Errors
///
/// Says what is wrong, as the end of a sentence.
pub fn validate(name: &str) -> Result<(), String> {
    if name.is_empty() {
        return Err("it is empty".to_owned());
    }
    if name.len() > 200 {
        return Err("it is longer than 200 characters".to_owned());
    }
    name.split('.').try_for_each(segment)
}

fn segment(segment: &str) -> Result<(), String> {
    if segment.is_empty() {
        return Err("a segment is empty".to_owned());
    }
    match segment.chars().find(|character| !is_word(*character)) {
        Some(character) => Err(format!("it contains `{character}`")),
        None => Ok(()),
    }
}

/// Whether `code` can be an error code: `a-z`, `0-9` and `_`, a letter first.
pub fn is_code(code: &str) -> bool {
    code.starts_with(|first: char| first.is_ascii_lowercase()) && code.chars().all(is_word)
}

fn is_word(character: char) -> bool {
    character.is_ascii_lowercase() || character.is_ascii_digit() || character == '_'
}

/// The code of an error variant that does not say: its name in snake case, an abbreviation
/// counting as one word.
///
/// ```
/// assert_eq!(tramline_syntax::name::code_of_variant("NameTaken"), "name_taken");
/// assert_eq!(tramline_syntax::name::code_of_variant("HTTPVersion2Needed"), "http_version2_needed");
/// ```
pub fn code_of_variant(variant: &str) -> String {
    let characters: Vec<char> = variant.trim_start_matches("r#").chars().collect();
    let mut code = String::new();
    for (index, character) in characters.iter().enumerate() {
        let before = index.checked_sub(1).map(|index| characters[index]);
        let next_is_small = characters
            .get(index + 1)
            .is_some_and(|next| next.is_lowercase());
        let starts_word = character.is_uppercase()
            && before
                .is_some_and(|before| before != '_' && (!before.is_uppercase() || next_is_small));
        if starts_word {
            code.push('_');
        }
        code.extend(character.to_lowercase());
    }
    code
}
