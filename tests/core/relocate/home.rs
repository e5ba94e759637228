//! An account with a book, a sample book and files of evidence in its usual data folder.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use sotg_core::Result;
use sotg_core::book::Book;
use sotg_core::location::{Location, locate};
use sotg_core::model::MoveProgress;
use sotg_core::relocate::{self, Wish};

use crate::support::{self, moment};

/// How many files of evidence the book has.
pub const N_FILES: usize = 3;

pub struct Home {
    pub folder: tempfile::TempDir,
}

impl Home {
    /// With nothing in it.
    pub fn empty() -> Home {
        Home { folder: tempfile::tempdir().unwrap() }
    }

    /// A copy of one that was made once: making books takes longer than moving them.
    pub fn with_books() -> Home {
        static MADE: LazyLock<Home> = LazyLock::new(|| {
            let home = Home::empty();
            home.fill();
            home
        });
        let home = Home::empty();
        copy_folder(MADE.folder.path(), home.folder.path());
        home
    }

    fn fill(&self) {
        let location = self.location();
        let mut book = location.open_or_create(&moment()).unwrap();
        book.set_up(&moment(), &support::set_up()).unwrap();
        let codes = support::codes(&book, "dot1");
        for (number, code) in codes.iter().take(N_FILES).enumerate() {
            let file = self.folder.path().join(format!("ảnh {number}.jpg"));
            fs::write(&file, vec![u8::try_from(number).unwrap(); 40_000 * (number + 1)]).unwrap();
            book.add_files(&moment(), code, &[file]).unwrap();
            book.set_progress(&moment(), std::slice::from_ref(code), &support::done()).unwrap();
        }
        book.close().unwrap();
        location.open_sample(&moment()).unwrap().close().unwrap();
        fs::write(location.root.join("Báo cáo.docx"), "tệp mà cán bộ tự để vào").unwrap();
    }

    pub fn location(&self) -> Location {
        locate(None, None, &self.folder.path().join("AppData"))
    }

    pub fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn move_to(&self, to: &Path) -> Result<()> {
        self.move_telling(to, &mut |_| {})
    }

    pub fn move_telling(&self, to: &Path, say: &mut dyn FnMut(&MoveProgress)) -> Result<()> {
        let wish = Wish { to, insists: false };
        relocate::move_to(&self.location(), &wish, &moment(), &no_variable, say)
    }

    /// What the program does when it is started: clears up, then opens the user's own book.
    pub fn start(&self) -> Book {
        relocate::tidy_up(&self.location()).unwrap();
        self.location().open().unwrap()
    }

    /// Everything that the books say, and every file of evidence compared with its hash.
    pub fn content(&self) -> Content {
        let location = self.location();
        let book = self.start();
        assert_eq!(book.check_evidence().unwrap(), [], "every file of evidence is there and as it was");
        book.close().unwrap();
        let mut files = files_in(&location.root);
        files.retain(|name, _| is_of_the_user(name));
        Content {
            book: digest(support::content_of(&location.book)),
            sample: digest(support::content_of(&location.sample)),
            n_pieces: files.keys().filter(|name| name.contains("minh-chung")).count(),
            files,
        }
    }
}

/// What a user would miss.
#[derive(Debug, PartialEq, Eq)]
pub struct Content {
    pub book: u64,
    pub sample: u64,
    pub n_pieces: usize,
    files: BTreeMap<String, u64>,
}

/// Not a mark of the program's own, not what an earlier move has put aside.
fn is_of_the_user(name: &str) -> bool {
    let own = ["noi-luu.toml", "dang-chuyen.toml", "dang-chuyen.khoa", "so-tuyen-giao.toml", "dang-dung.khoa"];
    !own.iter().any(|own| name.ends_with(own)) && !name.starts_with("da-chuyen-")
}

/// Every file below a folder, by its path with slashes. Of a book the content is compared by its rows.
pub fn files_in(folder: &Path) -> BTreeMap<String, u64> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                let content = if name.ends_with(".db") { Vec::new() } else { fs::read(&path).unwrap() };
                files.insert(name, digest(content));
            }
        }
    }
    files
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let place = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_folder(&path, &place);
        } else {
            fs::copy(&path, &place).unwrap();
        }
    }
}

/// A failed comparison should not print a whole book.
pub fn digest(content: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    hasher.finish()
}

pub fn no_variable(_: &str) -> Option<OsString> {
    None
}
