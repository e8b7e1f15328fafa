//! Left out: the build step does not look into it.
