//! Installs what building and testing need, and says in one sentence what it cannot install.

use std::process::{Command, Stdio};

use crate::checkout::Checkout;
use crate::packages;
use crate::release::Order;
use crate::steps::Steps;

/// A folder with a package-lock.json, and how npm installs what it says.
type NodeFolder = (&'static str, &'static str);

/// The page.
const PAGE: NodeFolder = ("ui", "ci");
/// Microsoft's validator of Word documents. It is a program per system, and not every registry has those for the other
/// systems: `npm ci` then refuses the lockfile, `npm install` takes what is for this one.
const VALIDATOR: NodeFolder = ("tests/fixtures/validator", "install");

/// What `cargo xtask run` needs.
pub fn for_run(checkout: &Checkout, steps: &mut Steps) -> Result<(), String> {
    set_up(checkout, steps, packages::BUILD, &[PAGE])
}

/// What `cargo xtask test` needs.
pub fn for_tests(checkout: &Checkout) -> Result<(), String> {
    for_check(checkout, &mut Steps::default())
}

/// The same, among the steps of a longer task.
pub fn for_check(checkout: &Checkout, steps: &mut Steps) -> Result<(), String> {
    set_up(
        checkout,
        steps,
        &[packages::BUILD, packages::TEST, &packages::of_pages(), &windows()].concat(),
        &[PAGE, VALIDATOR],
    )
}

/// What `cargo xtask test --windows` needs.
pub fn for_windows(checkout: &Checkout, steps: &mut Steps) -> Result<(), String> {
    set_up(checkout, steps, &[packages::BUILD, &windows()].concat(), &[])
}

/// What `cargo xtask test --installer` needs.
pub fn for_installer_tests(checkout: &Checkout, steps: &mut Steps) -> Result<(), String> {
    if !packages::has_windows() {
        return Err("The installer is built and tried on Debian 12: it has the compiler for Windows".to_owned());
    }
    let names = [packages::BUILD, packages::WINDOWS, packages::INSTALLER, packages::WINE].concat();
    set_up(checkout, steps, &names, &[PAGE])
}

fn windows() -> Vec<&'static str> {
    if packages::has_windows() { [packages::WINDOWS, packages::WINE].concat() } else { Vec::new() }
}

/// What `cargo xtask bench` needs.
pub fn for_bench(checkout: &Checkout, steps: &mut Steps) -> Result<(), String> {
    set_up(checkout, steps, &[packages::BUILD, packages::TEST, packages::BENCH].concat(), &[PAGE])
}

/// What `cargo xtask release` needs.
pub fn for_release(checkout: &Checkout, steps: &mut Steps, order: &Order) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Err("A release is built on Debian 12: it has the compiler and the packer for Windows".to_owned());
    }
    let windows = [packages::WINDOWS, packages::INSTALLER].concat();
    let parts = [(order.windows, windows.as_slice()), (order.deb, packages::DEB)];
    let names = parts.iter().filter(|(is_wanted, _)| *is_wanted).flat_map(|(_, names)| *names);
    set_up(checkout, steps, &packages::BUILD.iter().chain(names).copied().collect::<Vec<_>>(), &[PAGE])
}

fn set_up(checkout: &Checkout, steps: &mut Steps, names: &[&str], folders: &[NodeFolder]) -> Result<(), String> {
    steps.time("set-up", || {
        if cfg!(target_os = "linux") {
            packages::install(names)?;
        }
        require_node(checkout)?;
        if cfg!(target_os = "macos") && !answers(Command::new("xcode-select").arg("--print-path")) {
            return Err("The compiler of Apple is missing: xcode-select --install".to_owned());
        }
        if cfg!(windows) && !has_webview2() {
            return Err("WebView2 is missing: install \"WebView2 Runtime\" of Microsoft (Evergreen)".to_owned());
        }
        folders.iter().try_for_each(|folder| install_node_modules(checkout, folder))
    })
}

/// Node 20 or newer, and npm.
fn require_node(checkout: &Checkout) -> Result<(), String> {
    let sentence = "Node.js 20 or newer with npm is missing: install it and run this again";
    let version = Command::new("node").arg("--version").output().map_err(|_| sentence.to_owned())?;
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    let major: u32 = version.trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok()).unwrap_or(0);
    if major < 20 {
        return Err(format!("{sentence} (found: {version})"));
    }
    if answers(checkout.npm(&["--version"]).stdin(Stdio::null())) { Ok(()) } else { Err(sentence.to_owned()) }
}

/// Installs, if the lockfile is another one than that which was installed last.
fn install_node_modules(checkout: &Checkout, (folder, verb): &NodeFolder) -> Result<(), String> {
    let folder = checkout.root.join(folder);
    let lock = folder.join("package-lock.json");
    let installed = folder.join("node_modules").join(".installed-package-lock.json");
    let wanted = std::fs::read(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    if std::fs::read(&installed).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    println!("npm {verb} in {}", folder.display());
    let mut command = checkout.npm(&[verb, "--no-audit", "--no-fund", "--prefer-offline"]);
    if !command.current_dir(&folder).status().is_ok_and(|status| status.success()) {
        return Err(format!("FAILED: npm {verb} in {}", folder.display()));
    }
    std::fs::write(&installed, wanted).map_err(|error| format!("{}: {error}", installed.display()))
}

/// Microsoft's own way to ask: the version under the key of the runtime; empty or 0.0.0.0 is absent.
fn has_webview2() -> bool {
    const CLIENT: &str = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    [r"HKLM\SOFTWARE\WOW6432Node", r"HKLM\SOFTWARE", r"HKCU\Software"].iter().any(|root| {
        let asked = Command::new("reg").args(["query", &format!(r"{root}\{CLIENT}"), "/v", "pv"]).output();
        asked.is_ok_and(|answer| {
            let text = String::from_utf8_lossy(&answer.stdout).into_owned();
            text.split_whitespace().last().is_some_and(|version| version.contains('.') && version != "0.0.0.0")
        })
    })
}

fn answers(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
