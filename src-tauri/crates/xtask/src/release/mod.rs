//! `cargo xtask release`: what offices install, from one commit and one version number.

mod commit;
mod deb;
mod installer;
mod portable;
mod program_file;
mod programs;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout::Checkout;
use crate::run::build_page;
use crate::setup;
use crate::steps::Steps;
use commit::Commit;
use installer::{Setup, Stub};

/// The one version number: of the workspace, so of the window, of `sotg --version` and of the files' properties too.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// What may be handed on: more does not go through the chat of an office without trouble.
const LARGEST: u64 = 30_000_000;
/// What may be installed.
const LARGEST_INSTALLED: u64 = 60_000_000;
const CHECKSUMS: &str = "SHA256SUMS";
const USAGE: &str = "cargo xtask release [--windows | --deb] [--allow-dirty]";

/// What was asked for.
pub struct Order {
    /// The installer and the portable folder.
    pub windows: bool,
    /// The package for Debian and its descendants.
    pub deb: bool,
    /// While the release itself is being worked on: with changes that are in no commit.
    allow_dirty: bool,
}

/// Builds what was asked for, everything by default, into `phat-hanh/VERSION` in the build folder.
pub fn release(checkout: &Checkout, args: &[String]) -> Result<(), String> {
    let order = Order::from_args(args)?;
    let commit = Commit::of(checkout, order.allow_dirty)?;
    let mut steps = Steps::default();
    setup::for_release(checkout, &mut steps, &order)?;
    build_page(checkout, &mut steps)?;
    let folder = empty_folder(checkout, VERSION)?;
    let mut files = Vec::new();
    if order.windows {
        files.extend(for_windows(checkout, &mut steps, &commit, &folder)?);
    }
    if order.deb {
        files.push(deb::build(checkout, &mut steps, &commit, &folder)?);
    }
    files.iter().try_for_each(|file| check_size(file))?;
    steps.time("checksums", || write_checksums(&folder, &files))?;
    steps.report_times();
    println!("\nSổ Tuyên giáo {VERSION}, commit {}", commit.name());
    files.push(folder.join(CHECKSUMS));
    files.iter().for_each(|file| println!("{:>12} bytes  {}", size(file), file.display()));
    Ok(())
}

/// The package for Debian as this checkout gives it now, with changes that are in no commit.
pub fn deb_to_try(checkout: &Checkout, steps: &mut Steps, into: &Path) -> Result<PathBuf, String> {
    setup::for_release(checkout, steps, &Order { windows: false, deb: true, allow_dirty: true })?;
    build_page(checkout, steps)?;
    deb::build(checkout, steps, &Commit::of(checkout, true)?, into)
}

impl Order {
    fn from_args(args: &[String]) -> Result<Order, String> {
        let has = |name: &str| args.iter().any(|arg| arg == name);
        let strange = args.iter().find(|arg| !["--windows", "--deb", "--allow-dirty"].contains(&arg.as_str()));
        if let Some(strange) = strange {
            return Err(format!("{strange} is not known: {USAGE}"));
        }
        let one = has("--windows") != has("--deb");
        Ok(Order { windows: has("--windows") || !one, deb: has("--deb") || !one, allow_dirty: has("--allow-dirty") })
    }
}

/// The installer and the portable folder. Beside them `test/` has the installer in the form that can be tried here.
fn for_windows(checkout: &Checkout, steps: &mut Steps, commit: &Commit, folder: &Path) -> Result<Vec<PathBuf>, String> {
    programs::build(checkout, steps)?;
    check_installed("Windows", programs::files(checkout).iter().map(|file| size(file)).sum())?;
    let setup = folder.join(format!("SoTuyenGiao-{VERSION}-setup.exe"));
    let tried = folder.join("test").join(format!("SoTuyenGiao-{VERSION}-setup-amd64.exe"));
    for (stub, file) in [(Stub::X86, &setup), (Stub::Amd64, &tried)] {
        installer::build(checkout, steps, &Setup { stub, version: VERSION, file })?;
    }
    let portable = portable::build(checkout, steps, commit, folder)?;
    Ok(vec![setup, portable])
}

