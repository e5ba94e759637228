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
        Ok(Checkout { root: root.to_owned(), target: target()? })
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
