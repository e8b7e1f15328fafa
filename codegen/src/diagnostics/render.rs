//! Diagnostics as text, with the source they speak of.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Diagnostics};
use crate::emit::Refused;
use crate::model::Location;

/// A source file as it is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    pub(crate) path: &'a str,
    pub(crate) text: &'a str,
}

impl Diagnostics {
    /// Every diagnostic as plain text, once in full for the first action it concerns and in one
    /// sentence for each further one.
    ///
    /// `source` gives the file behind [`Location::file`].
    pub(crate) fn render<'a>(&self, source: impl Fn(usize) -> Source<'a>) -> Vec<Refused> {
        let mut refused = Vec::new();
        for diagnostic in &self.0 {
            let (first, further) = match diagnostic.stems.split_first() {
                Some((first, further)) => (Some(first.clone()), further),
                None => (None, &[][..]),
            };
            refused.push(Refused {
                stem: first,
                text: diagnostic.render(&source),
            });
            refused.extend(further.iter().map(|stem| Refused {
                stem: Some(stem.clone()),
                text: format!("{}, as shown for another action", diagnostic.message),
            }));
        }
        refused
    }
}

impl Diagnostic {
    fn render<'a>(&self, source: impl Fn(usize) -> Source<'a>) -> String {
        let mut group = Level::ERROR
            .primary_title(&self.message)
            .elements(self.snippets(source));
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help));
        }
        let text = Renderer::plain().render(&[group]);
        // rustc writes the first "error: " itself.
        let text = text.strip_prefix("error: ").unwrap_or(&text);
        text.lines()
            .map(str::trim_end)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// One snippet for each file, the one with the mistake first.
    fn snippets<'a>(
        &self,
        source: impl Fn(usize) -> Source<'a>,
    ) -> Vec<Snippet<'_, annotate_snippets::Annotation<'_>>> {
        let mut files = vec![self.location.file];
        for (location, _) in &self.notes {
            if !files.contains(&location.file) {
                files.push(location.file);
            }
        }
        files
            .into_iter()
            .map(|file| self.snippet(file, source(file)))
            .collect()
    }

    fn snippet(
        &self,
        file: usize,
        source: Source<'_>,
    ) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        let mut annotations = Vec::new();
        if self.location.file == file {
            let span = AnnotationKind::Primary.span(range(self.location, source.text));
            annotations.push(if self.label.is_empty() {
                span
            } else {
                span.label(&self.label)
            });
        }
        let notes = self
            .notes
            .iter()
            .filter(|(location, _)| location.file == file);
        annotations.extend(notes.map(|(location, words)| {
            AnnotationKind::Context
                .span(range(*location, source.text))
                .label(words)
        }));
        Snippet::source(source.text.to_owned())
            .path(source.path.to_owned())
            .annotations(annotations)
    }
}

/// The bytes of a location; an empty place at the start where the text is not what was scanned.
fn range(location: Location, text: &str) -> std::ops::Range<usize> {
    match text.get(location.start..location.end) {
        Some(_) => location.start..location.end,
        None => 0..0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Rule;

    const TEXT: &str = "#[action]\nfn create(post: NewPost) {}\n";

    fn location(words: &str) -> Location {
        let start = TEXT.find(words).unwrap();
        Location {
            file: 0,
            start,
            end: start + words.len(),
        }
    }

    fn source(_: usize) -> Source<'static> {
        Source {
            path: "src/posts.rs",
            text: TEXT,
        }
    }

    fn not_async(stem: &str) -> Diagnostic {
        Diagnostic::new(Rule::NotAsync, location("create"), "`create` is not async")
            .label("not async")
            .note(location("#[action]"), "marked here")
            .help("write `async fn create`")
            .stem(stem)
    }

    #[test]
    fn shows_the_source() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(not_async("create-1"));
        let refused = diagnostics.render(source);
        assert_eq!(refused.len(), 1);
        assert_eq!(refused[0].stem.as_deref(), Some("create-1"));
        assert_eq!(
            refused[0].text,
            "`create` is not async
 --> src/posts.rs:2:4
  |
1 | #[action]
  | --------- marked here
2 | fn create(post: NewPost) {}
  |    ^^^^^^ not async
  |
  = help: write `async fn create`"
        );
    }

    #[test]
    fn one_mistake_is_shown_once() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(not_async("create-1"));
        diagnostics.push(not_async("create-2"));
        let refused = diagnostics.render(source);
        assert_eq!(refused.len(), 2);
        assert_eq!(refused[1].stem.as_deref(), Some("create-2"));
        assert_eq!(
            refused[1].text,
            "`create` is not async, as shown for another action"
        );
        assert!(diagnostics.refuses("create-2"));
    }
}
