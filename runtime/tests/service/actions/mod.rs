//! A table of actions, bound by hand.

mod extracting;
mod failing;
mod json;
mod lending;
mod plain;
mod replying;
mod shaped;
mod wires;

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use tramline::codegen::{Action, ActionInfo, Kind, Wire, error, marker};
use tramline::{Actions, ErrorCode, FromRef, Service};

/// The state: what happened, in order.
#[derive(Clone, Default)]
pub(crate) struct App {
    pub(crate) log: Arc<Mutex<Vec<&'static str>>>,
    pub(crate) runs: Arc<AtomicU32>,
}

impl App {
    pub(crate) fn note(&self, what: &'static str) {
        self.log.lock().unwrap().push(what);
    }

    pub(crate) fn noted(&self) -> Vec<&'static str> {
        self.log.lock().unwrap().clone()
    }

    pub(crate) fn runs(&self) -> u32 {
        self.runs.load(Ordering::Relaxed)
    }
}

/// How often an action ran, as a part of the state.
pub(crate) struct Runs(Arc<AtomicU32>);

impl FromRef<App> for Runs {
    fn from_ref(app: &App) -> Self {
        Self(Arc::clone(&app.runs))
    }
}

pub(crate) const FINGERPRINT: u64 = 0x1234_5678_9abc;

const fn info(name: &'static str, path: &str, kind: Kind) -> ActionInfo {
    ActionInfo {
        name,
        id: marker(path) & 0xffff_ffff_ffff,
        former_ids: &[],
        fingerprint: FINGERPRINT,
        kind,
        labels: &[],
        body_limit: None,
        errors: &[],
        authentication: &[],
    }
}

/// Declares markers with their facts, and the table of them all.
macro_rules! table {
    ($($marker:ident: $kind:ident $name:literal [$wire:ident] $(, $field:ident = $value:expr)*;)*) => {
        $(
            pub(crate) struct $marker;
            impl $marker {
                pub(crate) const INFO: &'static ActionInfo = &ActionInfo {
                    $($field: $value,)*
                    ..info($name, concat!("crate::", $name), Kind::$kind)
                };
                pub(crate) const WIRE: &'static Wire = &wires::$wire;
            }
        )*
        const ALL: &[Action<App>] = &[$(Action::new::<$marker>($marker::INFO, $marker::WIRE)),*];
    };
}

const SIGNED_OUT: ErrorCode = ErrorCode {
    code: "signed_out",
    status: 401,
};
const TAKEN: ErrorCode = ErrorCode {
    code: "name_taken",
    status: 409,
};

const VERDICTS: &[ErrorCode] = &[
    error("guilty", 400),
    error("fined", 400),
    error("jailed", 400),
    error("appealed", 409),
    SIGNED_OUT,
];

table! {
    Add: Action "add" [ADD];
    Double: Query "double" [DOUBLE];
    Ping: Action "ping" [NOTHING], labels = &[("area", "health")];
    Sign: Action "sign" [SIGN], errors = &[TAKEN, SIGNED_OUT];
    Shout: Action "shout" [SHOUT];
    Small: Action "small" [SMALL], body_limit = Some(4);
    Who: Action "who" [WHO], errors = &[SIGNED_OUT];
    Where: Action "where" [TEXT];
    Visits: Action "visits" [NUMBER];
    Transfer: Action "transfer" [TRANSFER], errors = &[TAKEN];
    Session: Action "session" [SESSION], errors = &[SIGNED_OUT];
    Feed: Query "feed" [BYTES];
    Register: Action "register" [SESSION];
    Panic: Action "panic" [NOTHING];
    BadInput: Action "bad_input" [NOTHING];
    BadOutput: Action "bad_output" [NOTHING];
    BadDrop: Action "bad_drop" [NOTHING];
    Wait: Action "wait" [NOTHING];
    Track: Action "track" [TRACK];
    Record: Action "record" [RECORD];
    Misshapen: Action "misshapen" [WRONG];
    Search: Query "search" [JSON];
    Draw: Action "draw" [JSON];
    Pulse: Query "pulse" [JSON];
    Judge: Action "judge" [JSON], errors = VERDICTS;
    Invite: Action "invite" [JSON], errors = &[SIGNED_OUT];
}

pub(crate) fn actions(app: App) -> Actions {
    Actions::new(app, ALL)
}

pub(crate) fn service() -> Service {
    Service::new(actions(App::default()))
}
