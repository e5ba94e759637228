//! The files of the package, laid out as they will lie on the computer.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{PACKAGE, PROGRAMS, VERSION, read};
use crate::checkout::Checkout;

const DOC: &str = "usr/share/doc/so-tuyen-giao";
const FILE_TYPE: &str = "application-x-so-tuyen-giao-plan";

/// From packaging/debian/: what it is called there, and where it goes. Blanks are filled in; what ends in ".gz" is packed.
const TEXTS: [(&str, &str); 7] = [
    ("so-tuyen-giao.desktop", "usr/share/applications/so-tuyen-giao.desktop"),
    ("so-tuyen-giao.mime.xml", "usr/share/mime/packages/so-tuyen-giao.xml"),
    ("vn.sotuyengiao.app.metainfo.xml", "usr/share/metainfo/vn.sotuyengiao.app.metainfo.xml"),
    ("copyright", "usr/share/doc/so-tuyen-giao/copyright"),
    ("changelog", "usr/share/doc/so-tuyen-giao/changelog.gz"),
    ("so-tuyen-giao.1", "usr/share/man/man1/so-tuyen-giao.1.gz"),
    ("sotg.1", "usr/share/man/man1/sotg.1.gz"),
];
/// The sizes that the theme of icons which every desktop falls back on has folders for.
const ICON_SIZES: [u32; 8] = [16, 24, 32, 48, 64, 128, 256, 512];
/// What the page is made with and whose licence asks to go with it.
const OF_THE_PAGE: [(&str, &str); 4] = [
    ("@fontsource/be-vietnam-pro/LICENSE", "be-vietnam-pro.txt"),
    ("@fontsource/tinos/LICENSE", "tinos.txt"),
    ("@lucide/svelte/LICENSE", "lucide.txt"),
    ("svelte/LICENSE.md", "svelte.txt"),
];

/// The letters of the pages and of the window, which lie in this repository and are built into the programs.
const FONT_LICENCES: [(&str, &str); 2] =
    [("src-tauri/fonts/LICENSE.txt", "liberation-serif.txt"), ("ui/src/fonts/inter/LICENSE.txt", "page/inter.txt")];

/// The folder that becomes the package.
pub struct Tree {
    root: PathBuf,
}

impl Tree {
    /// Lays everything out in a new folder below `scratch`.
    pub fn lay_out(checkout: &Checkout, scratch: &Path, blanks: &[(&str, String)]) -> Result<Tree, String> {
        if scratch.exists() {
            fs::remove_dir_all(scratch).map_err(|error| cannot(scratch, &error))?;
        }
        let tree = Tree { root: scratch.join("tree") };
        for program in PROGRAMS {
            tree.copy(&checkout.built("release", program), &format!("usr/bin/{program}"))?;
        }
        for (name, place) in TEXTS {
            tree.write(place, &filled(checkout, name, blanks)?)?;
        }
        tree.copy_icons(&checkout.root.join("icons"))?;
        for (from, name) in OF_THE_PAGE {
            tree.copy(&checkout.ui().join("node_modules").join(from), &format!("{DOC}/page/{name}"))?;
        }
        for (from, name) in FONT_LICENCES {
            tree.copy(&checkout.root.join(from), &format!("{DOC}/{name}"))?;
        }
        tree.write(&format!("{DOC}/libraries"), &libraries(checkout)?)?;
        tree.set_rights(&tree.root)?;
        Ok(tree)
    }

    /// Where it lies.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Writes what dpkg wants to know: DEBIAN/control, and the checksums that `dpkg --verify` compares.
    pub fn write_control(&self, checkout: &Checkout, blanks: &[(&str, String)]) -> Result<(), String> {
        let mut sum = Command::new("md5sum");
        let files = self.files()?;
        let names = files.iter().filter_map(|file| file.strip_prefix(&self.root).ok());
        let sums = read(sum.args(names).current_dir(&self.root))?;
        self.write("DEBIAN/control", &filled(checkout, "control", blanks)?)?;
        self.write("DEBIAN/md5sums", &format!("{sums}\n"))?;
        self.set_rights(&self.root.join("DEBIAN"))
    }

    /// In units of 1024 bytes, as Debian counts: a file rounded up, everything else as one.
    pub fn installed_size(&self) -> Result<u64, String> {
        let paths = paths_below(&self.root).map_err(|error| cannot(&self.root, &error))?;
        let sizes = paths.iter().map(|path| match path.metadata() {
            Ok(known) if known.is_file() => known.len().div_ceil(1024),
            Ok(_) | Err(_) => 1,
        });
        Ok(sizes.sum())
    }

