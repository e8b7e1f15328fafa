//! `{mount}/{id}.{fingerprint}/{name}`.

use crate::read::sextet;

/// What a path says. Its last segment is for people, and is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(crate) id: u64,
    pub(crate) fingerprint: u64,
}

/// Reads `path`, from which an outer router may have taken `mount` already.
pub(crate) fn parse(path: &str, mount: &str) -> Option<Address> {
    let inner = path
        .strip_prefix(mount)
        .filter(|rest| rest.starts_with('/'));
    let segment = inner.unwrap_or(path).strip_prefix('/')?;
    let (id, rest) = segment.split_at_checked(8)?;
    let (fingerprint, rest) = rest.strip_prefix('.')?.split_at_checked(8)?;
    let name = rest.strip_prefix('/')?.as_bytes();
    if name.is_empty() || name.contains(&b'/') {
        return None;
    }
    Some(Address {
        id: bits48(id)?,
        fingerprint: bits48(fingerprint)?,
    })
}

/// Eight base64url characters.
fn bits48(text: &str) -> Option<u64> {
    text.bytes().try_fold(0, |bits, character| {
        Some(bits << 6 | u64::from(sextet(character)?))
    })
}

#[cfg(test)]
mod tests {
    use super::{Address, parse};

    #[test]
    fn a_path_is_an_id_a_fingerprint_and_a_name() {
        let address = Address {
            id: 1,
            fingerprint: 0xffff_ffff_ffff,
        };
        let known = "/AAAAAAAB.________/posts.create";
        for (mount, path) in [
            ("/rpc", format!("/rpc{known}")),
            ("/rpc", known.to_owned()),
            ("", known.to_owned()),
            ("/a/b", format!("/a/b{known}")),
            ("/rpc", known.replace("posts.create", "%2F%00")),
        ] {
            assert_eq!(parse(&path, mount), Some(address), "{path}");
        }
        for path in [
            "",
            "/",
            "*",
            "/rpc",
            "/rpc/",
            "/x/AAAAAAAB.________/posts.create",
            "/rpcAAAAAAAB.________/posts.create",
            "/rpc/rpc/AAAAAAAB.________/posts.create",
            "/rpc//AAAAAAAB.________/posts.create",
            "/rpc/AAAAAAAB.________",
            "/rpc/AAAAAAAB.________/",
            "/rpc/AAAAAAAB.________/a/b",
            "/rpc/AAAAAAAB/posts.create",
            "/rpc/AAAAAAAB.AAAAAAA/posts.create",
            "/rpc/AAAAAAAB.AAAAAAAAA/posts.create",
            "/rpc/AAAAAA+B.________/posts.create",
            "/rpc/AAAAAA%B.________/posts.create",
            "/rpc/AAAAAA\u{e9}.________/posts.create",
        ] {
            assert_eq!(parse(path, "/rpc"), None, "{path}");
        }
    }
}
