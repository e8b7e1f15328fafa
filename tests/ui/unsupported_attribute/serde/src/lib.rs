//! One type for each serde attribute that the wire does not follow.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use tramline::action;

mod unix_time;

#[derive(Serialize, Deserialize)]
#[serde(rename(serialize = "Out", deserialize = "In"))]
struct RenamedApart {
    id: u64,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct ContainerDefault {
    id: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type")]
struct TaggedStruct {
    id: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind")]
enum InternallyTagged {
    A { id: u64 },
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
enum AdjacentlyTagged {
    A(u64),
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    A(u64),
    B(String),
}

#[derive(Serialize, Deserialize)]
enum UntaggedVariant {
    A(u64),
    #[serde(untagged)]
    B(String),
}

#[derive(Serialize, Deserialize)]
#[serde(from = "u64", into = "u64")]
struct Converted(u64);

#[derive(Serialize, Deserialize)]
#[serde(try_from = "String")]
struct Parsed(String);

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
#[serde(transparent)]
struct Transparent {
    id: u64,
    name: String,
}

#[derive(Serialize, Deserialize)]
enum Variants {
    #[serde(skip)]
    Skipped,
    #[serde(skip_deserializing)]
    NeverRead,
    #[serde(skip_serializing)]
    NeverWritten,
    #[serde(other)]
    Other,
}

#[derive(Serialize, Deserialize)]
struct Fields {
    #[serde(default)]
    default: u64,
    #[serde(default = "one")]
    default_path: u64,
    #[serde(skip)]
    skipped: u64,
    #[serde(skip_serializing)]
    never_written: u64,
    #[serde(skip_deserializing)]
    never_read: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    sometimes: Option<u64>,
    #[serde(flatten)]
    rest: HashMap<String, u64>,
    #[serde(with = "unix_time")]
    with: u64,
    #[serde(serialize_with = "unix_time::serialize")]
    written_with: u64,
    #[serde(deserialize_with = "unix_time::deserialize")]
    read_with: u64,
}

#[serde_with::skip_serializing_none]
#[derive(Serialize, Deserialize)]
struct Rewritten {
    note: Option<String>,
}

#[serde_with::serde_as]
#[derive(Serialize, Deserialize)]
struct WrittenAs {
    at: u64,
}

/// These change neither names nor layout, or only names.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Thing", rename_all = "camelCase", deny_unknown_fields, expecting = "a thing")]
struct Allowed<'call> {
    #[serde(rename = "ID", alias = "id")]
    post_id: u64,
    #[serde(borrow)]
    title: &'call str,
}

#[action]
async fn containers(
    a: RenamedApart,
    b: ContainerDefault,
    c: TaggedStruct,
    d: InternallyTagged,
    e: AdjacentlyTagged,
    f: Untagged,
    g: UntaggedVariant,
    h: Converted,
    i: Parsed,
    j: Remote,
    k: FieldIdentifier,
    l: VariantIdentifier,
    m: UnknownCase,
    n: Transparent,
    o: Variants,
    p: Fields,
    q: Rewritten,
    r: WrittenAs,
    s: Allowed<'_>,
) {
}
