//! A Windows 10 PC of one test: its own drive C:, registry and user, which nothing has been installed on.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::registry::Registry;

/// Where the installer puts the programs unless it is told otherwise, seen from the user's folder.
pub const PROGRAMS: &str = "AppData/Local/Programs/SoTuyenGiao";
/// The version that is tested; xtask and the programs have the same.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Makes a book of a district.
pub const INIT: [&str; 9] = [
    "init",
    "--unit",
    "Liên đoàn Lao động huyện Tam Đường",
    "--level",
    "district",
    "--place",
    "Tam Đường",
    "--signer",
    "Nguyễn Văn An",
];

/// Longer than anything here takes on a busy machine; a dialog that nobody answers would take for ever.
const PATIENCE: Duration = Duration::from_secs(120);

pub struct Pc {
    folder: tempfile::TempDir,
    base: PathBuf,
}

/// What a program left when it ended.
pub struct Ended {
    pub status: i32,
    pub output: String,
    pub error: String,
}

/// Something that xtask made: an installer, a zip, wine's folder.
pub fn made(name: &str) -> PathBuf {
    let path =
        std::env::var_os(name).unwrap_or_else(|| panic!("{name} is not set: run `cargo xtask test --installer`"));
    PathBuf::from(path)
}

impl Pc {
    /// A copy of the PC that xtask has made, all but the folder of Windows itself, which nothing here writes to.
    pub fn new() -> Pc {
        let pc = Pc { folder: tempfile::tempdir().unwrap(), base: made("SOTG_WINE") };
        let base = pc.base.join("prefix");
        fs::create_dir(pc.folder.path().join("home")).unwrap();
        fs::create_dir_all(pc.drive_c()).unwrap();
        for entry in fs::read_dir(&base).unwrap().map(Result::unwrap).filter(|entry| entry.file_name() != "drive_c") {
            copy(&entry.path(), &pc.prefix());
        }
        for entry in fs::read_dir(base.join("drive_c")).unwrap().map(Result::unwrap) {
            if entry.file_name() == "windows" {
                std::os::unix::fs::symlink(entry.path(), pc.drive_c().join("windows")).unwrap();
            } else {
                copy(&entry.path(), &pc.drive_c());
            }
        }
        pc
    }

    /// A PC on which the program has been installed in the usual way.
    pub fn with_program() -> Pc {
        let pc = Pc::new();
        assert_eq!(pc.run(&made("SOTG_SETUP"), &["/S"]).status, 0, "the silent installation");
        pc
    }

    fn prefix(&self) -> PathBuf {
        self.folder.path().join("prefix")
    }

    pub fn drive_c(&self) -> PathBuf {
        self.prefix().join("drive_c")
    }

    /// Folder of the one user, as the installer and the programs see it in %USERPROFILE%.
    pub fn user(&self) -> PathBuf {
        let users = fs::read_dir(self.drive_c().join("users")).unwrap().map(|entry| entry.unwrap().path());
        users.filter(|user| !user.ends_with("Public")).min().expect("wine made a user")
    }

    /// Where the programs are after a usual installation.
    pub fn programs(&self) -> PathBuf {
        self.user().join(PROGRAMS)
    }

    /// The shortcuts of the start menu and of the desktop.
    pub fn shortcuts(&self) -> [PathBuf; 2] {
        let menu = self.user().join("AppData/Roaming/Microsoft/Windows/Start Menu/Programs");
        [menu, self.user().join("Desktop")].map(|folder| folder.join("Sổ Tuyên giáo.lnk"))
    }

    /// How Windows writes the path of something on drive C:.
    pub fn windows_path(&self, path: &Path) -> String {
        let inside = path.strip_prefix(self.drive_c()).expect("a path on drive C:");
        format!("C:\\{}", inside.display()).replace('/', "\\")
    }

    /// Makes a folder of this machine one more drive, as a stick that is put in.
    pub fn put_in(&self, letter: char, folder: &Path) {
        std::os::unix::fs::symlink(folder, self.drive(letter)).unwrap();
    }

    pub fn take_out(&self, letter: char) {
        fs::remove_file(self.drive(letter)).unwrap();
    }

    fn drive(&self, letter: char) -> PathBuf {
        self.prefix().join("dosdevices").join(format!("{letter}:"))
    }

