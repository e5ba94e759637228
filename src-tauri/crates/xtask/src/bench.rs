//! `cargo xtask bench`: the numbers of docs/benchmarks.md.

use crate::checkout::Checkout;
use crate::run::build_page;
use crate::setup;
use crate::steps::Steps;

/// Measures the core, and the release program against an empty window of the same build.
pub fn bench(checkout: &Checkout) -> Result<(), String> {
    let mut steps = Steps::default();
    setup::for_bench(checkout, &mut steps)?;
    build_page(checkout, &mut steps)?;
    steps.run("the core", &mut checkout.cargo(&["bench", "--locked", "-p", "sotg-core"]))?;
    steps.run("the pages", &mut checkout.cargo(&["bench", "--locked", "-p", "sotg-pages"]))?;
    let empty = ["build", "--locked", "--release", "-p", "app", "--example", "empty"];
    steps.run("an empty window: build", &mut checkout.cargo(&empty))?;
    let window = ["bench", "--locked", "-p", "app", "--bench", "window"];
    steps.run("the window", &mut checkout.cargo(&window))
}
