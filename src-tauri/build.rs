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

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=../ui/dist");
    let manifest = tauri_build::AppManifest::new().commands(NAMES);
    let windows = tauri_build::WindowsAttributes::new().app_manifest(MANIFEST);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest).windows_attributes(windows))?;
    Ok(())
}
