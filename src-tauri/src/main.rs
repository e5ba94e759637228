//! Sổ Tuyên giáo in its window. What the program can do is in `sotg_core`; this package asks and answers.

// No console behind the window on Windows.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod error;
mod launch;
mod page;
#[macro_use]
#[path="commands/list.rs"] mod list;
mod dialogs;
#[cfg(test)]
mod typescript;

fn main() {
    tauri::Builder::default().plugin(page::stay_at_home()).on_window_event(page::pass_on_dropped_files).run(tauri::generate_context!()).unwrap();
}
