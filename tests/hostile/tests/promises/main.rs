//! SECURITY.md, promises 2 and 3: no input aborts, hangs or kills the process, and the memory for
//! a request stays within the body limit plus three times the decode budget.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

mod harness;
mod json;
mod postcard_bytes;
