//! Edits of real sources, word by word: what a person does to a file while typing, and what
//! libFuzzer, which thinks in bytes, seldom finds.

/// Words that mean something to the build step.
const WORDS: &[&str] = &[
    "#[tramline::action]",
    "#[tramline::query]",
    "#[extract]",
    "#[serde(flatten)]",
    "#[serde(tag = \"t\")]",
    "#[serde(tag = \"t\", content = \"c\")]",
    "#[serde(untagged)]",
    "#[serde(default)]",
    "#[serde(skip)]",
    "#[serde(rename = \"x\")]",
    "#[serde(transparent)]",
    "#[serde(rename_all = \"camelCase\")]",
    "#[serde(skip_serializing_if = \"Option::is_none\")]",
    "#[cfg(test)]",
    "#[derive(Serialize, Deserialize)]",
    "#[derive(tramline::ActionError)]",
    "#[error(flatten)]",
    "#[error(internal)]",
    "#[path = \"lib.rs\"]",
    "pub",
    "mod",
    "use",
    "self",
    "super",
    "crate",
    "::",
    "*",
    "as",
    "fn",
    "async",
    "struct",
    "enum",
    "type",
    "trait",
    "impl",
    "const",
    "static",
    "macro_rules!",
    "where",
    "dyn",
    "'a",
    "'static",
    "&",
    "<",
    ">",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ";",
    ":",
    ",",
    "=",
    "->",
    "Option",
    "Vec",
    "String",
    "HashMap",
    "Result",
    "Box",
    "Self",
    "u8",
    "u64",
    "i128",
    "f32",
    "[u8; 4]",
    "[u8; N]",
    "()",
    "r#type",
    "größe",
    "0xffff_ffff_ffff_ffff_ffff",
    "\"",
    "/*",
    "*/",
    "//",
    "///",
    "'",
    "\\",
    "\n",
];

/// Takes a text from `corpus`, and changes it as `bytes` say.
pub fn edited(corpus: &[&str], bytes: &[u8]) -> Option<String> {
    let (first, bytes) = bytes.split_first()?;
    let text = corpus.get(usize::from(*first) % corpus.len().max(1))?;
    let mut words: Vec<&str> = text
        .split_inclusive([' ', '\n', '(', ')', '<', '>', ','])
        .collect();
    for edit in bytes.chunks_exact(4) {
        let place = usize::from(u16::from_le_bytes([edit[0], edit[1]]));
        let place = place % (words.len() + 1);
        let other = usize::from(edit[3]);
        match edit[2] % 6 {
            0 => words.insert(place, WORDS[other % WORDS.len()]),
            1 if place < words.len() => words[place] = WORDS[other % WORDS.len()],
            2 if place < words.len() => drop(words.remove(place)),
            3 if place < words.len() => words.insert((place + other) % words.len(), words[place]),
            4 if place < words.len() => {
                let with = (place + other) % words.len();
                words.swap(place, with);
            }
            5 => {
                // A part of another text.
                let from = corpus[other % corpus.len()];
                let lines = from.lines().skip(usize::from(edit[0])).take(8);
                words.splice(place..place, lines);
            }
            _ => {}
        }
    }
    Some(words.concat())
}
