//! `cargo xtask test --windows`, which is a part of `cargo xtask test`: the programs for Windows, tested under wine.

use crate::checkout::Checkout;
use crate::steps::Steps;
use crate::wine::Wine;
use crate::{packages, setup, windows};

/// `cargo xtask test --windows`.
pub fn windows_tests(checkout: &Checkout) -> Result<(), String> {
    let mut steps = Steps::default();
    setup::for_windows(checkout, &mut steps)?;
    of_the_core(checkout, &mut steps)?;
    steps.report();
    Ok(())
}

/// The tests of the core and of the command line once more, as programs for Windows.
pub fn of_the_core(checkout: &Checkout, steps: &mut Steps) -> Result<(), String> {
    if !packages::has_windows() {
        println!("\nLeft out: the core as a Windows program. Only Debian 12 has what builds it");
        return Ok(());
    }
    let wine = steps.time("Windows: wine", || Wine::find_or_make(checkout))?;
    let runner = format!("target.{}.runner={:?}", windows::TARGET, wine.runner());
    let tests = ["test", "--locked", "-p", "sotg-core", "-p", "cli", "--config", &runner];
    steps.run("Windows: build of the tests", windows::cargo(checkout, &tests).arg("--no-run"))?;
    steps.run_tests("Windows: core and command line", &mut windows::cargo(checkout, &tests))
}
