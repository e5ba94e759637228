//! `cargo xtask test --deb`: the package on a bare Debian 12, made from the same sources as this machine's packages.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::checkout::Checkout;
use crate::packages;
use crate::release;
use crate::steps::Steps;

const CODENAME: &str = "bookworm";
/// The tests come and go with name spaces of their own: whatever happens, no mount and no process outlives them.
const NAME_SPACES: [&str; 5] = ["--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];

/// Builds the package, makes the bare system (once), and runs tests/debian.
pub fn test(checkout: &Checkout) -> Result<(), String> {
    if said_by(Command::new("id").arg("-u"))?.trim() != "0" {
        return Err("A bare Debian is made and entered by root only: run cargo xtask test --deb as root".to_owned());
    }
    let mut steps = Steps::default();
    let folder = checkout.target.join("debian");
    fs::create_dir_all(&folder).map_err(|error| cannot(&folder, &error))?;
    let package = release::deb_to_try(checkout, &mut steps, &folder)?;
    steps.time("a bare Debian 12", || {
        packages::install(packages::BARE_DEBIAN)?;
        bootstrap(&folder)
    })?;
    let mut tests = Command::new("unshare");
    let cargo = checkout.cargo(&["test", "--locked", "-p", "xtask", "--test", "debian"]);
    tests.args(NAME_SPACES).arg(cargo.get_program()).args(cargo.get_args()).current_dir(&checkout.root);
    tests.env("CARGO_TARGET_DIR", &checkout.target).env("SOTG_DEB", &package).env("SOTG_DEBIAN", &folder);
    steps.run_tests("the package on a bare Debian 12", &mut tests)?;
    steps.report();
    println!("Pictures of the screen: {}", folder.join("*.ppm").display());
    Ok(())
}

/// The smallest Debian that apt runs in. It is kept; what is newer than it is installed with the package.
fn bootstrap(folder: &Path) -> Result<(), String> {
    let root = folder.join(CODENAME);
    let sources = sources()?;
    if !root.is_dir() {
        let mirror = sources.iter().find(|(_, suite)| suite == CODENAME);
        let (mirror, _) = mirror.ok_or(format!("apt of this machine knows no Debian {CODENAME} to make one from"))?;
        let unfinished = folder.join("unfinished");
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished).map_err(|error| cannot(&unfinished, &error))?;
        }
        let mut debootstrap = Command::new("debootstrap");
        debootstrap.args(["--variant=minbase", CODENAME]).arg(&unfinished).arg(mirror);
        // A mount that debootstrap makes, and does not take back when it fails, goes with the name space.
        let mut command = Command::new("unshare");
        command.args(NAME_SPACES).arg(debootstrap.get_program()).args(debootstrap.get_args());
        if !command.status().is_ok_and(|status| status.success()) {
            return Err(format!("FAILED: debootstrap; its log is in {}/debootstrap", unfinished.display()));
        }
        fs::rename(&unfinished, &root).map_err(|error| cannot(&root, &error))?;
    }
    let mut list = String::new();
    sources.iter().for_each(|(address, suite)| {
        let _ = writeln!(list, "deb {address} {suite} main");
    });
    write(&root.join("etc/apt/sources.list"), &list)?;
    write(&root.join("etc/apt/apt.conf.d/10-as-this-machine"), &ways()?)?;
    let resolv = Path::new("/etc/resolv.conf");
    fs::copy(resolv, root.join("etc/resolv.conf")).map(|_| ()).map_err(|error| cannot(resolv, &error))
}

/// Addresses and suites that this machine's apt has Debian's own packages from.
fn sources() -> Result<Vec<(String, String)>, String> {
    let form = "$(ORIGIN)|$(COMPONENT)|$(CODENAME)|$(REPO_URI)";
    let targets = said_by(Command::new("apt-get").args(["indextargets", "--format", form, "Created-By: Packages"]))?;
    let mut found: Vec<(String, String)> = targets
        .lines()
        .filter_map(|line| {
            let (head, address) = line.rsplit_once('|')?;
            let suite = head.strip_prefix("Debian|main|")?;
            suite.starts_with(CODENAME).then(|| (address.to_owned(), suite.to_owned()))
        })
        .collect();
    found.sort();
    found.dedup();
    Ok(found)
}

/// How this machine's apt gets there: by which proxy, and whether it looks at the clock.
fn ways() -> Result<String, String> {
    let settings = said_by(Command::new("apt-config").arg("dump"))?;
    let ways = ["Acquire::http::", "Acquire::https::", "Acquire::Check-", "Acquire::Retries"];
    let ways = settings.lines().filter(|line| ways.iter().any(|way| line.starts_with(way)));
    Ok(ways.map(|line| format!("{line}\n")).collect())
}

fn said_by(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("FAILED: {command:?}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("FAILED: {command:?}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| cannot(path, &error))
}

fn cannot(path: &Path, error: &std::io::Error) -> String {
    format!("FAILED: {}: {error}", path.display())
}