    fn wine(&self) -> Command {
        let mut wine = Command::new("env");
        let words = std::env::var("SOTG_WINE_SETTINGS").expect("xtask says how wine is started");
        wine.args(words.split_whitespace());
        wine.env("HOME", self.folder.path().join("home")).env("WINEPREFIX", self.prefix());
        wine.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").current_dir(self.drive_c()).stdin(Stdio::null());
        wine
    }

    /// Runs a program until it ends; `program` is a path of this machine, or a name that Windows knows.
    pub fn run(&self, program: impl AsRef<Path>, args: &[&str]) -> Ended {
        let mut wine = self.wine();
        let limit = PATIENCE.as_secs().to_string();
        wine.args(["timeout", "--kill-after=5", &limit, "wine"]).arg(program.as_ref()).args(args);
        let Output { status, stdout, stderr } = wine.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        let ended = Ended { status: status.code().unwrap_or(-1), output: text(stdout), error: text(stderr) };
        assert_ne!(ended.status, 124, "{} {args:?} did not end", program.as_ref().display());
        ended
    }

    /// Starts a program that reads its standard input to the end, and leaves it waiting for that.
    pub fn start_reading(&self, program: &Path, args: &[&str]) -> Running {
        /// More than a pipe holds: when it is written, the program runs and has read some of it.
        const MORE_THAN_A_PIPE: usize = 1 << 20;
        let mut wine = self.wine();
        wine.arg("wine").arg(program).args(args).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut running = Running(wine.spawn().unwrap());
        running.0.stdin.as_mut().unwrap().write_all(&[b' '; MORE_THAN_A_PIPE]).unwrap();
        running
    }

    /// The installed command line, which must succeed; gives what it printed.
    pub fn sotg(&self, args: &[&str]) -> String {
        let ended = self.run(self.programs().join("sotg.exe"), args);
        assert_eq!(ended.status, 0, "sotg {args:?}: {}", ended.error);
        ended.output
    }

    /// Runs an installer or uninstaller silently, told of a folder by "/D=" or "_?=": NSIS wants it as it is, blanks
    /// without quotation marks.
    pub fn install(&self, program: impl AsRef<Path>, option: &str, folder: &Path) -> i32 {
        let option = format!("{option}{}", self.windows_path(folder));
        let words: Vec<&str> = ["/S"].into_iter().chain(option.split(' ')).collect();
        self.run(program, &words).status
    }

    /// Uninstalls silently, as the settings of Windows do, and waits until it is done.
    pub fn uninstall(&self) {
        let uninstaller = self.programs().join("uninstall.exe");
        assert_eq!(self.run(&uninstaller, &["/S"]).status, 0, "the silent uninstallation");
        // It goes on in a copy of itself, and takes the key away that says it is installed as one of the last things.
        wait_until("the program is uninstalled", || {
            !self.programs().exists() && self.registry().value(r"Software\SoTuyenGiao", "Version").is_none()
        });
    }

    /// The part of the registry that belongs to the user.
    pub fn registry(&self) -> Registry {
        let file = self.drive_c().join("registry.reg");
        assert_eq!(self.run("reg", &["export", "HKCU", r"C:\registry.reg", "/y"]).status, 0, "reading the registry");
        let registry = Registry::read(&fs::read(&file).unwrap());
        fs::remove_file(&file).unwrap();
        registry
    }

    /// Every file of the user with its content: what a program has left behind is what is new here.
    pub fn files_of_the_user(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(&self.drive_c().join("users"), &mut files);
        files.sort();
        files
    }
}

impl Drop for Pc {
    /// Ends what still runs on this PC, and only on this one.
    fn drop(&mut self) {
        let _ = Command::new("wineserver").arg("--kill").env("WINEPREFIX", self.prefix()).status();
    }
}

/// A program that runs until this is dropped.
pub struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits for something that another process does.
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < PATIENCE, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Compiles a small program for Windows that stands for one of somebody else's.
pub fn compile(source: &str, program: &Path) {
    let source = Path::new("../../../tests/fixtures/wine").join(source);
    let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
    compiler.args(["-municode", "-O2", "-o"]).arg(program).arg(&source).args(["-ladvapi32"]);
    assert!(compiler.status().unwrap().success(), "{}", source.display());
}

fn copy(from: &Path, into: &Path) {
    assert!(Command::new("cp").arg("--archive").arg(from).arg(into).status().unwrap().success(), "{}", from.display());
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), files);
        } else {
            files.push((entry.path(), fs::read(entry.path()).unwrap_or_default()));
        }
    }
}
