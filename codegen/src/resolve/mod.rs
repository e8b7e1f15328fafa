//! From names to definitions.