/// What `cargo xtask test --installer` tries.
pub struct ForTests {
    /// The installer of this version, in the form that wine runs.
    pub setup: PathBuf,
    /// The same programs in installers that call themselves older and newer.
    pub older: PathBuf,
    pub newer: PathBuf,
    /// The portable folder, zipped.
    pub portable: PathBuf,
}

/// Builds from the sources as they are, in a commit or not.
pub fn for_tests(checkout: &Checkout, steps: &mut Steps) -> Result<ForTests, String> {
    let commit = Commit::of(checkout, true)?;
    let folder = empty_folder(checkout, "thu")?;
    programs::build(checkout, steps)?;
    let mut installer = |version| -> Result<PathBuf, String> {
        let file = folder.join(format!("SoTuyenGiao-{version}-setup-amd64.exe"));
        installer::build(checkout, steps, &Setup { stub: Stub::Amd64, version, file: &file })?;
        Ok(file)
    };
    let (older, setup, newer) = (installer("0.0.1")?, installer(VERSION)?, installer("1000.0.0")?);
    Ok(ForTests { setup, older, newer, portable: portable::build(checkout, steps, &commit, &folder)? })
}

/// Nothing of an earlier commit stays beside what is made now.
fn empty_folder(checkout: &Checkout, name: &str) -> Result<PathBuf, String> {
    let folder = checkout.target.join("phat-hanh").join(name);
    let cannot = |error| format!("{}: {error}", folder.display());
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(cannot)?;
    }
    std::fs::create_dir_all(folder.join("test")).map_err(cannot)?;
    Ok(folder)
}

fn check_size(file: &Path) -> Result<(), String> {
    let size = size(file);
    if (1..LARGEST).contains(&size) {
        return Ok(());
    }
    Err(format!("FAILED: {} has {size} bytes; between 1 and {LARGEST} are allowed", file.display()))
}

/// Says what is installed on a system, and refuses what is too much of it.
pub fn check_installed(system: &str, bytes: u64) -> Result<(), String> {
    if bytes < LARGEST_INSTALLED {
        println!("installed on {system}: {bytes} bytes");
        return Ok(());
    }
    Err(format!("FAILED: {bytes} bytes are installed on {system}; {LARGEST_INSTALLED} are too many"))
}

fn size(file: &Path) -> u64 {
    file.metadata().map_or(0, |known| known.len())
}

/// In the form that `sha256sum --check` reads, with names as they lie beside it.
fn write_checksums(folder: &Path, files: &[PathBuf]) -> Result<(), String> {
    let names = files.iter().filter_map(|file| file.file_name());
    let summed = Command::new("sha256sum").args(names).current_dir(folder).output();
    let summed = summed.map_err(|error| format!("FAILED: sha256sum: {error}"))?;
    if !summed.status.success() {
        return Err(format!("FAILED: sha256sum: {}", String::from_utf8_lossy(&summed.stderr)));
    }
    let file = folder.join(CHECKSUMS);
    std::fs::write(&file, summed.stdout).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_made_unless_one_thing_is_asked_for() {
        for (args, windows, deb, allow_dirty) in [
            (&[][..], true, true, false),
            (&["--windows"], true, false, false),
            (&["--deb"], false, true, false),
            (&["--windows", "--deb"], true, true, false),
            (&["--deb", "--allow-dirty"], false, true, true),
        ] {
            let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
            let order = Order::from_args(&args).unwrap();
            assert_eq!((order.windows, order.deb, order.allow_dirty), (windows, deb, allow_dirty), "{args:?}");
        }
        assert!(Order::from_args(&["--window".to_owned()]).is_err(), "a slip is not taken for everything");
    }
}
