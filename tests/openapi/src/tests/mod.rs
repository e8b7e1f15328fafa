//! Whether documents say what travels.

mod answers;
mod document;
mod inputs;
mod values;
