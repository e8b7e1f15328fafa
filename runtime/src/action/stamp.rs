//! Whether the sources were generated anew since this program was compiled.
//!
//! A build script runs before the compiler does, so from then until the new server has started, a
//! page that loads meets a client that the old one does not know. This is of debug builds alone:
//! what is deployed never looks at the folder that it was built in.

/// What the build script wrote, and where.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stamp {
    path: &'static str,
    text: &'static str,
}

impl Stamp {
    /// The file at `path`, which held `text` while this program was compiled.
    pub(crate) const fn new(path: &'static str, text: &'static str) -> Self {
        Self { path, text }
    }

    /// Whether the file holds anything else by now; not if it cannot be read.
    ///
    /// It is a line of text, read where a page is about to be told that it does not fit, and then
    /// waits a second. That is nothing to hand to another thread for.
    pub(crate) fn is_stale(&self) -> bool {
        cfg!(debug_assertions)
            && std::fs::read_to_string(self.path).is_ok_and(|text| text != self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::Stamp;

    #[test]
    fn only_another_text_in_the_same_place_is_stale() {
        let here = concat!(env!("CARGO_MANIFEST_DIR"), "/src/action/stamp.rs");
        assert_eq!(Stamp::new(here, "other").is_stale(), cfg!(debug_assertions));
        assert!(!Stamp::new(here, include_str!("stamp.rs")).is_stale());
        assert!(!Stamp::new("/nowhere/at/all", "other").is_stale());
    }
}
