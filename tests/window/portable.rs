//! A portable program writes nothing outside of its folder.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::closing::ask_to_close;
use crate::desktop::{PATIENCE, Started};
use crate::processes::wait_until;
use crate::window::{Office, PROGRAM};

/// What the system's own libraries write into the home of whoever opens a window, whatever the program is: shaders of the
/// drawing library, the list of fonts, and the settings of the desktop.
const OF_THE_SYSTEM: [&str; 3] = [".cache/mesa_shader_cache", ".cache/fontconfig", ".cache/dconf"];

#[test]
fn a_portable_program_leaves_nothing_elsewhere() {
    let office = Office::new();
    let (stick, home, runtime) = (office.path("stick"), office.path("home"), office.path("runtime"));
    let data = stick.join("so-tuyen-giao-data");
    for folder in [&data, &home] {
        std::fs::create_dir_all(folder).unwrap();
    }
    let program = stick.join("so-tuyen-giao");
    std::fs::copy(PROGRAM, &program).unwrap();
    let mut command = Command::new(&program);
    office.surroundings(&mut command).env("HOME", &home);
    for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"] {
        command.env_remove(name);
    }
    let started = Started::with(&office, &mut command);
    office.xdotool(&["windowsize", "--sync", &started.window(), "1200", "700"]);
    assert!(wait_until(PATIENCE, || data.join("so/so.db").exists()), "the book is made on the stick");
    ask_to_close(&office);
    assert!(started.ended().is_some_and(|status| status.success()));

    let elsewhere: Vec<String> = files(&home).into_iter().filter(|file| !is_of_the_system(file)).collect();
    assert_eq!(elsewhere, Vec::<String>::new(), "in the home of the user");
    assert_eq!(files(&runtime), BTreeSet::new(), "in the folder of the session");
    let kept = files(&data);
    assert!(kept.contains("cua-so/vi-tri.json"), "the window's own files are on the stick: {kept:?}");
    assert!(
        kept.iter().any(|file| file.starts_with("cua-so/") && file.contains("WebKit")),
        "and the engine's: {kept:?}"
    );
}

fn is_of_the_system(file: &str) -> bool {
    OF_THE_SYSTEM.iter().any(|folder| file.starts_with(&format!("{folder}/")))
}

/// All files below a folder, by their paths in it.
fn files(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).into_iter().flatten().flatten() {
            let path = entry.path();
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().display().to_string());
            }
        }
    }
    found
}
