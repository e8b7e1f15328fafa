//! A function that is lent a transaction.

use std::future::pending;

use tokio::task::yield_now;
use tramline::codegen::{Bound, Call, Code, Errors, Outcome, result};
use tramline::{End, Extract, RequestParts};

use super::plain::SignError;
use super::{App, Transfer};

/// A transaction that rolls back unless it is committed.
pub(crate) struct Tx {
    app: App,
    committed: bool,
    refuse: bool,
    text: String,
}

impl Extract<App> for Tx {
    type Rejection = SignError;

    async fn extract(request: &mut RequestParts, app: &App) -> Result<Self, SignError> {
        app.note("begin");
        Ok(Self {
            app: app.clone(),
            committed: false,
            refuse: request.headers().contains_key("x-conflict"),
            text: "from the transaction".into(),
        })
    }

    async fn finish(mut self, end: End) -> Result<(), SignError> {
        yield_now().await;
        if end == End::Success && self.refuse {
            return Err(SignError::NameTaken { name: "tx".into() });
        }
        if end == End::Success {
            self.committed = true;
            self.app.note("commit");
        }
        Ok(())
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if !self.committed {
            self.app.note("rollback");
        }
    }
}

/// Returns what it borrows from the transaction, waits, fails or panics.
async fn transfer(tx: &Tx, how: u8) -> Result<&str, SignError> {
    tx.app.note("run");
    match how {
        0 => Ok(&tx.text),
        1 => Err(SignError::NameTaken { name: "run".into() }),
        2 => pending().await,
        _ => panic!("in the middle"),
    }
}

impl Bound<App> for Transfer {
    // The codes of `SignError` less the flattened ones would be a mistake of the build step.
    const ERRORS: Errors = &[&[Code::declared("name_taken", 409)]];

    async fn call(mut call: Call<App>) -> Outcome {
        let tx = call.extract::<Tx>().await?;
        let body = call.body().await?;
        let (how,) = call.fields::<(u8,)>(&body)?;
        let outcome = result(transfer(&tx, how).await);
        call.finish(tx, outcome).await
    }
}
