//! Where everything of this account lies: found before the window, because a start that fails has a log too.

use std::path::{Path, PathBuf};

use sotg_core::location::{Location, locate};

use crate::failure::Failure;

/// The name of the program among the folders of an account, as tauri.conf.json has it.
const IDENTIFIER: &str = "vn.sotuyengiao.app";

/// The folders of a start.
pub struct Surroundings {
    /// The books, and the files of the window itself.
    pub location: Location,
    /// Where copies of evidence lie while the user looks at them: his own folder, and no other account's.
    pub outbox: PathBuf,
    /// The folder of a book that was asked for.
    pub asked: Option<PathBuf>,
}

impl Surroundings {
    /// Asks the system; `book` is the folder that was asked for.
    ///
    /// # Errors
    /// An account without a folder for data.
    pub fn find(book: Option<&Path>) -> Result<Surroundings, Failure> {
        let program = std::env::current_exe().ok();
        let beside = program.as_deref().and_then(Path::parent);
        let missing = || Failure::NotOpened("this account has no folder for data".to_owned());
        let user_data = dirs::data_local_dir().ok_or_else(missing)?;
        let location = locate(book, beside, &user_data);
        let outbox = location.outbox(&dirs::cache_dir().ok_or_else(missing)?.join(IDENTIFIER));
        Ok(Surroundings { location, outbox, asked: book.map(Path::to_owned) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_has_one_name_among_the_folders_of_an_account() {
        let configuration: serde_json::Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();
        assert_eq!(configuration["identifier"], IDENTIFIER);
        let usual = locate(None, None, Path::new("/d"));
        assert_eq!(usual.shell, Path::new("/d").join(IDENTIFIER));
    }
}
