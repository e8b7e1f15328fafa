//! The build step of tramline.

mod model;
