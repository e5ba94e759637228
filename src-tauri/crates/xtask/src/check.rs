//! `cargo xtask test`: everything that must hold before a change is merged, the quick things first.

use crate::checkout::Checkout;
use crate::run::build_page;
use crate::steps::Steps;
use crate::{setup, windows_tests};

/// Runs everything and stops at the first thing that fails.
pub fn check(checkout: &Checkout) -> Result<(), String> {
    let mut steps = Steps::default();
    setup::for_check(checkout, &mut steps)?;
    steps.run("Rust: format", &mut checkout.cargo(&["fmt", "--all", "--check"]))?;
    build_page(checkout, &mut steps)?;
    let clippy = ["clippy", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"];
    steps.run("Rust: clippy", &mut checkout.cargo(&clippy))?;
    // Rules of the house, licences, and the types of the page (which the page's own checks rely on) are among these.
    steps.run_tests("Rust: tests", &mut checkout.cargo(&["test", "--locked", "--workspace"]))?;
    steps.run("page: lint", &mut checkout.npm(&["run", "--silent", "lint"]))?;
    steps.run("page: types", &mut checkout.npm(&["run", "--silent", "check"]))?;
    steps.run_tests("page: tests", &mut checkout.npm(&["run", "--silent", "test"]))?;
    if cfg!(target_os = "linux") {
        steps.run("command line: build", &mut checkout.cargo(&["build", "--locked", "-p", "cli"]))?;
        // Of the whole workspace, as the tests above: for another set of packages the typesetter would be built again.
        let window = ["test", "--locked", "--workspace", "--test", "window"];
        steps.run_tests("the real window", &mut checkout.cargo(&window))?;
    }
    windows_tests::of_the_core(checkout, &mut steps)?;
    steps.report();
    Ok(())
}
