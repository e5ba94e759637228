//! The installer for Windows, by NSIS from packaging/windows/installer.nsi.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::programs;
use crate::checkout::Checkout;
use crate::steps::Steps;

/// Where NSIS keeps its own texts.
const LANGUAGES: &str = "/usr/share/nsis/Contrib/Language files";

/// The part of the installer that runs first.
#[derive(Clone, Copy)]
pub enum Stub {
    /// For offices: runs on every Windows, so that an unfit one can be told so.
    X86,
    /// For tests: wine on Debian runs 64-bit programs only, unless a foreign architecture is added.
    Amd64,
}

/// An installer to be built.
pub struct Setup<'a> {
    /// Which kind.
    pub stub: Stub,
    /// What it calls itself; tests make older and newer ones of the same programs.
    pub version: &'a str,
    /// Where it is written.
    pub file: &'a Path,
}

/// Packs the programs that `programs::build` built.
pub fn build(checkout: &Checkout, steps: &mut Steps, setup: &Setup<'_>) -> Result<(), String> {
    let languages = composed_languages(checkout)?;
    let room = checkout.root.join("packaging/windows");
    let stub = match setup.stub {
        Stub::X86 => "x86",
        Stub::Amd64 => "amd64",
    };
    let [window, command_line, loader] = programs::files(checkout);
    let mut makensis = Command::new("makensis");
    makensis.current_dir(&room).args(["-V2", "-WX", "-INPUTCHARSET", "UTF8"]);
    makensis.arg(format!("-DSTUB={stub}")).arg(format!("-DVERSION={}", setup.version));
    makensis.arg(format!("-DVERSION_NUMBERS={}", numbers(setup.version)));
    let icon = checkout.root.join("icons/icon.ico");
    for (name, path) in [
        ("PROGRAM", window.as_path()),
        ("COMMAND_LINE", &command_line),
        ("LOADER", &loader),
        ("ICON", &icon),
        ("LANGUAGES", &languages),
        ("OUT", setup.file),
    ] {
        makensis.arg(format!("-D{name}={}", path.display()));
    }
    // The time in the head of the installer: none that says when it was built.
    makensis.env("SOURCE_DATE_EPOCH", "0").arg("installer.nsi");
    steps.run(&format!("the installer ({stub})"), &mut makensis)
}

/// NSIS writes Vietnamese with separate marks, which Windows shows shifted and a search does not find: composed copies.
fn composed_languages(checkout: &Checkout) -> Result<PathBuf, String> {
    let folder = checkout.target.join("phat-hanh/nsis-languages");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for name in ["Vietnamese.nsh", "Vietnamese.nlf"] {
        let mut composing = Command::new("uconv");
        composing.args(["-f", "UTF-8", "-t", "UTF-8", "-x", "Any-NFC", "-o"]);
        composing.arg(folder.join(name)).arg(Path::new(LANGUAGES).join(name));
        if !composing.status().is_ok_and(|status| status.success()) {
            return Err(format!("FAILED: uconv cannot compose {LANGUAGES}/{name}"));
        }
    }
    Ok(folder)
}

/// The four numbers that Windows wants: "1.2.0-thu" is 1.2.0.0.
fn numbers(version: &str) -> String {
    let plain = version.split(['-', '+']).next().unwrap_or_default();
    let mut numbers: Vec<&str> = plain.split('.').collect();
    numbers.resize(4, "0");
    numbers.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_has_four_numbers_for_windows() {
        for (version, wanted) in [("0.1.0", "0.1.0.0"), ("1.2.3-thu.4", "1.2.3.0"), ("2.0.0+abc", "2.0.0.0")] {
            assert_eq!(numbers(version), wanted);
        }
    }
}
