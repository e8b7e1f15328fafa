//! A server whose routes carry every form that serde has, and one that looks like an interface that
//! someone would use.

tramline::include_actions!();

mod echo;
mod forms;
mod notes;
#[cfg(test)]
mod tests;

pub use notes::Notes;
