//! One type for each serde attribute that the wire does not follow.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};
use tramline::{ActionError, action};

mod unix_time;

#[derive(Serialize, Deserialize)]
#[serde(remote = "std::time::Duration")]
struct Remote {
    #[serde(getter = "std::time::Duration::as_secs")]
    secs: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum FieldIdentifier {
    Id,
}

#[derive(Serialize, Deserialize)]
#[serde(variant_identifier)]
enum VariantIdentifier {
    Id,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "Title Case")]
struct UnknownCase {
    id: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(from = "String")]
struct ReadOtherwise {
    id: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(from = "String", into = "u64")]
struct TwoFaced {
    id: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct EitherField {
    #[serde(skip_serializing)]
    read: u64,
    #[serde(skip_deserializing)]
    written: u64,
}

#[derive(Serialize, Deserialize)]
enum Variants {
    #[serde(skip)]
    Skipped,
    #[serde(skip_deserializing)]
    NeverRead,
    #[serde(with = "unix_time")]
    With(u64),
    #[serde(skip)]
    Last,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
enum Hollow {
    Nothing(#[serde(skip)] u64),
}

#[derive(Serialize, Deserialize)]
struct Pair(
    #[serde(skip_serializing_if = "Option::is_none")] Option<u64>,
    u64,
);

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", deny_unknown_fields)]
struct TaggedAndStrict {
    id: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename(serialize = "Out"))]
struct TaggedApart {
    id: u64,
}

#[serde_with::serde_as]
#[derive(Serialize, Deserialize)]
struct WrittenAs {
    at: u64,
}

#[derive(Debug, ActionError)]
enum OwnError {
    TooLong {
        #[serde(rename = "max")]
        limit: u64,
    },
}

/// What is wrong in one direction does not matter in the other.
#[derive(Serialize)]
#[serde(into = "String", from = "u64")]
struct OnlyWritten {
    id: u64,
}

/// All of this is followed.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Thing", rename_all = "camelCase", deny_unknown_fields, expecting = "a thing")]
struct Allowed<'call> {
    #[serde(rename = "ID", alias = "id")]
    post_id: u64,
    #[serde(borrow)]
    title: &'call str,
    #[serde(skip)]
    lock: std::sync::Mutex<PhantomData<u64>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[action]
async fn containers(
    a: Remote,
    b: FieldIdentifier,
    c: VariantIdentifier,
    d: UnknownCase,
    e: ReadOtherwise,
    f: TwoFaced,
    g: EitherField,
    h: Variants,
    i: Hollow,
    j: WrittenAs,
    k: TaggedAndStrict,
    l: TaggedApart,
) -> (ReadOtherwise, TwoFaced, Hollow, Pair, OnlyWritten) {
    unimplemented!()
}

#[action]
async fn fine(a: Allowed<'_>) {}

#[action]
async fn refuse() -> Result<(), OwnError> {
    Ok(())
}
