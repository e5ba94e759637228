//! Both programs for Windows, built and looked at: what they need to start, and what Windows is told about them.

use std::path::{Path, PathBuf};

use super::VERSION;
use super::program_file::{self, ProgramFile, version_text};
use crate::checkout::Checkout;
use crate::steps::Steps;
use crate::windows;

/// The program with the window, and the one without.
pub const PROGRAMS: [Program; 2] = [
    Program {
        name: "so-tuyen-giao", description: "Sổ Tuyên giáo", subsystem: 2, icons: &["icon.ico", "ke-hoach.ico"]
    },
    Program { name: "sotg", description: "Sổ Tuyên giáo (dòng lệnh)", subsystem: 3, icons: &["icon.ico"] },
];
/// Beside the programs: through it Tauri finds the page engine.
pub const LOADER: &str = "WebView2Loader.dll";

/// What every Windows 10 has; each name begins with one of these.
const PARTS_OF_WINDOWS: [&str; 23] = [
    "advapi32.dll",
    "api-ms-win-",
    "bcrypt.dll",
    "bcryptprimitives.dll",
    "combase.dll",
    "comctl32.dll",
    "comdlg32.dll",
    "dwmapi.dll",
    "gdi32.dll",
    "imm32.dll",
    "kernel32.dll",
    "msvcrt.dll",
    "ntdll.dll",
    "ole32.dll",
    "oleaut32.dll",
    "propsys.dll",
    "rpcrt4.dll",
    "shell32.dll",
    "shlwapi.dll",
    "user32.dll",
    "userenv.dll",
    "uxtheme.dll",
    "ws2_32.dll",
];
const PUBLISHER: &str = "Sổ Tuyên giáo";

/// A program and what its file must say.
pub struct Program {
    /// Without ".exe".
    pub name: &'static str,
    description: &'static str,
    subsystem: u16,
    /// In icons/.
    icons: &'static [&'static str],
}

/// Where both programs and the loader lie once they are built.
pub fn files(checkout: &Checkout) -> [PathBuf; 3] {
    let [window, command_line] = PROGRAMS.map(|program| windows::built(checkout, "release", program.name));
    [window, command_line, windows::folder(checkout, "release").join(LOADER)]
}

/// Builds both programs, and refuses those that would not start in an office.
pub fn build(checkout: &Checkout, steps: &mut Steps) -> Result<(), String> {
    let packages = ["build", "--release", "--locked", "-p", "app", "-p", "cli"];
    let build = [&packages[..], &["--features", "app/custom-protocol"]].concat();
    steps.run("the programs for Windows", &mut windows::cargo(checkout, &build))?;
    take_loader(checkout)?;
    let manifest = read(&checkout.root.join("packaging/windows/program.manifest"))?;
    let manifest = String::from_utf8_lossy(&manifest);
    PROGRAMS.iter().try_for_each(|program| {
        let icons = program.icons.iter().map(|icon| read(&checkout.root.join("icons").join(icon)));
        let n_pictures = icons.map(|icon| Ok(n_pictures(&icon?))).sum::<Result<usize, String>>()?;
        let file = windows::built(checkout, "release", program.name);
        let checked = check(program, &read(&file)?, &manifest, n_pictures);
        checked.map_err(|why| format!("FAILED: {}: {why}", file.display()))
    })
}

/// From the package that has it: tauri-build copies it too, but not in the first build into an empty folder.
fn take_loader(checkout: &Checkout) -> Result<(), String> {
    let folder = windows::folder(checkout, "release");
    let builds = std::fs::read_dir(folder.join("build")).map_err(|error| format!("{}: {error}", folder.display()))?;
    let packages = builds
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("webview2-com-sys-"));
    let loaders = packages.map(|entry| entry.path().join("out/x64").join(LOADER)).filter(|file| file.is_file());
    let newest = loaders.max_by_key(|file| file.metadata().and_then(|known| known.modified()).ok());
    let newest = newest.ok_or(format!("FAILED: the build left no {LOADER}"))?;
    let target = folder.join(LOADER);
    std::fs::copy(newest, &target).map_err(|error| format!("{}: {error}", target.display()))?;
    Ok(())
}

/// Says what is wrong with a built program.
fn check(program: &Program, bytes: &[u8], manifest: &str, n_pictures: usize) -> Result<(), String> {
    let file = ProgramFile::read(bytes).ok_or("no program for 64-bit Windows")?;
    if file.subsystem() != Some(program.subsystem) {
        return Err(format!("subsystem {:?} instead of {}", file.subsystem(), program.subsystem));
    }
    let imports = file.imports().ok_or("the list of libraries cannot be read")?;
    if let Some(foreign) = imports.iter().find(|name| !is_there(name)) {
        return Err(format!("needs {foreign}, which an office PC does not have"));
    }
    let resources = |kind| file.resources(kind).ok_or("the resources cannot be read");
    let manifests = resources(program_file::MANIFEST)?;
    let [found] = manifests.as_slice() else { return Err(format!("{} manifests instead of one", manifests.len())) };
    if without_blanks(&String::from_utf8_lossy(found)) != without_blanks(manifest) {
        return Err("its manifest is not packaging/windows/program.manifest".to_owned());
    }
    if resources(program_file::ICON)?.len() != n_pictures {
        return Err(format!("has not the {n_pictures} pictures of {:?}", program.icons));
    }
    let versions = resources(program_file::VERSION)?;
    check_version(program, versions.first().ok_or("says no version")?)
}

fn check_version(program: &Program, found: &[u8]) -> Result<(), String> {
    let texts = [
        ("ProductName", PUBLISHER),
        ("FileDescription", program.description),
        ("CompanyName", PUBLISHER),
        ("LegalCopyright", PUBLISHER),
        ("FileVersion", VERSION),
        ("ProductVersion", VERSION),
    ];
    texts.iter().try_for_each(|(name, wanted)| match version_text(found, name) {
        Some(text) if text == *wanted => Ok(()),
        other => Err(format!("{name} is {other:?} instead of {wanted:?}")),
    })
}

fn is_there(library: &str) -> bool {
    library == LOADER.to_lowercase() || PARTS_OF_WINDOWS.iter().any(|known| library.starts_with(known))
}

/// How many pictures an .ico holds, from its head.
fn n_pictures(icon: &[u8]) -> usize {
    icon.get(4..6).and_then(|n| n.try_into().ok()).map_or(0, |n| usize::from(u16::from_le_bytes(n)))
}

/// The resource compiler joins lines by blanks.
fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}
