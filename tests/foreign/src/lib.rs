//! Types of other crates: what their authors' serde makes of them, beside what the build step says.
//!
//! Every action gives back what it is given. The generated tests compare what serde asks for with
//! the shapes that the build step wrote; `tests/echo.rs` sends values through both.

mod conversions;
mod standard;
mod types;

tramline::include_actions!();
