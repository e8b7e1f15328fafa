use tramline::{action, query};

#[cfg(unix)]
#[query]
async fn owner(path: String) -> u32 {
    path.len() as u32
}

#[cfg(not(unix))]
#[query]
async fn owner(path: String) -> String {
    path
}

#[cfg(unix)]
#[action]
async fn link(from: String, to: String) {}

#[cfg(windows)]
#[action]
async fn link(from: String) {}

/// These agree, and are one action.
#[cfg(unix)]
#[query]
async fn home() -> String {
    "/".to_owned()
}

#[cfg(not(unix))]
#[query]
async fn home() -> String {
    "C:\\".to_owned()
}
