//! Functions whose inputs can be read only with their shape at hand.

use serde::Deserialize;
use tramline::codegen::{Bound, Call, Errors, Outcome, value};

use super::{App, Record, Track};

#[derive(Debug, Deserialize)]
#[serde(tag = "type")]
enum Kind {
    Opened,
    Moved { x: i32, y: i32 },
}

#[derive(Debug, Deserialize)]
struct Event {
    kind: Kind,
    #[serde(default = "seven")]
    weight: u8,
}

fn seven() -> u8 {
    7
}

impl Event {
    fn text(&self) -> String {
        match self.kind {
            Kind::Opened => format!("opened {}", self.weight),
            Kind::Moved { x, y } => format!("moved {x} {y} {}", self.weight),
        }
    }
}

impl Bound<App> for Track {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        value(call.shaped_input::<Event>(&body)?.text())
    }
}

impl Bound<App> for Record {
    const ERRORS: Errors = &[];

    async fn call(mut call: Call<App>) -> Outcome {
        let body = call.body().await?;
        let (day, event) = call.shaped_fields::<(u64, Event)>(&body)?;
        value(format!("{day}: {}", event.text()))
    }
}
