//! Who uses a folder. Window and command line may use a book together; who moves it must be alone.
//!
//! The lock is the system's: it ends with the process, however that ends.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

use crate::error::{Error, ErrorCode, Result};

/// A program that is just closing, or one that another program is just starting, lets go within moments.
const ATTEMPTS: u32 = 10;
const PAUSE: Duration = Duration::from_millis(30);

/// Held until it is dropped. Empty where the system has no locks for files, as on some network shares.
#[derive(Debug)]
pub(crate) struct Lock(#[allow(dead_code, reason = "closing the file gives the lock back")] Option<File>);

/// Uses the folder together with others.
///
/// # Errors
/// `busy` while somebody has it for himself.
pub(crate) fn share(file: &Path) -> Result<Lock> {
    take(file, File::try_lock_shared)
}

/// Has the folder for oneself.
///
/// # Errors
/// `busy` while somebody uses it.
pub(crate) fn seize(file: &Path) -> Result<Lock> {
    take(file, File::try_lock)
}

fn take(path: &Path, lock: fn(&File) -> std::result::Result<(), TryLockError>) -> Result<Lock> {
    // A folder that cannot be written is refused later, by who writes, with better words.
    let Ok(file) = File::options().create(true).truncate(false).write(true).open(path) else {
        return Ok(Lock(None));
    };
    for attempt in 1.. {
        match lock(&file) {
            Ok(()) => break,
            Err(TryLockError::WouldBlock) if attempt < ATTEMPTS => std::thread::sleep(PAUSE),
            Err(TryLockError::WouldBlock) => {
                return Err(Error::refused(ErrorCode::Busy, "waiting for who uses the folder"));
            }
            Err(TryLockError::Error(_)) => return Ok(Lock(None)),
        }
    }
    Ok(Lock(Some(file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_may_use_a_folder_and_one_may_have_it_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("khoa");
        let (first, second) = (share(&file).unwrap(), share(&file).unwrap());
        assert_eq!(seize(&file).unwrap_err().code(), ErrorCode::Busy);
        drop((first, second));
        let alone = seize(&file).unwrap();
        assert_eq!(share(&file).unwrap_err().code(), ErrorCode::Busy);
        drop(alone);
        assert!(share(&file).is_ok());
    }
}
