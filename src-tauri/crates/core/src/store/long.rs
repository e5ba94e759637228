//! SQLite and paths of more than 260 letters, which Windows takes only when they are spelled in full, after `\\?\`. The
//! standard library does so for its own files; SQLite does not.

use std::borrow::Cow;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

/// From here on a path is spelled in full: 260 less the end of the text and what SQLite puts behind the name, "-journal".
const LONG: usize = 240;

/// Opens a file of SQLite's however long its path is.
pub fn open(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    if cfg!(windows) {
        // SQLite's usual way to files ends at 1.040 bytes of a path, which is fewer Vietnamese letters.
        Connection::open_with_flags_and_vfs(spelled(path), flags, c"win32-longpath")
    } else {
        Connection::open_with_flags(path, flags)
    }
}

/// How SQLite is told of a path. A short one stays as it is, which everything else on the PC uses too.
pub fn spelled(path: &Path) -> Cow<'_, Path> {
    if !cfg!(windows) || path.as_os_str().len() < LONG && path.is_absolute() {
        return Cow::Borrowed(path);
    }
    let absolute = std::path::absolute(path).ok();
    match absolute.as_deref().and_then(Path::to_str).and_then(in_full) {
        Some(full) => Cow::Owned(full.into()),
        None => Cow::Borrowed(path),
    }
}

/// A long absolute path of Windows with the mark in front that says that it is one; `None` for one that is good as it is.
fn in_full(absolute: &str) -> Option<String> {
    if absolute.len() < LONG || absolute.starts_with(r"\\?\") || absolute.starts_with(r"\\.\") {
        return None;
    }
    Some(match absolute.strip_prefix(r"\\") {
        Some(on_a_server) => format!(r"\\?\UNC\{on_a_server}"),
        None => format!(r"\\?\{absolute}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_paths_of_windows_are_spelled_in_full() {
        let deep = r"Báo cáo của huyện\".repeat(20);
        for (path, wanted) in [
            (r"C:\Sổ\so.db".to_owned(), None),
            (format!(r"C:\{deep}so.db"), Some(format!(r"\\?\C:\{deep}so.db"))),
            (format!(r"\\máy-chủ\chung\{deep}so.db"), Some(format!(r"\\?\UNC\máy-chủ\chung\{deep}so.db"))),
            (format!(r"\\?\D:\{deep}so.db"), None),
        ] {
            assert_eq!(in_full(&path), wanted, "{path}");
        }
    }
}
