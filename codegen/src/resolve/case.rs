//! serde's case rules, exactly: they work letter by letter, not word by word.

/// A value of `rename_all`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

const NAMES: &[(&str, Case)] = &[
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

impl Case {
    /// The case that serde calls `name`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let mut names = NAMES.iter();
        names
            .find(|(known, _)| *known == name)
            .map(|(_, case)| *case)
    }

    /// A variant's name, which Rust writes in Pascal case.
    pub(crate) fn of_variant(self, variant: &str) -> String {
        match self {
            Case::Pascal => variant.to_owned(),
            Case::Lower => variant.to_ascii_lowercase(),
            Case::Upper => variant.to_ascii_uppercase(),
            Case::Camel => first(variant, |first| first.to_ascii_lowercase()),
            Case::Snake => snake(variant),
            Case::ScreamingSnake => snake(variant).to_ascii_uppercase(),
            Case::Kebab => snake(variant).replace('_', "-"),
            Case::ScreamingKebab => snake(variant).to_ascii_uppercase().replace('_', "-"),
        }
    }

    /// A field's name, which Rust writes in snake case.
    pub(crate) fn of_field(self, field: &str) -> String {
        match self {
            Case::Lower | Case::Snake => field.to_owned(),
            Case::Upper | Case::ScreamingSnake => field.to_ascii_uppercase(),
            Case::Pascal => pascal(field),
            Case::Camel => first(&pascal(field), |first| first.to_ascii_lowercase()),
            Case::Kebab => field.replace('_', "-"),
            Case::ScreamingKebab => field.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn snake(variant: &str) -> String {
    let mut snake = String::new();
    for (index, character) in variant.char_indices() {
        if index > 0 && character.is_uppercase() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}

fn pascal(field: &str) -> String {
    let mut pascal = String::new();
    let mut capitalize = true;
    for character in field.chars() {
        if character == '_' {
            capitalize = true;
        } else if capitalize {
            pascal.push(character.to_ascii_uppercase());
            capitalize = false;
        } else {
            pascal.push(character);
        }
    }
    pascal
}

/// The word with its first character changed.
fn first(word: &str, change: impl Fn(char) -> char) -> String {
    let mut characters = word.chars();
    let changed = characters.next().map(change);
    changed.into_iter().chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::{Case, NAMES};

    /// In the order of `NAMES`.
    fn check(all: impl Fn(Case) -> String, expect: [&str; 8]) {
        let actual: Vec<_> = NAMES.iter().map(|(_, case)| all(*case)).collect();
        assert_eq!(actual, expect);
    }

    #[test]
    fn variants() {
        let variant = |name: &'static str| move |case: Case| case.of_variant(name);
        check(
            variant("VeryTasty"),
            [
                "verytasty",
                "VERYTASTY",
                "VeryTasty",
                "veryTasty",
                "very_tasty",
                "VERY_TASTY",
                "very-tasty",
                "VERY-TASTY",
            ],
        );
        check(variant("A"), ["a", "A", "A", "a", "a", "A", "a", "A"]);
        check(
            variant("Z42"),
            ["z42", "Z42", "Z42", "z42", "z42", "Z42", "z42", "Z42"],
        );
        check(
            variant("HTTPError"),
            [
                "httperror",
                "HTTPERROR",
                "HTTPError",
                "hTTPError",
                "h_t_t_p_error",
                "H_T_T_P_ERROR",
                "h-t-t-p-error",
                "H-T-T-P-ERROR",
            ],
        );
    }

    #[test]
    fn fields() {
        let field = |name: &'static str| move |case: Case| case.of_field(name);
        check(
            field("very_tasty"),
            [
                "very_tasty",
                "VERY_TASTY",
                "VeryTasty",
                "veryTasty",
                "very_tasty",
                "VERY_TASTY",
                "very-tasty",
                "VERY-TASTY",
            ],
        );
        check(field("_a"), ["_a", "_A", "A", "a", "_a", "_A", "-a", "-A"]);
        check(
            field("z42_b"),
            [
                "z42_b", "Z42_B", "Z42B", "z42B", "z42_b", "Z42_B", "z42-b", "Z42-B",
            ],
        );
    }
}
