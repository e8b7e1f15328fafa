//! From files to items.
