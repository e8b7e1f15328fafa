//! Documentation that would end a comment, or start something else, where it is written again.

use serde::{Deserialize, Serialize};

tramline::include_actions!();

/// Ends a comment */ and goes on. /* Begins one, and `/* one in code */` too.
///
/// ```
/// let a = b */ c; // `${evil}` \u{2a}/
/// ```
///
/// <script>alert("html")</script> & &amp; <b>bold</b>, an [`Other`] and a [link](https://example.com/*/x).
#[derive(Serialize, Deserialize)]
pub struct Documented {
    /// */
    pub first: u8,
    /// A backtick ` alone, a `${template}`, a \ backslash and a tab:	.
    pub second: u8,
    /// @deprecated is a tag in JSDoc, as is {@link Other}.
    ///
    /// @param no such
    pub third: u8,
    #[doc = "Several\nlines\n*/ in one"]
    pub fourth: u8,
    /**
     * A block comment
     * with stars
     */
    pub fifth: u8,
    ///
    pub sixth: u8,
}

/// Line separators: \u{2028} written, and    meant.
#[derive(Serialize, Deserialize)]
pub enum Other {
    /// **/
    Unit,
    /// A list:
    ///
    /// - one */
    /// - two
    ///     indented
    Newtype(u8),
}

/// Documented */ export const evil = 1; /*
///
/// # Errors
///
/// None; see [`Documented::first`] and <https://example.com/?a=*/&b=`>.
#[tramline::action]
pub async fn document(input: Documented) -> Other {
    Other::Newtype(input.first)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 1);
    }
}
