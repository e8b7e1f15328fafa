//! Types of other crates: what their authors' serde makes of them, beside what the build step says.
