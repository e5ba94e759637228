//! Where things lie: the checkout, and the build cache outside of it.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The checkout that xtask runs in.
pub struct Checkout {
    /// Its root.
    pub root: PathBuf,
    /// Where cargo builds: outside of the checkout, so that a second clean one has everything already.
    pub target: PathBuf,
}

impl Checkout {
    /// Finds it by the place of this package, as cargo says it now: two checkouts share the build cache, and what was known
    /// when xtask was built may be the other one.
    pub fn find() -> Result<Checkout, String> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").ok_or("xtask is started by cargo: cargo xtask")?;
        let root = Path::new(&package).ancestors().nth(3).ok_or("The checkout is not where it was")?;
        let checkout = Checkout { root: root.to_owned(), target: target()? };
        checkout.forget_another_one()?;
        Ok(checkout)
    }

    /// Has our own packages built anew after another checkout used the cache. Cargo remembers our tests, which lie outside of
    /// their packages, by their whole path: unchanged in the other checkout, they would count as unchanged in this one too,
    /// and the tests of that one would run.
    fn forget_another_one(&self) -> Result<(), String> {
        let note = self.target.join("checkout.txt");
        let root = self.root.to_string_lossy().into_owned();
        if std::fs::read_to_string(&note).is_ok_and(|last| last == root) {
            return Ok(());
        }
        let windows = self.target.join("windows");
        for folder in [&self.target, &windows, &windows.join("x86_64-pc-windows-gnu")] {
            ["debug", "release"]
                .iter()
                .try_for_each(|profile| forget_ours(&folder.join(profile).join(".fingerprint")))?;
        }
        let failed = |error| format!("{}: {error}", note.display());
        std::fs::create_dir_all(&self.target).map_err(failed)?;
        std::fs::write(&note, root).map_err(failed)
    }

    /// Folder of the page.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// `cargo`, in the checkout, with the build cache.
    pub fn cargo(&self, args: &[&str]) -> Command {
        // The cargo that runs xtask, with its toolchain.
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(args).current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// `npm`, in ui/.
    pub fn npm(&self, args: &[&str]) -> Command {
        let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
        command.args(args).current_dir(self.ui());
        command
    }

    /// A program that was built; `profile` is "debug" or "release".
    pub fn built(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

/// Removes what cargo remembers of having built our packages; of others it remembers the right thing.
fn forget_ours(fingerprints: &Path) -> Result<(), String> {
    const OURS: [&str; 5] = ["app-", "cli-", "sotg-core-", "sotg-pages-", "xtask-"];
    let Ok(entries) = std::fs::read_dir(fingerprints) else { return Ok(()) };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        // What follows the name of the package is one word: "app-kit-…" would be another package.
        let is_ours = OURS.iter().any(|ours| name.strip_prefix(ours).is_some_and(|hash| !hash.contains('-')));
        if is_ours {
            std::fs::remove_dir_all(entry.path()).map_err(|error| format!("{}: {error}", entry.path().display()))?;
        }
    }
    Ok(())
}

fn target() -> Result<PathBuf, String> {
    let folder = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(target) = folder("CARGO_TARGET_DIR") {
        return std::path::absolute(target).map_err(|error| format!("CARGO_TARGET_DIR: {error}"));
    }
    let cache = if cfg!(windows) { folder("LOCALAPPDATA") } else { folder("XDG_CACHE_HOME") };
    let home = || folder("HOME").or_else(|| folder("USERPROFILE")).map(|home| home.join(".cache"));
    let cache = cache.or_else(home).ok_or("No home folder is known: set CARGO_TARGET_DIR")?;
    Ok(cache.join("so-tuyen-giao").join("target"))
}
