//! JSON that stands for postcard.
