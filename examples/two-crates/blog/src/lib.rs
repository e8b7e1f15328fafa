//! A blog: who wrote what.

mod posts;

pub use posts::Blog;

tramline::include_actions!();
