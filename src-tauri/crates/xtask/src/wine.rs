//! A Windows to test in: wine, with everything it writes in the build cache, nothing of the user's, and no display.
//!
//! Wine 8 of Debian 12 lacks one library that each Rust program needs; a small one of ours, for tests only, stands in.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::checkout::Checkout;

/// The library that wine lacks.
const SHIM: &str = "bcryptprimitives";
/// To be counted up when a folder is made in another way than before.
const RECIPE: u32 = 1;
/// Nothing is said of wine's own troubles, no menu of the desktop is touched, no browser or .NET is asked for.
const SETTINGS: [&str; 4] =
    ["WINEARCH=win64", "WINEDEBUG=-all", "WINEDLLOVERRIDES=winemenubuilder.exe=d;mscoree=d;mshtml=d", "LC_ALL=C.UTF-8"];

/// A Windows 10 that is ready.
pub struct Wine {
    folder: PathBuf,
}

impl Wine {
    /// The one in the build cache; it is made there the first time, and anew for another wine.
    pub fn find_or_make(checkout: &Checkout) -> Result<Wine, String> {
        let shim = checkout.root.join("tests/fixtures/wine").join(SHIM).with_extension("c");
        let folder = checkout.target.join("windows").join(format!("wine-{:016x}", made_of(&shim)?));
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let wine = Wine { folder };
        // Two checkouts may want it at the same moment.
        let lock = File::create(wine.folder.join("lock")).map_err(|error| wine.says(&error))?;
        lock.lock().map_err(|error| wine.says(&error))?;
        let ready = wine.folder.join("ready");
        if !ready.exists() {
            println!("Making a Windows in {}", wine.folder.display());
            wine.make(&shim)?;
            fs::write(&ready, "").map_err(|error| wine.says(&error))?;
        }
        Ok(wine)
    }

    fn prefix(&self) -> PathBuf {
        self.folder.join("prefix")
    }

    /// Where it lies: `prefix` is what wine takes for a PC.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// How wine is to be started, "NAME=VALUE …".
    pub fn settings(&self) -> String {
        SETTINGS.join(" ")
    }

    /// The words before a Windows program that run it here.
    pub fn runner(&self) -> Vec<String> {
        let words = ["env", "--unset=DISPLAY", "--unset=WAYLAND_DISPLAY"].map(str::to_owned);
        let folders = [("HOME", self.folder.join("home")), ("WINEPREFIX", self.prefix())];
        let folders = folders.iter().map(|(name, folder)| format!("{name}={}", folder.display()));
        words.into_iter().chain(SETTINGS.map(str::to_owned)).chain(folders).chain(["wine".to_owned()]).collect()
    }

    fn make(&self, shim: &Path) -> Result<(), String> {
        for name in ["prefix", "home"] {
            let folder = self.folder.join(name);
            if folder.exists() {
                fs::remove_dir_all(&folder).map_err(|error| self.says(&error))?;
            }
        }
        fs::create_dir(self.folder.join("home")).map_err(|error| self.says(&error))?;
        self.run(&["wineboot", "--init"])?;
        self.wait();
        let users = self.prefix().join("drive_c/users");
        for user in fs::read_dir(&users).map_err(|error| self.says(&error))?.flatten() {
            own_folders(&user.path()).map_err(|error| self.says(&error))?;
        }
        let library = self.prefix().join("drive_c/windows/system32").join(SHIM).with_extension("dll");
        let mut compiler = Command::new("x86_64-w64-mingw32-gcc");
        compiler.args(["-shared", "-O2", "-o"]).arg(&library).arg(shim).arg("-ladvapi32");
        succeed(&mut compiler)?;
        self.run(&["winecfg", "-v", "win10"])?;
        self.wait();
        Ok(())
    }

    fn run(&self, args: &[&str]) -> Result<(), String> {
        let runner = self.runner();
        let (program, words) = runner.split_first().ok_or("no runner")?;
        let mut command = Command::new(program);
        // Wine without its 32-bit half says at each start that it is missing.
        succeed(command.args(words).args(args).stdout(Stdio::null()).stderr(Stdio::null()))
    }

    /// Until the registry is on the disk.
    fn wait(&self) {
        let _ = Command::new("wineserver").arg("--wait").env("WINEPREFIX", self.prefix()).status();
    }

    fn says(&self, error: &std::io::Error) -> String {
        format!("{}: {error}", self.folder.display())
    }
}

/// Changes with everything that the folder is made of.
fn made_of(shim: &Path) -> Result<u64, String> {
    let mut hasher = DefaultHasher::new();
    let wine = Command::new("wine").arg("--version").output().map_err(|error| format!("wine: {error}"))?;
    (RECIPE, wine.stdout, SETTINGS).hash(&mut hasher);
    fs::read(shim).map_err(|error| format!("{}: {error}", shim.display()))?.hash(&mut hasher);
    Ok(hasher.finish())
}

/// Wine makes Desktop, Documents … links to folders of the user; here they are folders.
fn own_folders(user: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(user)? {
        let entry = entry?;
        if entry.file_type()?.is_symlink() {
            fs::remove_file(entry.path())?;
            fs::create_dir(entry.path())?;
        }
    }
    Ok(())
}

fn succeed(command: &mut Command) -> Result<(), String> {
    let words = || format!("{} {:?}", command.get_program().display(), command.get_args().collect::<Vec<_>>());
    let failed = format!("FAILED: {}", words());
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{failed}: {status}")),
        Err(error) => Err(format!("{failed}: {error}")),
    }
}
