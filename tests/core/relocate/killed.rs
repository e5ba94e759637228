//! The process ends in the middle: at every step that it tells of, and after that at moments that nobody chose.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::home::{Home, no_variable};
use crate::support::moment;
use sotg_core::location::locate;
use sotg_core::relocate::{self, Wish};

const HOME: &str = "SOTG_TEST_HOME";
const TO: &str = "SOTG_TEST_TO";
const STEP: &str = "SOTG_TEST_STEP";

/// The process that is ended: run by the tests below, in a process of its own.
#[test]
fn moves_and_ends_at_a_step() {
    let Some(home) = std::env::var_os(HOME) else { return };
    let (to, step) = (PathBuf::from(std::env::var_os(TO).unwrap()), std::env::var(STEP).unwrap());
    let step: u32 = step.parse().unwrap();
    let location = locate(None, None, &Path::new(&home).join("AppData"));
    let wish = Wish { to: &to, insists: false };
    let mut told = 0;
    let moved = relocate::move_to(&location, &wish, &moment(), &no_variable, &mut |_| {
        told += 1;
        if told == step {
            // No destructor runs, no buffer is written: as if the plug were pulled, but for what the system has taken already.
            std::process::abort();
        }
    });
    moved.unwrap();
    println!("moved in {told} steps");
}

/// True if it came to its end.
fn moved_until(home: &Home, to: &Path, step: u32) -> bool {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "killed::moves_and_ends_at_a_step", "--nocapture"]);
    child.env(HOME, home.folder.path()).env(TO, to).env(STEP, step.to_string());
    let output = child.output().unwrap();
    let is_moved = String::from_utf8_lossy(&output.stdout).contains("moved in");
    assert_eq!(is_moved, output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    is_moved
}

fn is_whole_and_can_be_moved(home: &Home, before: &crate::home::Content, to: &Path, label: &str) {
    let usual = home.place("AppData/so-tuyen-giao");
    assert_eq!(&home.content(), before, "{label}");
    let at = home.location().root;
    assert!(at == usual || at == to, "{label}: {}", at.display());
    let elsewhere = if at == usual { to } else { &usual };
    assert!(!elsewhere.join("so").exists(), "{label}: there is one book, not two");
    assert!(!to.join("dang-chuyen").exists(), "{label}: nothing is left of the copying");
    assert!(!usual.join("dang-chuyen.toml").exists(), "{label}");
    home.move_to(elsewhere).unwrap_or_else(|error| panic!("{label}: {error}"));
    assert_eq!(&home.content(), before, "{label}: after a second move");
}

#[test]
fn a_move_that_is_cut_off_at_any_step_leaves_one_whole_book() {
    let mut n_old = 0;
    for step in 1.. {
        let home = Home::with_books();
        let before = home.content();
        let to = home.place("nơi mới");
        let is_moved = moved_until(&home, &to, step);
        n_old += u32::from(home.location().root != to);
        is_whole_and_can_be_moved(&home, &before, &to, &format!("step {step}"));
        if is_moved {
            assert!(n_old > 15 && n_old + 4 < step, "{step} steps, the old place counted after {n_old}");
            return;
        }
    }
}

#[test]
fn clearing_up_after_a_cut_may_be_cut_off_too() {
    let home = Home::with_books();
    let before = home.content();
    let to = home.place("nơi mới");
    // The next start begins to clear up and is cut off: a second move does the same clearing first.
    for step in [40, 12, 33, 25, 28, 18] {
        moved_until(&home, &to, step);
    }
    is_whole_and_can_be_moved(&home, &before, &to, "after many cuts");
}

#[test]
fn a_half_copy_on_a_stick_that_is_plugged_in_later_is_cleared_away_then() {
    let home = Home::with_books();
    let before = home.content();
    let to = home.place("USB");
    fs::create_dir(&to).unwrap();
    assert!(!moved_until(&home, &to, 14));
    assert!(to.join("dang-chuyen").exists());
    fs::rename(&to, home.place("ngăn kéo")).unwrap();
    assert_eq!(home.content(), before, "the stick is away");
    fs::rename(home.place("ngăn kéo"), &to).unwrap();
    is_whole_and_can_be_moved(&home, &before, &to, "the stick is back");
}
