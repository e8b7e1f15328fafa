//! What the present is compared with.

mod export;
mod folder;
mod git;
#[cfg(test)]
mod tests;
