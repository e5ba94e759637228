//! System packages of Debian and its descendants. Only what is missing is installed, and nothing is looked up when
//! nothing is missing.

use std::process::{Command, Stdio};

/// What building the program needs.
pub const BUILD: &[&str] = &["gcc", "libc6-dev", "pkg-config", "libwebkit2gtk-4.1-dev"];

/// What the tests need besides: a display that nobody looks at, a driver for the window, hands for native dialogs, a
/// window manager (one package, 600 kB), and a witness of system calls; for the checker of the official form the reader of
/// XML, letters as wide as those of Times New Roman, and what other hands write Word and Excel files with.
pub const TEST: &[&str] = &[
    "xvfb",
    "webkit2gtk-driver",
    "xdotool",
    "jwm",
    "strace",
    "python3",
    "python3-lxml",
    "python3-docx",
    "python3-openpyxl",
    "fonts-liberation",
];

/// Reads PDF back.
const PDF_READERS: &str = "poppler-utils";

/// Prints Word documents, where no LibreOffice is: Debian has it with a window and without, and one drives out the other.
const OFFICE: &str = "libreoffice-writer-nogui";

/// Saves forms as .xlsx, .ods and .xls: without a window, and beside a LibreOffice that has one.
const SHEETS: [&str; 2] = ["libreoffice-calc-nogui", "libreoffice-calc"];

/// What the tests of pages and forms need: another hand that prints the same Word document and saves the same workbook, and
/// one that reads what was printed.
pub fn of_pages() -> Vec<&'static str> {
    let answers = |command: &mut Command| command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    let has_office = answers(Command::new("soffice").arg("--version"));
    let has_sheets = SHEETS.into_iter().any(is_installed);
    let [windowless, beside_window] = SHEETS;
    let sheets = if is_installed("libreoffice-core") { beside_window } else { windowless };
    let missing = [(!has_office).then_some(OFFICE), (!has_sheets).then_some(sheets)];
    std::iter::once(PDF_READERS).chain(missing.into_iter().flatten()).collect()
}

/// What the benchmarks need besides: a peer that the Word export is measured against.
pub const BENCH: &[&str] = &["python3-docxtpl"];

/// What building for Windows needs: Debian's own newest Rust with the source of its standard library, and a linker.
pub const WINDOWS: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "gcc-mingw-w64-x86-64-win32"];

/// What packing for Windows needs besides: makensis, zip, and uconv, which composes letters.
pub const INSTALLER: &[&str] = &["nsis", "zip", "icu-devtools"];

/// What packing for Debian needs besides: dpkg-shlibdeps.
pub const DEB: &[&str] = &["dpkg-dev", "xz-utils"];

/// What makes a bare Debian, and looks at the package in it.
pub const BARE_DEBIAN: &[&str] = &["debootstrap", "xvfb", "xdotool", "x11-utils", "desktop-file-utils", "appstream"];

/// What draws the icons.
pub const ICONS: &[&str] = &["librsvg2-bin", "icoutils"];

/// What testing the programs for Windows needs besides.
pub const WINE: &[&str] = &["wine", "wine64"];

/// True on Debian 12: its descendants and successors do not have [`WINDOWS`].
pub fn has_windows() -> bool {
    std::fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "VERSION_CODENAME=bookworm"))
}

/// Installs those of `names` that are missing.
pub fn install(names: &[&str]) -> Result<(), String> {
    if Command::new("dpkg-query").arg("--version").stdout(Stdio::null()).status().is_err() {
        return look_for_webkit();
    }
    let missing: Vec<&str> = names.iter().copied().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing {}", missing.join(" "));
    let sentence = || format!("These packages are missing; as root: apt-get install {}", missing.join(" "));
    if !succeeds(&mut apt(&["update"])) {
        // Old lists may still do: what counts is whether the packages can be installed.
        println!("The list of packages could not be renewed");
    }
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(&missing);
    if succeeds(&mut apt(&install)) { Ok(()) } else { Err(sentence()) }
}

fn is_installed(name: &str) -> bool {
    let asked = Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", name]).output();
    asked.is_ok_and(|answer| answer.stdout == b"installed")
}

/// `apt-get` as root: by sudo for everybody else.
fn apt(args: &[&str]) -> Command {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|answer| answer.stdout.trim_ascii() == b"0");
    let mut command = Command::new(if is_root { "env" } else { "sudo" });
    if !is_root {
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]).args(args);
    command
}

fn succeeds(command: &mut Command) -> bool {
    command.status().is_ok_and(|status| status.success())
}

/// On other Linux systems nothing is installed; the one package that is most often missing is named.
fn look_for_webkit() -> Result<(), String> {
    let mut asked = Command::new("pkg-config");
    if succeeds(asked.args(["--exists", "webkit2gtk-4.1"]).stderr(Stdio::null())) {
        return Ok(());
    }
    Err("The development package of WebKitGTK 4.1 (webkit2gtk-4.1) and pkg-config are missing: install them with \
         the package manager of your system"
        .to_owned())
}
