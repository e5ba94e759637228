//! Accessibility: axe-core looks for what breaks WCAG 2.1 AA on the page as it is now.

use serde_json::{Value, json};

use crate::window::Window;

const AXE: &str = "../ui/node_modules/axe-core/axe.min.js";

const RUN: &str = "const [rules, done] = arguments;
    axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(
      (found) => done(found.violations.map((one) => ({ rule: one.id, help: one.help, where: one.nodes.map((n) => n.html) }))),
      (error) => done(String(error)));";

/// Fails if axe finds anything on the page.
pub fn assert_accessible(window: &Window, screen: &str) {
    let axe = std::fs::read_to_string(AXE).expect("axe-core is a development dependency of ui/: npm ci");
    window.driver.script(&axe, &[]).unwrap_or_else(|error| panic!("loading axe: {error}"));
    let rules = json!(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]);
    let found = window.driver.script_async(RUN, &[rules]).unwrap_or_else(|error| panic!("running axe: {error}"));
    assert_eq!(found, Value::Array(Vec::new()), "axe on {screen}: {found:#}");
}
