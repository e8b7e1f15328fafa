//! Canonical schemas and their digests.
