//! The programs for Windows, built on Debian: docs/decisions/0006-windows-from-debian.md says why in this way.

use std::path::PathBuf;
use std::process::Command;

use crate::checkout::Checkout;

/// What we build for. The programs need nothing beside themselves but `WebView2Loader.dll`.
pub const TARGET: &str = "x86_64-pc-windows-gnu";

/// Settings of the developer's own toolchain, which do not fit Debian's.
const FOREIGN: [&str; 7] = [
    "RUSTUP_TOOLCHAIN",
    "RUSTFLAGS",
    "CARGO_BUILD_RUSTFLAGS",
    "RUSTC_WRAPPER",
    "RUSTC_WORKSPACE_WRAPPER",
    // The cargo that runs xtask puts its own toolchain's libraries first.
    "LD_LIBRARY_PATH",
    "CARGO",
];

/// Debian's cargo for Windows programs: `cargo(checkout, &["build", "--release", "--locked", "-p", "cli"])`. The target is
/// set; packages are `packages::WINDOWS`. Programs are left where [`built`] says.
pub fn cargo(checkout: &Checkout, args: &[&str]) -> Command {
    let mut command = Command::new("/usr/bin/cargo");
    FOREIGN.iter().for_each(|name| {
        command.env_remove(name);
    });
    command.args(args).current_dir(&checkout.root);
    command.env("CARGO_TARGET_DIR", target_folder(checkout)).env("CARGO_BUILD_TARGET", TARGET);
    command.env("RUSTC", "/usr/bin/rustc").env("RUSTDOC", "/usr/bin/rustdoc");
    // Debian has the source of the standard library and not its Windows build; making it is "unstable".
    command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_UNSTABLE_BUILD_STD", "std,panic_unwind");
    command.env("CARGO_ENCODED_RUSTFLAGS", flags().join("\u{1f}"));
    command.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "x86_64-w64-mingw32-gcc");
    command
}

/// Whoever builds a version, and when, gets the same programs: no time in them, and not the home folder of the builder.
fn flags() -> Vec<String> {
    let folder = |name| std::env::var_os(name).map(PathBuf::from);
    let home = folder("CARGO_HOME").or_else(|| folder("HOME").map(|home| home.join(".cargo")));
    let unnamed = home.map(|home| format!("--remap-path-prefix={}=/cargo", home.display()));
    unnamed.into_iter().chain(["-Clink-arg=-Wl,--no-insert-timestamp".to_owned()]).collect()
}

/// A program that [`cargo`] built; `profile` is "debug" or "release".
pub fn built(checkout: &Checkout, profile: &str, name: &str) -> PathBuf {
    folder(checkout, profile).join(format!("{name}.exe"))
}

/// Where [`cargo`] leaves what it built; `profile` is "debug" or "release".
pub fn folder(checkout: &Checkout, profile: &str) -> PathBuf {
    target_folder(checkout).join(TARGET).join(profile)
}

/// A build folder of its own: another compiler.
fn target_folder(checkout: &Checkout) -> PathBuf {
    checkout.target.join("windows")
}
