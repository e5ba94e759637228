//! Icon, manifest and version of `sotg.exe`. On Linux how it is linked.

/// What Windows is told about both programs.
const MANIFEST: &str = include_str!("../../../packaging/windows/program.manifest");
const ICON: &str = "../../../icons/icon.ico";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={ICON}");
    let system = std::env::var("CARGO_CFG_TARGET_OS")?;
    if system == "linux" {
        // As the program with the window: addresses are packed.
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    if system != "windows" {
        return Ok(());
    }
    let mut resource = tauri_winres::WindowsResource::new();
    resource.set_manifest(MANIFEST).set_icon(ICON);
    resource.set("ProductName", "Sổ Tuyên giáo").set("FileDescription", "Sổ Tuyên giáo (dòng lệnh)");
    resource.set("CompanyName", "Sổ Tuyên giáo").set("LegalCopyright", "Sổ Tuyên giáo");
    resource.set("OriginalFilename", "sotg.exe").set("InternalName", "sotg");
    Ok(resource.compile()?)
}
