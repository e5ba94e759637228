//! Where the book lies. Pure: the shell says what it knows of the machine.

use std::path::{Path, PathBuf};

/// Folder beside the program that makes it portable: a USB stick that writes nowhere else.
pub const PORTABLE_FOLDER: &str = "so-tuyen-giao-data";
/// Folder in the user's data folder.
const DATA_FOLDER: &str = "so-tuyen-giao";
/// The window keeps files of its own in the data folder; books lie in folders of theirs.
const BOOK: &str = "so";
const SAMPLE: &str = "so-mau";

/// The folders of the two books of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The user's own book.
    pub book: PathBuf,
    /// The book with invented data, to try things in.
    pub sample: PathBuf,
}

/// Where the books lie: at the place that was asked for, else beside the program, else in the user's data folder.
///
/// `asked` is the folder of a book, or the file in it. `user_data` is the system's folder for data of programs.
pub fn locate(asked: Option<&Path>, program_folder: Option<&Path>, user_data: &Path) -> Location {
    if let Some(asked) = asked {
        let is_file = asked.file_name().is_some_and(|name| name == crate::book::FILE_NAME);
        let book = if is_file { asked.parent().unwrap_or(asked) } else { asked };
        let name = book.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        return Location { book: book.to_owned(), sample: book.with_file_name(format!("{name}-mau")) };
    }
    let portable = program_folder.map(|folder| folder.join(PORTABLE_FOLDER)).filter(|folder| folder.is_dir());
    let root = portable.unwrap_or_else(|| user_data.join(DATA_FOLDER));
    Location { book: root.join(BOOK), sample: root.join(SAMPLE) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_asked_for_wins_over_the_portable_folder_and_that_over_the_user_data() {
        let program = tempfile::tempdir().unwrap();
        let data = Path::new("/home/an/.local/share");
        let usual = locate(None, Some(program.path()), data);
        assert_eq!(usual.book, data.join("so-tuyen-giao/so"));
        std::fs::create_dir(program.path().join(PORTABLE_FOLDER)).unwrap();
        let portable = locate(None, Some(program.path()), data);
        assert_eq!(portable.book, program.path().join("so-tuyen-giao-data/so"));
        for asked in ["/d/so 2023", "/d/so 2023/so.db"] {
            let asked = locate(Some(Path::new(asked)), Some(program.path()), data);
            assert_eq!(asked.book, Path::new("/d/so 2023"));
            assert_eq!(asked.sample, Path::new("/d/so 2023-mau"), "the sample never lies inside the real book");
        }
    }
}
