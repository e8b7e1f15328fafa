//! The file on the disk, which is only read here.

use std::fs;
use std::io;
use std::path::Path;

use super::{FILE, Lock};

impl Lock {
    /// The lock beside the manifest of a package, if there is one.
    ///
    /// # Errors
    ///
    /// Says in one line why it cannot be read.
    pub(crate) fn beside_manifest(package: &Path) -> Result<Option<Self>, String> {
        match fs::read_to_string(package.join(FILE)) {
            Ok(text) => match Self::parse(&text) {
                Ok(lock) => Ok(Some(lock)),
                Err(error) => Err(error.to_string()),
            },
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(format!("{FILE} cannot be read: {error}")),
        }
    }
}
