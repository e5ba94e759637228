//! Developer's tasks: `cargo xtask run`, `test`, `bench`, `setup`. No dependencies, so that it is built in a moment.

mod bare_debian;
mod bench;
mod check;
mod checkout;
mod headless;
mod icons;
mod installer_tests;
mod packages;
mod release;
mod run;
mod samples;
mod setup;
mod steps;
mod windows;
mod windows_tests;
mod wine;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [-- ARGUMENTS]   set up, build and open the program; without a display, do its main job headless
cargo xtask test                 set up, then everything that must hold before a change is merged
cargo xtask test --windows       of these only: core and command line as programs for Windows
cargo xtask test --installer     build the installer for Windows and try it: not a part of the above
cargo xtask test --deb           the package for Debian on a bare Debian 12 (as root)
cargo xtask bench                measure, and print the table of docs/benchmarks.md
cargo xtask release [--windows | --deb]
                                 build what offices install: installer, portable folder, .deb, SHA256SUMS
cargo xtask icons                draw the pictures in icons/ anew from their drawings
cargo xtask samples              write the reports in docs/samples anew
cargo xtask setup                install what building and testing need";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let task = args.first().map(String::as_str);
    let rest = args.iter().skip(1).filter(|arg| *arg != "--").cloned().collect::<Vec<_>>();
    let done = checkout::Checkout::find().and_then(|checkout| match task {
        Some("run") => run::run(&checkout, &rest),
        Some("test") => match args.get(1).map(String::as_str) {
            None => check::check(&checkout),
            Some("--installer") => installer_tests::installer_tests(&checkout),
            Some("--windows") => windows_tests::windows_tests(&checkout),
            Some("--deb") => bare_debian::test(&checkout),
            Some(_) => Err(USAGE.to_owned()),
        },
        Some("bench") => bench::bench(&checkout),
        Some("release") => release::release(&checkout, &rest),
        Some("icons") => icons::icons(&checkout),
        Some("samples") => samples::samples(&checkout),
        Some("setup") => setup::for_tests(&checkout),
        Some(_) | None => Err(USAGE.to_owned()),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}