    fn copy_icons(&self, icons: &Path) -> Result<(), String> {
        let hicolor = "usr/share/icons/hicolor";
        for (drawing, prefix, kind, name) in
            [("icon", "", "apps", PACKAGE), ("ke-hoach", "ke-hoach-", "mimetypes", FILE_TYPE)]
        {
            for size in ICON_SIZES.map(|size| format!("{size}x{size}")) {
                let picture = icons.join(format!("{prefix}{size}.png"));
                self.copy(&picture, &format!("{hicolor}/{size}/{kind}/{name}.png"))?;
            }
            let drawing = icons.join(format!("{drawing}.svg"));
            self.copy(&drawing, &format!("{hicolor}/scalable/{kind}/{name}.svg"))?;
        }
        Ok(())
    }

    fn copy(&self, from: &Path, place: &str) -> Result<(), String> {
        let to = self.root.join(place);
        new_folder_of(&to)?;
        fs::copy(from, &to).map(|_| ()).map_err(|error| cannot(from, &error))
    }

    /// Packs it when `place` ends in ".gz": without a name and a time in it.
    fn write(&self, place: &str, text: &str) -> Result<(), String> {
        let plain = place.trim_end_matches(".gz");
        write(&self.root.join(plain), text)?;
        if plain == place {
            return Ok(());
        }
        read(Command::new("gzip").args(["--best", "--no-name"]).arg(self.root.join(plain))).map(|_| ())
    }

    /// Programs and folders may be entered by everybody, whatever the builder's own habits are.
    fn set_rights(&self, below: &Path) -> Result<(), String> {
        let paths = paths_below(below).map_err(|error| cannot(below, &error))?;
        paths.iter().map(PathBuf::as_path).chain([below]).try_for_each(|path| {
            let is_open = path.is_dir() || path.parent().is_some_and(|folder| folder.ends_with("usr/bin"));
            allow(path, if is_open { 0o755 } else { 0o644 }).map_err(|error| cannot(path, &error))
        })
    }

    fn files(&self) -> Result<Vec<PathBuf>, String> {
        let paths = paths_below(&self.root).map_err(|error| cannot(&self.root, &error))?;
        Ok(paths.into_iter().filter(|path| path.is_file()).collect())
    }
}

/// Writes a file, and its folder before it.
pub fn write(path: &Path, text: &str) -> Result<(), String> {
    new_folder_of(path)?;
    fs::write(path, text).map_err(|error| cannot(path, &error))
}

/// A file of packaging/debian/ with its blanks filled in. A blank that nobody fills would be installed.
fn filled(checkout: &Checkout, name: &str, blanks: &[(&str, String)]) -> Result<String, String> {
    let path = checkout.root.join("packaging/debian").join(name);
    let text = fs::read_to_string(&path).map_err(|error| cannot(&path, &error))?;
    let text = blanks.iter().fold(text, |text, (blank, value)| text.replace(blank, value));
    if text.contains('{') {
        Err(format!("FAILED: {} has a blank that is not filled", path.display()))
    } else {
        Ok(text)
    }
}

/// Name, version and licence of everything that is built in.
fn libraries(checkout: &Checkout) -> Result<String, String> {
    let tree = ["tree", "--locked", "-p", "app", "-p", "cli", "--edges", "normal", "--prefix", "none", "--no-dedupe"];
    let found = read(checkout.cargo(&tree).args(["--format", "{p}: {l}"]))?;
    // Our own packages are named with the folder that they lie in.
    let mut lines: Vec<&str> = found.lines().filter(|line| !line.is_empty() && !line.contains("(/")).collect();
    lines.sort_unstable();
    lines.dedup();
    Ok(format!("Built into Sổ Tuyên giáo {VERSION}:\n\n{}\n", lines.join("\n")))
}

/// Everything below a folder, in the order of the names.
fn paths_below(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    let mut paths = entries.clone();
    for entry in entries.iter().filter(|entry| entry.is_dir()) {
        paths.extend(paths_below(entry)?);
    }
    paths.sort();
    Ok(paths)
}

fn new_folder_of(path: &Path) -> Result<(), String> {
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(|error| cannot(path, &error))
}

#[cfg(unix)]
fn allow(path: &Path, rights: u32) -> std::io::Result<()> {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(rights))
}

/// Never reached: a release is built on Debian.
#[cfg(not(unix))]
fn allow(_: &Path, _: u32) -> std::io::Result<()> {
    Ok(())
}

fn cannot(path: &Path, error: &std::io::Error) -> String {
    format!("FAILED: {}: {error}", path.display())
}
