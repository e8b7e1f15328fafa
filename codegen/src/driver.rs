//! The order of the stages.

use crate::Builder;

/// Runs every stage as a build script should, with instructions to cargo on the standard output.
pub(crate) fn run_in_build_script(settings: &Builder) {
    let _ = settings;
}
