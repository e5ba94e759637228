//! One file in the place of another, on every system.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::Duration;

/// How often it is tried while another program holds one of the files.
const ATTEMPTS: u32 = 10;
const PAUSE: Duration = Duration::from_millis(50);

/// Renames a file over another one. On Windows neither may be open: a virus scanner looks into each new file for some
/// moments, so that is waited for; Word holds a document as long as it shows it, and then the error is `ResourceBusy`.
pub fn replace(from: &Path, to: &Path) -> io::Result<()> {
    for _ in 1..ATTEMPTS {
        match fs::rename(from, to) {
            Err(error) if is_held(&error) => std::thread::sleep(PAUSE),
            ended => return ended,
        }
    }
    fs::rename(from, to).map_err(|error| match error {
        held if is_held(&held) => io::Error::new(ErrorKind::ResourceBusy, held),
        other => other,
    })
}

/// Windows says "access denied", "sharing violation" or "lock violation" for a file that a program holds open.
fn is_held(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

#[cfg(all(test, windows))]
mod tests {
    use std::os::windows::fs::OpenOptionsExt as _;

    use super::*;

    /// Others may read the file while Word has it open, and nothing else.
    const FILE_SHARE_READ: u32 = 1;

    #[test]
    fn a_file_that_word_holds_open_is_busy_and_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (new, old) = (folder.path().join("mới"), folder.path().join("báo cáo.docx"));
        fs::write(&new, b"new").unwrap();
        fs::write(&old, b"old").unwrap();
        let word = fs::File::options().read(true).write(true).share_mode(FILE_SHARE_READ).open(&old).unwrap();
        assert_eq!(replace(&new, &old).unwrap_err().kind(), ErrorKind::ResourceBusy);
        assert_eq!(fs::read(&old).unwrap(), b"old");
        drop(word);
        replace(&new, &old).unwrap();
        assert_eq!(fs::read(&old).unwrap(), b"new");
    }

    #[test]
    fn a_virus_scanner_that_looks_into_a_new_file_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let (new, old) = (folder.path().join("mới"), folder.path().join("báo cáo.docx"));
        fs::write(&new, b"new").unwrap();
        let scanner = fs::File::options().read(true).share_mode(FILE_SHARE_READ).open(&new).unwrap();
        let looking = std::thread::spawn(move || {
            std::thread::sleep(PAUSE * 2);
            drop(scanner);
        });
        replace(&new, &old).unwrap();
        looking.join().unwrap();
        assert_eq!(fs::read(&old).unwrap(), b"new");
    }
}
