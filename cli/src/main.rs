//! The program `tramline`.

use std::process::ExitCode;

/// Reading sources is mostly a matter of small allocations. The usual allocators slow down as soon as
/// there is a second thread, and `watch` has one that waits for changes.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tramline_cli::run()
}
