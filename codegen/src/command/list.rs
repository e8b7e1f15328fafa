//! `tramline list`: everything that a package exposes.

use std::fmt;

use tramline_syntax::digest::base64url;

use super::doors;
use super::failure::Failure;
use super::project::Project;
use super::reading::Reading;
use crate::lock::Lock;
use crate::model::{
    Action, Authentication, Encoding, Input, Kind, Parameter, ParameterRole, Refuses,
};

/// What a package exposes.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Sorted by name.
    pub actions: Vec<Listed>,
}

/// One way into the server.
#[derive(Clone, Debug)]
pub struct Listed {
    /// What kind of way: `rpc`, which generated clients take, or `webhook`, to which third parties post.
    pub door: &'static str,
    /// The name of the action.
    pub name: String,
    /// `action`, `query` or `webhook`.
    pub kind: &'static str,
    /// Those that it answers.
    pub methods: &'static [&'static str],
    /// Where the service is mounted as it is by default.
    pub path: String,
    /// The part of the path that the name gives.
    pub id: String,
    /// The part of the path that input, result and errors give.
    pub fingerprint: String,
    /// What values travel as.
    pub wire: Wire,
    /// The names of what it takes from the caller.
    pub takes: Vec<String>,
    /// What it takes from the request; of a webhook, the receiver first.
    pub extractors: Vec<Extractor>,
    /// The limit of its own in bytes, where it has one.
    pub body_limit: Option<u64>,
    /// For layers to read.
    pub labels: Vec<(String, String)>,
    /// How its extractors can tell who calls: `bearer`, `cookie session`, `key x-api-key`.
    pub authentication: Vec<String>,
    /// Codes with their status, those of extractors included.
    pub errors: Vec<(String, u16)>,
    /// The file that it stands in, below the package's folder; that of another package begins with
    /// its name.
    pub source: String,
    /// The line of the function's name.
    pub line: usize,
    /// What the lock says of it, where there is one.
    pub lock: Option<LockState>,
    /// That a route should no longer be used, and from when on it is not answered.
    pub deprecated: Option<Deprecated>,
}

/// What a route says of its end. Days are `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deprecated {
    /// Since when it should not be used.
    pub since: String,
    /// When it stops answering, if that is known.
    pub sunset: Option<String>,
}

/// What a lock says of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockState {
    /// Of its present version.
    pub promise: Promise,
    /// How many past versions go on.
    pub go_on: usize,
    /// How many are refused.
    pub refused: usize,
}

/// Whether callers have been promised the present version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// It is in the lock.
    Locked,
    /// The lock has another version.
    Changed,
    /// The lock does not know the action.
    New,
}

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Promise::Locked => "locked",
            Promise::Changed => "changed",
            Promise::New => "new",
        })
    }
}

/// What values travel as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wire {
    /// postcard, and lossless JSON for a client that asks for it.
    Postcard,
    /// What serde_json makes of them, for these reasons.
    Json(Vec<String>),
}

/// A parameter with `#[extract]`.
#[derive(Clone, Debug)]
pub struct Extractor {
    /// Its type.
    pub written: String,
    /// Whether it can turn the caller away: because it declares errors, or because its source is
    /// not read and so nothing is known of it.
    pub guards: bool,
    /// The codes that it declares.
    pub codes: Vec<String>,
}

impl Listed {
    /// Whether an extractor can turn the caller away.
    pub fn is_guarded(&self) -> bool {
        self.extractors.iter().any(|extractor| extractor.guards)
    }
}

impl Project {
    /// Everything that the package exposes.
    ///
    /// # Errors
    ///
    /// When something is wrong with the sources.
    pub fn list(&self) -> Result<Listing, Failure> {
        let reading = self.read()?;
        let actions = reading.api.actions.iter();
        Ok(Listing {
            actions: actions
                .flat_map(|action| doors::of(&reading, action))
                .collect(),
        })
    }
}

