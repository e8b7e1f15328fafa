//! Extractors that are lent, and finished afterwards.

use serde::Serialize;
use tramline::{ActionError, End, Extract, RequestParts};

tramline::include_actions!();

#[derive(Debug, ActionError)]
pub enum TxError {
    #[error(status = 503)]
    Busy,
    #[error(status = 409)]
    Conflict,
}

pub struct Tx {
    name: String,
}

pub struct Audit;

impl<S: Send + Sync> Extract<S> for Tx {
    type Rejection = TxError;

    async fn extract(_: &mut RequestParts, _: &S) -> Result<Self, TxError> {
        Ok(Tx {
            name: "main".into(),
        })
    }

    async fn finish(self, end: End) -> Result<(), TxError> {
        match end {
            End::Success => Err(TxError::Conflict),
            End::Failure => Ok(()),
        }
    }
}

impl<S: Send + Sync> Extract<S> for Audit {
    type Rejection = std::convert::Infallible;

    async fn extract(_: &mut RequestParts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Audit)
    }
}

/// Borrows from what is lent.
#[derive(Serialize)]
pub struct Receipt<'a> {
    pub from: &'a str,
}

#[derive(Debug, ActionError)]
pub enum TransferError {
    #[error(status = 402)]
    Broke { missing: u64 },
}

#[tramline::action]
pub async fn transfer<'tx>(
    #[extract] tx: &'tx Tx,
    #[extract] audit: &mut Audit,
    amount: u64,
) -> Result<Receipt<'tx>, TransferError> {
    let _ = audit;
    match amount {
        0 => Err(TransferError::Broke { missing: 1 }),
        _ => Ok(Receipt { from: &tx.name }),
    }
}

#[tramline::query]
pub async fn name(#[extract] tx: &Tx) -> &str {
    &tx.name
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 2);
    }
}
