//! `cargo xtask test --installer`: the finished installer and the portable folder, driven under wine.

use crate::checkout::Checkout;
use crate::run::build_page;
use crate::steps::Steps;
use crate::wine::Wine;
use crate::{release, setup};

/// Builds what offices get, from the sources as they are now, and tries it.
pub fn installer_tests(checkout: &Checkout) -> Result<(), String> {
    let mut steps = Steps::default();
    setup::for_installer_tests(checkout, &mut steps)?;
    build_page(checkout, &mut steps)?;
    let made = release::for_tests(checkout, &mut steps)?;
    let wine = steps.time("wine", || Wine::find_or_make(checkout))?;
    // The same report is made here, to be compared.
    steps.run("command line: build", &mut checkout.cargo(&["build", "--locked", "-p", "cli"]))?;
    let mut tests = checkout.cargo(&["test", "--locked", "-p", "xtask", "--test", "installer"]);
    tests.env("SOTG_SETUP", &made.setup).env("SOTG_SETUP_OLDER", &made.older).env("SOTG_SETUP_NEWER", &made.newer);
    tests.env("SOTG_PORTABLE", &made.portable).env("SOTG_HERE", checkout.built("debug", "sotg"));
    tests.env("SOTG_WINE", wine.folder()).env("SOTG_WINE_SETTINGS", wine.settings());
    steps.run_tests("the installer", &mut tests)?;
    steps.report();
    Ok(())
}
