//! The facts of one action.

use crate::rest::Authentication;

/// What a layer, an extractor or a log can know about the action that a request is for.
///
/// A layer given to [`ServiceBuilder::layer`](crate::ServiceBuilder::layer) finds a
/// `&'static ActionInfo` in the extensions of every request, an extractor gets it from
/// [`RequestParts::action`](crate::RequestParts::action). Decide who may do what on this, never
/// on the path of the request: whatever door a call came through, the action is the same.
///
/// ```
/// use tramline::{ActionInfo, Kind};
///
/// fn needs_a_session(action: &ActionInfo) -> bool {
///     action.kind == Kind::Action || action.label("area") == Some("admin")
/// }
///
/// # let info = ActionInfo {
/// #     name: "posts.list", id: 0, former_ids: &[], fingerprint: 0, kind: Kind::Query,
/// #     labels: &[("area", "admin")], body_limit: None, errors: &[], authentication: &[],
/// # };
/// assert!(needs_a_session(&info));
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct ActionInfo {
    /// The name that clients, logs and people use: `posts.create_post`.
    pub name: &'static str,
    /// 48 bits of the digest of the name, what requests are routed on.
    pub id: u64,
    /// The digests of the names that `renamed_from` gives: clients from before the change of name
    /// call by these.
    pub former_ids: &'static [u64],
    /// 48 bits of the digest of the schema of input, result and errors.
    pub fingerprint: u64,
    /// Whether it may change state.
    pub kind: Kind,
    /// What `label(key = "value")` said, in the order of the source.
    pub labels: &'static [(&'static str, &'static str)],
    /// The largest request body in bytes, where the action sets its own limit.
    pub body_limit: Option<u64>,
    /// Every error that can reach a client, those of the extractors included.
    pub errors: &'static [ErrorCode],
    /// How its extractors can tell who calls, each way once; nothing, where none of them asks.
    pub authentication: &'static [Authentication],
}

/// Whether a function may change state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `#[action]`: may change state, POST only.
    Action,
    /// `#[query]`: a safe read, GET when its input is small.
    Query,
}

/// One declared error, as the wire knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorCode {
    /// What the client switches on: `name_taken`.
    pub code: &'static str,
    /// The HTTP status that goes with it.
    pub status: u16,
}

impl ActionInfo {
    /// The value of the label `key`.
    pub fn label(&self, key: &str) -> Option<&'static str> {
        self.labels
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| *value)
    }

    /// Where clients find the action below the mount, for tests and tools that call it without one:
    /// `{id}.{fingerprint}/{name}`.
    pub fn path(&self) -> String {
        let (id, fingerprint) = (characters(self.id), self.fingerprint_text());
        format!("{id}.{fingerprint}/{}", self.name)
    }

    /// The fingerprint as it stands in paths and headers.
    pub(crate) fn fingerprint_text(&self) -> String {
        characters(self.fingerprint)
    }
}

/// 48 bits as eight base64url characters.
fn characters(bits: u64) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    (0..8)
        .rev()
        .map(|place| ALPHABET[(bits >> (place * 6)) as usize & 63] as char)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{ActionInfo, Kind};

    #[test]
    fn a_path_is_an_id_a_fingerprint_and_a_name() {
        let info = ActionInfo {
            name: "posts.list",
            id: 1,
            former_ids: &[],
            fingerprint: 0xffff_ffff_fffe,
            kind: Kind::Query,
            labels: &[],
            body_limit: None,
            errors: &[],
            authentication: &[],
        };
        assert_eq!(info.path(), "AAAAAAAB._______-/posts.list");
    }
}