/// The door that is not a route.
pub(super) fn listed(reading: &Reading, action: &Action) -> Listed {
    let [id, fingerprint] = [action.id, action.fingerprint].map(base64url);
    let errors = reading.api.codes(&action.output.errors).into_iter();
    let parameters = action.parameters.iter();
    let (kind, methods): (_, &[_]) = match action.kind {
        _ if action.webhook.is_some() => ("webhook", &["POST"]),
        Kind::Action => ("action", &["POST"]),
        Kind::Query => ("query", &["GET", "HEAD", "POST"]),
    };
    let (door, path) = match &action.webhook {
        Some(route) => ("webhook", route.path.clone()),
        None => ("rpc", format!("/rpc/{id}.{fingerprint}/{}", action.name)),
    };
    Listed {
        door,
        name: action.name.clone(),
        kind,
        methods,
        path,
        id,
        fingerprint,
        wire: match action.encoding {
            Encoding::Postcard => Wire::Postcard,
            // That it is JSON is in the nature of a webhook.
            Encoding::Json if action.webhook.is_some() => Wire::Json(Vec::new()),
            Encoding::Json => Wire::Json(action.json_reasons.clone()),
        },
        takes: takes(action),
        extractors: receiver(action)
            .into_iter()
            .chain(parameters.filter_map(|one| extractor(reading, one)))
            .collect(),
        body_limit: action.body_limit,
        labels: action.labels.clone(),
        authentication: action.authentication.iter().map(authentication).collect(),
        errors: errors
            .map(|(code, status)| (code.to_owned(), status))
            .collect(),
        source: reading.sources.cited(action.location).to_owned(),
        line: reading.sources.line(action.location),
        lock: reading
            .lock
            .as_ref()
            .filter(|_| action.webhook.is_none())
            .map(|present| state(&present.lock, action)),
        deprecated: None,
    }
}

/// What a webhook turns strangers away with.
fn receiver(action: &Action) -> Option<Extractor> {
    let route = action.webhook.as_ref()?;
    Some(Extractor {
        written: tidy(&route.receiver),
        guards: true,
        codes: Vec::new(),
    })
}

/// A type without the spaces between its tokens that nobody would write.
fn tidy(tokens: &str) -> String {
    const ALONE: &[(&str, &str)] = &[
        (" :: ", "::"),
        (":: ", "::"),
        (" < ", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        ("& ", "&"),
        ("( ", "("),
        (" )", ")"),
    ];
    let text = ALONE
        .iter()
        .fold(tokens.to_owned(), |text, (spaced, tight)| {
            text.replace(spaced, tight)
        });
    text.replace("' ", "'")
}

/// Under its name, or the one that it had before.
fn state(lock: &Lock, action: &Action) -> LockState {
    let names = std::iter::once(&action.name).chain(&action.renamed_from);
    let mut entries = names.filter_map(|name| lock.actions.get(name));
    let Some(locked) = entries.next() else {
        return LockState {
            promise: Promise::New,
            go_on: 0,
            refused: 0,
        };
    };
    let go_on = locked.past.iter().filter(|version| version.may.is_full());
    let go_on = go_on.count();
    let is_present = locked.fingerprint == action.fingerprint && locked.kind == action.kind;
    LockState {
        promise: match is_present {
            true => Promise::Locked,
            false => Promise::Changed,
        },
        go_on,
        refused: locked.past.len() - go_on,
    }
}

fn authentication(way: &Authentication) -> String {
    match way {
        Authentication::Bearer => "bearer".to_owned(),
        Authentication::Cookie(name) => format!("cookie {name}"),
        Authentication::ApiKey(name) => format!("key {name}"),
    }
}

fn takes(action: &Action) -> Vec<String> {
    if matches!(action.input, Input::None) {
        return Vec::new();
    }
    let parameters = action.parameters.iter();
    let wired = parameters.filter(|one| matches!(one.role, ParameterRole::Wire { .. }));
    wired.map(|one| one.name.clone()).collect()
}

fn extractor(reading: &Reading, parameter: &Parameter) -> Option<Extractor> {
    let ParameterRole::Extract(_, refuses) = parameter.role else {
        return None;
    };
    let codes = match refuses {
        Refuses::Declared(error) => reading.api.codes(&[error]),
        Refuses::Nothing | Refuses::Unknown => Default::default(),
    };
    let codes = codes.into_iter().map(|(code, _)| code.to_owned());
    let codes: Vec<String> = codes.collect();
    Some(Extractor {
        written: tidy(&parameter.written),
        guards: refuses == Refuses::Unknown || !codes.is_empty(),
        codes,
    })
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn types_read_as_they_are_written() {
        let cases = [
            ("State < Db >", "State<Db>"),
            (
                "Axum < axum :: extract :: Query < u8 > >",
                "Axum<axum::extract::Query<u8>>",
            ),
            (":: other :: Session", "::other::Session"),
            ("Pair < & '_ str , (u8 , u8) >", "Pair<&'_ str, (u8, u8)>"),
        ];
        for (tokens, expect) in cases {
            assert_eq!(tidy(tokens), expect);
        }
    }
}
