//! `cargo xtask run`: from nothing to the open program.

use crate::checkout::Checkout;
use crate::steps::Steps;
use crate::{headless, setup};

/// Sets up, builds and opens the program. Without a display it does the program's main job through `sotg` instead.
///
/// It is the development build: the one that the tests use, so after `cargo xtask test` it is there in seconds. The
/// program is quick enough in it, since SQLite waits for the disk and WebKit comes from the system.
pub fn run(checkout: &Checkout, args: &[String]) -> Result<(), String> {
    let mut steps = Steps::default();
    setup::for_run(checkout, &mut steps)?;
    build_page(checkout, &mut steps)?;
    steps.run("build", &mut checkout.cargo(&["build", "--locked", "-p", "app", "-p", "cli"]))?;
    if !has_display() {
        return headless::report_of_phase_1(checkout, &mut steps);
    }
    steps.run("the program", std::process::Command::new(checkout.built("debug", "so-tuyen-giao")).args(args))
}

/// Builds the page into ui/dist, which the program takes in when it is built.
pub fn build_page(checkout: &Checkout, steps: &mut Steps) -> Result<(), String> {
    let ui = checkout.ui();
    let built = newest(&ui.join("dist"));
    let sources = ["src", "public", "index.html", "package-lock.json", "vite.config.ts", "svelte.config.js"];
    if built.is_some() && sources.iter().all(|source| newest(&ui.join(source)) < built) {
        // The same page again would make cargo build the program again.
        return Ok(());
    }
    steps.run("page: build", &mut checkout.npm(&["run", "--silent", "build"]))
}

/// When the newest file below a folder was written; `None` if there is none.
fn newest(path: &std::path::Path) -> Option<std::time::SystemTime> {
    if path.is_file() {
        return path.metadata().ok()?.modified().ok();
    }
    let entries = std::fs::read_dir(path).ok()?;
    entries.filter_map(|entry| newest(&entry.ok()?.path())).max()
}

fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
