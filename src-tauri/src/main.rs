//! Sổ Tuyên giáo in its window. What the program can do is in `sotg_core`; this package asks and answers.

// No console behind the window on Windows.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

#[macro_use]
mod commands;
mod dialogs;
mod error;
mod handed;
mod launch;
mod opening;
mod page;
mod state;
#[cfg(test)]
mod typescript;

use std::process::ExitCode;
use std::time::Duration;

use tauri::{App, Manager, RunEvent};

use crate::launch::{Launch, USAGE};
use crate::state::Program;

/// How often the book settles. With nothing changed since, that writes nothing.
const PAUSE: Duration = Duration::from_secs(3);

fn main() -> ExitCode {
    page::draw_by_processor();
    // Without a working folder nothing can be meant by a path that counts from it.
    let folder = std::env::current_dir().unwrap_or_default();
    let launch = match Launch::from_args(std::env::args_os().skip(1), &folder) {
        Ok(Launch { asks_version: true, .. }) => {
            println!("{}", env!("CARGO_PKG_VERSION"));
            return ExitCode::SUCCESS;
        }
        Ok(launch) => launch,
        Err(why) => {
            eprintln!("{why}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match build(launch) {
        Ok(app) => ExitCode::from(u8::try_from(app.run_return(close_at_exit)).unwrap_or(1)),
        Err(error) => {
            eprintln!("Unable to open the window: {error}");
            ExitCode::FAILURE
        }
    }
}

fn build(launch: Launch) -> tauri::Result<App> {
    tauri::Builder::default()
        .plugin(page::stay_at_home())
        .on_window_event(page::pass_on)
        .invoke_handler(commands::handler())
        .setup(move |app| {
            let program = Program::start(&launch, &app.path().local_data_dir()?, &app.path().app_cache_dir()?);
            app.manage(program);
            settle_in_pauses(app.handle().clone());
            Ok(())
        })
        .build(tauri::generate_context!())
}

/// A copy of the book's file is whole a few seconds after the last change, also while the program runs.
fn settle_in_pauses(app: tauri::AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(PAUSE);
            app.state::<Program>().settle();
        }
    });
}

/// Tauri ends the program without dropping what it manages, so the book is closed here.
fn close_at_exit(app: &tauri::AppHandle, event: RunEvent) {
    if matches!(event, RunEvent::Exit) {
        app.state::<Program>().close();
    }
}
