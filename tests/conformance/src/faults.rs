//! Errors that actions declare, and what they say as a type that an action can take.

use serde::{Deserialize, Serialize};
use tramline::ActionError;

use crate::plain::Loose;
use crate::seen::{given, seen};
use crate::types::{Expression, Record};

#[derive(Debug, ActionError)]
pub enum Fault {
    #[error(status = 404)]
    Missing,
    #[error(status = 409)]
    Taken(String),
    Crossed(i128, char),
    #[error(code = "too_much")]
    Limited {
        most: u64,
        share: f64,
        names: Vec<String>,
        picture: Option<Vec<u8>>,
    },
    #[error(flatten)]
    Store(StoreFault),
}

#[derive(Debug, ActionError)]
pub enum StoreFault {
    #[error(status = 503)]
    Busy,
    Perhaps(Option<i64>),
    Broken {
        r#type: Box<Record>,
        expression: Expression,
    },
}

/// The same as clients see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "code", content = "data", rename_all = "snake_case")]
pub enum Told {
    Missing,
    Taken(String),
    Crossed(i128, char),
    #[serde(rename = "too_much")]
    Limited {
        most: u64,
        share: f64,
        names: Vec<String>,
        picture: Option<Vec<u8>>,
    },
    Busy,
    Perhaps(Option<i64>),
    Broken {
        r#type: Record,
        expression: Expression,
    },
}

impl From<Told> for Fault {
    fn from(told: Told) -> Self {
        match told {
            Told::Missing => Self::Missing,
            Told::Taken(by) => Self::Taken(by),
            Told::Crossed(number, letter) => Self::Crossed(number, letter),
            Told::Limited {
                most,
                share,
                names,
                picture,
            } => Self::Limited {
                most,
                share,
                names,
                picture,
            },
            Told::Busy => Self::Store(StoreFault::Busy),
            Told::Perhaps(number) => Self::Store(StoreFault::Perhaps(number)),
            Told::Broken { r#type, expression } => {
                let r#type = Box::new(r#type);
                Self::Store(StoreFault::Broken { r#type, expression })
            }
        }
    }
}

impl Told {
    /// Whether plain JSON can say it.
    pub fn is_finite(&self) -> bool {
        match self {
            Self::Limited { share, .. } => share.is_finite(),
            Self::Broken { r#type, .. } => r#type.score.is_finite(),
            _ => true,
        }
    }
}

fn fail<T>(otherwise: T) -> Result<T, Fault> {
    let told = given::<Told>().pop();
    told.map_or(Ok(otherwise), |told| Err(told.into()))
}

#[tramline::query]
pub async fn fail_binary() -> Result<(), Fault> {
    fail(())
}

/// Its result makes it travel as plain JSON, and its errors with it.
#[tramline::query]
pub async fn fail_plain() -> Result<Loose, Fault> {
    fail(Loose::Flag(true))
}

#[tramline::query]
pub async fn echo_told(values: Vec<Told>) -> Vec<Told> {
    seen(values)
}
