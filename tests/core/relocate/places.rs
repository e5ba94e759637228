//! Places of a kind that has to be made first: a disk that is too small.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::Command;

use sotg_core::model::MoveStep;
use sotg_core::{Error, ErrorCode};

use crate::home::Home;

/// A disk of this many kilobytes at a folder, until it is dropped. Only the administrator may make one.
struct SmallDisk(std::path::PathBuf);

impl SmallDisk {
    fn mount(home: &Home, kilobytes: u32) -> SmallDisk {
        let place = home.place("đĩa nhỏ");
        fs::create_dir(&place).unwrap();
        let options = format!("size={kilobytes}k");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(&place).status().unwrap();
        assert!(mounted.success(), "this test mounts a small disk, which needs the administrator's rights");
        SmallDisk(place)
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

/// `unshare` gives a name space in which everybody is administrator, so the test runs itself anew in it.
fn is_administrator() -> bool {
    fs::metadata("/proc/self").map(|facts| std::os::unix::fs::MetadataExt::uid(&facts)).unwrap() == 0
}

fn run_as_administrator(test: &str) {
    let mut anew = Command::new("unshare");
    anew.args(["--user", "--map-root-user", "--mount"]).arg(std::env::current_exe().unwrap()).args(["--exact", test]);
    assert!(anew.status().unwrap().success());
}

#[test]
fn a_disk_that_is_too_small_is_refused_before_anything_is_copied() {
    if !is_administrator() {
        return run_as_administrator("places::a_disk_that_is_too_small_is_refused_before_anything_is_copied");
    }
    let home = Home::with_books();
    let before = home.content();
    let disk = SmallDisk::mount(&home, 4_096);
    let refusal = home.move_to(&disk.0).unwrap_err();
    assert_eq!(refusal.code(), ErrorCode::NoSpace);
    let needed: u64 = refusal.fields()["needed_mb"].parse().unwrap();
    assert!((17..=24).contains(&needed), "two small books and the margin of 16: {needed}");
    assert_eq!(refusal.fields()["free_mb"], "4");
    assert_eq!(fs::read_dir(&disk.0).unwrap().count(), 0);
    assert_eq!(home.content(), before);
}

#[test]
fn a_disk_that_fills_up_on_the_way_ends_the_move_and_nothing_else() {
    if !is_administrator() {
        return run_as_administrator("places::a_disk_that_fills_up_on_the_way_ends_the_move_and_nothing_else");
    }
    let home = Home::with_books();
    let before = home.content();
    let disk = SmallDisk::mount(&home, 24_576);
    let mut is_filled = false;
    let refusal = home.move_telling(&disk.0, &mut |progress| {
        if progress.step == MoveStep::Copying && !is_filled {
            is_filled = true;
            fs::write(disk.0.join("của ai đó"), vec![0; 24_300_000]).unwrap();
        }
    });
    let refusal: Error = refusal.unwrap_err();
    assert_eq!(refusal.code(), ErrorCode::DiskFull, "{refusal}");
    assert!(refusal.fields()["path"].contains("đĩa nhỏ"), "the new disk is full, not the old one: {refusal}");
    assert!(!disk.0.join("dang-chuyen").exists(), "the half copy is removed");
    assert_eq!(home.content(), before);
}
