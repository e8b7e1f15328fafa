//! Types beside what is said of them: rightly, and in every way that can be wrong.

#![expect(dead_code, reason = "read and written by serde alone")]

mod refused;
mod right;

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::{Deserialize, Serialize};

use super::{assert_reads, assert_reads_and_writes};
use crate::wire::shape::Shape;

/// Both directions, with one shape.
#[track_caller]
fn check<T: Deserialize<'static> + Serialize>(shape: &'static Shape) {
    assert_reads_and_writes::<T>(shape, shape, &[]);
}

/// What is said about a wrong shape.
fn told<T: Deserialize<'static> + Serialize>(
    input: &'static Shape,
    output: &'static Shape,
) -> String {
    let check = || assert_reads_and_writes::<T>(input, output, &[(input, "src/here.rs:1")]);
    let panic = catch_unwind(AssertUnwindSafe(check)).expect_err("nothing was found wrong");
    *panic.downcast::<String>().expect("a message")
}
