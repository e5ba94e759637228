//! What documents said, by the hash of all their bytes: who looks at a folder, decides and accepts does not wait for the same
//! files to be read three times.
//!
//! Pure: the same bytes say the same beside the same plan. Nothing here is a decision; signatures are looked at again when a
//! file is taken in.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use super::look::Looked;

/// Documents that are remembered; about a kilobyte each.
const LIMIT: usize = 20_000;

/// Documents with more edits than these are read again.
const EDITS_LIMIT: usize = 20;

static REMEMBERED: LazyLock<Mutex<HashMap<String, Looked>>> = LazyLock::new(Mutex::default);

/// What was said of a document under this name.
pub fn find(name: &str) -> Option<Looked> {
    REMEMBERED.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
}

/// Keeps what a document said.
pub fn keep(name: String, looked: &Looked) {
    if looked.file.edits.len() > EDITS_LIMIT {
        return;
    }
    let mut remembered = REMEMBERED.lock().unwrap_or_else(PoisonError::into_inner);
    if remembered.len() >= LIMIT {
        remembered.clear();
    }
    remembered.insert(name, looked.clone());
}
