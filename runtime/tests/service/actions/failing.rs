//! Functions that panic, and one that never ends.

use std::future::pending;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use tokio::task::yield_now;
use tramline::codegen::{Bound, Call, Errors, Outcome, errors, result, value};
use tramline::{Internal, State};

use super::{App, BadDrop, BadInput, BadOutput, Panic, Wait};

impl Bound<App> for Panic {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        call.no_input().await?;
        yield_now().await;
        panic!("secret {}", 42)
    }
}

pub(crate) struct Grenade;

impl<'de> Deserialize<'de> for Grenade {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        panic!("while decoding")
    }
}

impl Serialize for Grenade {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        panic!("while encoding")
    }
}

impl Bound<App> for BadInput {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        call.input::<Grenade>(&body)?;
        value(())
    }
}

impl Bound<App> for BadOutput {
    const ERRORS: Errors = &[errors::<Result<Grenade, Internal>>()];

    async fn call(mut call: Call<App>) -> Outcome {
        call.no_input().await?;
        result(Ok::<_, Internal>(Grenade))
    }
}

struct Trap;

impl Drop for Trap {
    fn drop(&mut self) {
        // A second panic while the first unwinds would abort; this one comes after it.
        if !std::thread::panicking() {
            panic!("while dropping");
        }
    }
}

impl Bound<App> for BadDrop {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let trap = Trap;
        call.no_input().await?;
        drop(trap);
        value(())
    }
}

/// Notes that it was given up.
struct GivenUp(App);

impl Drop for GivenUp {
    fn drop(&mut self) {
        self.0.note("given up");
    }
}

impl Bound<App> for Wait {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let State(app) = call.extract::<State<App>>().await?;
        let _guard = GivenUp(app);
        call.no_input().await?;
        pending().await
    }
}
