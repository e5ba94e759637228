//! What may stand in which room.

use crate::files::{assert_none, files, find_in, root};

const CORE: &str = "src-tauri/crates/core/src/";

fn is_core(path: &str) -> bool {
    path.starts_with(CORE) && path.ends_with(".rs")
}

fn is_pages(path: &str) -> bool {
    path.starts_with("src-tauri/crates/pages/src/") && path.ends_with(".rs")
}

#[test]
fn the_core_knows_no_window_no_clock_no_surroundings_and_prints_nothing() {
    let forbidden = [
        "tauri",
        "rfd::",
        "println!",
        "eprintln!",
        "print!(",
        "dbg!",
        "std::env",
        "env::var",
        "Utc::now",
        "Local::now",
        "SystemTime::now",
        "Instant::now",
        "process::Command",
        "process::exit",
    ];
    let silent = files(|path| is_core(path) || is_pages(path));
    assert_none("not in the core, nor in the pages", &find_in(&silent, &forbidden));
    // Only for who lets go of a file after some moments does the core wait: a virus scanner, a program that is closing.
    let waiting = ["src-tauri/crates/core/src/replace.rs", "src-tauri/crates/core/src/lock.rs"];
    let others = files(|path| is_core(path) && !waiting.contains(&path));
    assert_none("the core does not wait", &find_in(&others, &["std::thread::sleep"]));
}

#[test]
fn sql_stands_only_in_the_store() {
    let elsewhere = files(|path| is_core(path) && !path.starts_with(&format!("{CORE}store/")) || is_shell(path));
    let sql =
        ["SELECT ", "INSERT INTO", "INSERT OR", "UPDATE ", "DELETE FROM", "CREATE TABLE", "PRAGMA ", "BEGIN IMMEDIATE"];
    assert_none("SQL belongs into core/src/store", &find_in(&elsewhere, &sql));
}

fn is_shell(path: &str) -> bool {
    let shells = ["src-tauri/src/", "src-tauri/crates/cli/src/"];
    path.ends_with(".rs") && shells.iter().any(|shell| path.starts_with(shell))
}

#[test]
fn the_product_has_no_code_for_the_network() {
    let product = files(|path| is_core(path) || is_pages(path) || is_shell(path));
    assert_none(
        "no network in the product",
        &find_in(&product, &["std::net", "TcpStream", "UdpSocket", "ToSocketAddrs"]),
    );
    let page = files(|path| is_page(path) && !path.contains(".test."));
    let words = ["fetch(", "XMLHttpRequest", "WebSocket(", "EventSource(", "sendBeacon("];
    assert_none("no network in the page", &find_in(&page, &words));
}

#[test]
fn only_one_file_of_the_page_knows_the_window() {
    let importing = files(|path| is_page(path) && !path.contains(".test."));
    let importing: Vec<_> =
        importing.iter().filter(|file| file.text.contains("@tauri-apps")).map(|file| &file.path).collect();
    assert!(importing.len() <= 1, "one file in ui/src/lib/ipc imports @tauri-apps: {importing:?}");
    assert!(importing.iter().all(|path| path.starts_with("ui/src/lib/ipc/")), "{importing:?}");
}

fn is_page(path: &str) -> bool {
    path.starts_with("ui/src/") && [".ts", ".svelte", ".js"].iter().any(|end| path.ends_with(end))
}

#[test]
fn a_file_has_at_most_400_lines() {
    let sources = files(|path| {
        let is_source = [".rs", ".ts", ".svelte", ".css", ".sql", ".nsi", ".nsh"].iter().any(|end| path.ends_with(end));
        is_source && !path.ends_with("bindings.ts")
    });
    let long = sources.iter().map(|file| (file, file.text.lines().count())).filter(|(_, n)| *n > 400);
    let long: Vec<String> = long.map(|(file, n)| format!("{}: {n} lines", file.path)).collect();
    assert_none("split it by the nouns of the field", &long);
}

#[test]
fn the_map_in_the_readme_names_rooms_that_exist() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README is there");
    let words = readme.split('`').skip(1).step_by(2);
    let is_path = |word: &&str| word.contains('/') && !word.contains([' ', ':']) && !word.starts_with(['/', '~']);
    let paths: Vec<&str> = words.filter(is_path).collect();
    assert!(!paths.is_empty(), "the README has a map of the rooms");
    // Below a room the map names what lies in it, so a path may begin anywhere.
    let known: Vec<String> = files(|_| true).into_iter().map(|file| format!("/{}", file.path)).collect();
    let missing = paths.iter().filter(|path| !known.iter().any(|file| file.contains(&format!("/{path}"))));
    let missing: Vec<String> = missing.map(|path| (*path).to_owned()).collect();
    assert_none("named in README.md and not there", &missing);
}

/// Two checkouts share the build cache. A path that was compiled in sent the tasks and tests of one to the other.
#[test]
fn no_program_remembers_where_it_was_built() {
    let sources = files(|path| path.ends_with(".rs") && path != "tests/tidy/rooms.rs");
    assert_none("use the working folder, which cargo sets", &find_in(&sources, &["env!(\"CARGO_MANIFEST_DIR\")"]));
}
