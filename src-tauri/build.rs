//! Tells tauri which commands exist, so that the access list (capabilities/main.json) decides on each of them.

#[macro_use]
#[path = "src/commands/list.rs"]
mod list;

macro_rules! names {
    ($($noun:ident $($words:ident)+ ($($args:tt)*) -> $ret:ty;)+) => {
        const NAMES: &[&str] = &[$(last(&[$(stringify!($words)),+])),+];
    };
}
with_commands!(names);

const fn last(words: &[&'static str]) -> &'static str {
    words[words.len() - 1]
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=../ui/dist");
    let manifest = tauri_build::AppManifest::new().commands(NAMES);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
