use tramline::action;

#[cfg(unix)]
#[action]
async fn open(path: String) {}

#[cfg(not(unix))]
#[action]
async fn open(path: String, drive: char) {}

// These two agree.
#[cfg(unix)]
#[action]
async fn close(path: String) {}

#[cfg(not(unix))]
#[action]
async fn close(path: String) {}
