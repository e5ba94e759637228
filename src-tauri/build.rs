//! Tells tauri which commands exist, so that the access list (capabilities/main.json) decides on each of them, and
//! gives the program for Windows its icon, manifest and version.

#[macro_use]
#[path = "src/commands/list.rs"]
mod list;

macro_rules! names {
    ($($noun:ident $name:ident($($arg:ident: $ty:ty),*) -> $ret:ty $(, $mark:ident)?;)+) => {
        const NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}
with_commands!(names);

/// What Windows is told about both programs.
const MANIFEST: &str = include_str!("../packaging/windows/program.manifest");
/// The icon of plan files, behind the program's own one (32512): the lowest number is what Windows shows for the program.
const PLAN_ICON: &str = "../icons/ke-hoach.ico";
const PLAN_ICON_NUMBER: u16 = 32513;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=../ui/dist");
    if std::env::var("CARGO_CFG_TARGET_OS")? == "linux" {
        // 2 MB of addresses, packed; the C library of Debian 12 is the first that reads them.
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    let manifest = tauri_build::AppManifest::new().commands(NAMES);
    println!("cargo::rerun-if-changed={PLAN_ICON}");
    // A resource script wants backslashes doubled.
    let plan_icon = std::path::absolute(PLAN_ICON)?.display().to_string().replace('\\', "\\\\");
    let plan_icon = format!("{PLAN_ICON_NUMBER} ICON \"{plan_icon}\"");
    let windows = tauri_build::WindowsAttributes::new().app_manifest(MANIFEST).append_rc_content(plan_icon);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest).windows_attributes(windows))?;
    Ok(())
}
