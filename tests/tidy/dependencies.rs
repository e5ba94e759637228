//! What we build on: licences that go with ours, and nothing that speaks to the network.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

use crate::files::{assert_none, root};

/// Licences compatible with MIT OR Apache-2.0. Those after the first line ask for no more than naming, or hold for
/// their own files only.
const ALLOWED: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "Unlicense",
    "CC0-1.0",
    "MIT-0",
    "Unicode-3.0",
    "BSL-1.0",
    "OFL-1.1",
    "MPL-2.0",
    "bzip2-1.0.6",
    "Apache-2.0 WITH LLVM-exception",
];

/// Packages whose purpose is the network.
const NETWORK: &[&str] = &[
    "reqwest",
    "hyper",
    "ureq",
    "curl",
    "isahc",
    "surf",
    "attohttpc",
    "tungstenite",
    "tokio-tungstenite",
    "quinn",
    "rustls",
    "native-tls",
    "openssl",
    "hickory-resolver",
    "socket2",
];

/// Systems that we ship for. (On phones tauri itself takes an HTTP client along.)
const SYSTEMS: [&str; 3] = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-gnu", "aarch64-apple-darwin"];

#[test]
fn every_dependency_has_a_licence_that_goes_with_ours() {
    let metadata = cargo_metadata();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50, "cargo names all packages");
    let strange = packages.iter().filter(|package| !is_allowed(package["license"].as_str().unwrap_or("none")));
    let strange: Vec<String> = strange.map(|package| format!("{}: {}", package["name"], package["license"])).collect();
    assert_none("licence not allowed", &strange);
}

#[test]
fn every_production_package_of_the_page_has_a_licence_that_goes_with_ours() {
    let text = std::fs::read_to_string(root().join("ui/package-lock.json")).expect("the page has a lockfile");
    let lock: Value = serde_json::from_str(&text).unwrap();
    let packages = lock["packages"].as_object().unwrap().iter();
    let production = packages.filter(|(path, package)| !path.is_empty() && package["dev"] != true);
    let strange = production.filter(|(_, package)| !is_allowed(package["license"].as_str().unwrap_or("none")));
    let strange: Vec<String> = strange.map(|(path, package)| format!("{path}: {}", package["license"])).collect();
    assert_none("licence not allowed", &strange);
}

#[test]
fn licences_are_read_as_the_standard_writes_them() {
    for (expression, wanted) in [
        ("MIT", true),
        ("MIT OR Apache-2.0", true),
        ("MIT/Apache-2.0", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("Apache-2.0 WITH LLVM-exception OR MIT", true),
        ("GPL-3.0-only", false),
        ("MIT AND GPL-3.0-only", false),
        ("GPL-3.0-only OR MIT", true),
        ("none", false),
    ] {
        assert_eq!(is_allowed(expression), wanted, "{expression}");
    }
}

#[test]
fn nothing_that_is_shipped_can_speak_to_the_network() {
    for shipped in ["app", "cli"] {
        let names = shipped_packages(shipped);
        assert!(names.contains("sotg-core"), "{shipped} builds on the core");
        let found: Vec<&&str> = NETWORK.iter().filter(|name| names.contains(**name)).collect();
        assert!(found.is_empty(), "{shipped} is shipped with {found:?}");
    }
}

#[test]
fn the_core_and_the_command_line_build_without_a_window() {
    for package in ["sotg-core", "cli"] {
        let names = shipped_packages(package);
        let found: Vec<&&str> =
            ["tauri", "wry", "tao", "rfd", "gtk"].iter().filter(|name| names.contains(**name)).collect();
        assert!(found.is_empty(), "{package} builds on {found:?}");
    }
}

/// The typesetter takes minutes to build: whoever works on the core, or tests it, must never wait for it.
#[test]
fn only_the_pages_know_the_typesetter_and_a_test_of_the_core_never_builds_it() {
    assert!(packages_of("sotg-core", "normal,build,dev").contains("criterion"), "what tests need is among them");
    for package in ["sotg-core", "cli"] {
        let built = packages_of(package, "normal,build,dev");
        let is_typesetter = |name: &&String| name.starts_with("typst") || *name == "sotg-pages";
        let found: Vec<&String> = built.iter().filter(is_typesetter).collect();
        assert!(found.is_empty(), "{package} builds {found:?}");
    }
    let manifests = ["src-tauri/Cargo.toml", "src-tauri/crates/core/Cargo.toml", "src-tauri/crates/cli/Cargo.toml"];
    for manifest in manifests {
        let text = std::fs::read_to_string(root().join(manifest)).unwrap();
        assert!(!text.contains("typst"), "{manifest} asks the pages, not the typesetter");
    }
}

/// Every licence of an AND must be allowed, and one of an OR.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], " ");
    // AND binds tighter than OR; with the brackets gone "(a OR b) AND c" reads "a OR b AND c", which asks for more.
    expression.split(" OR ").any(|all| all.split(" AND ").all(|one| ALLOWED.contains(&one.trim())))
}

/// What cargo knows of all packages, for whatever system and purpose.
fn cargo_metadata() -> Value {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    let answer = cargo.current_dir(root()).output().unwrap();
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    serde_json::from_slice(&answer.stdout).unwrap()
}

/// Names of the packages that go into a program: what it depends on normally, not for building or testing.
fn shipped_packages(name: &str) -> BTreeSet<String> {
    packages_of(name, "normal")
}

fn packages_of(name: &str, edges: &str) -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--locked", "--package", name, "--edges", edges]);
    cargo.args(SYSTEMS.iter().flat_map(|system| ["--target", system]));
    cargo.args(["--prefix", "none", "--format", "{p}"]);
    let answer = cargo.current_dir(root()).output().unwrap();
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let lines = String::from_utf8(answer.stdout).unwrap();
    lines.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}
