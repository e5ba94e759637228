//! Sổ Tuyên giáo in its window. What the program can do is in `sotg_core`; this package asks and answers.

// No console behind the window on Windows.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

#[macro_use]
mod commands;
mod dialogs;
mod error;
mod failure;
mod handed;
mod launch;
mod log;
mod opening;
mod page;
mod placement;
mod second_start;
mod set_pages;
mod state;
mod surroundings;
#[cfg(test)]
mod typescript;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Duration;

use sotg_core::location::Location;
use tauri::{App, Manager, RunEvent};

use crate::failure::Failure;
use crate::launch::Launch;
use crate::second_start::{Request, take_turn};
use crate::state::Program;
use crate::surroundings::Surroundings;

/// How often the book settles. With nothing changed since, that writes nothing.
const PAUSE: Duration = Duration::from_secs(3);

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().skip(1).collect();
    if set_pages::is_wanted(args.first().map(OsString::as_os_str)) {
        return set_pages::run();
    }
    page::draw_by_processor();
    let is_dialog_wanted = launch::is_dialog_wanted(&args);
    match start(args, is_dialog_wanted) {
        Ok(status) => status,
        Err(failure) => failure::tell(&failure, is_dialog_wanted),
    }
}

fn start(args: Vec<OsString>, is_dialog_wanted: bool) -> Result<ExitCode, Failure> {
    // Without a working folder nothing can be meant by a path that counts from it.
    let launch = Launch::from_args(args, &std::env::current_dir().unwrap_or_default());
    let book = launch.as_ref().ok().and_then(|launch| launch.book.as_deref());
    let surroundings = Surroundings::find(book)?;
    log::begin(&surroundings.location.shell);
    let launch = launch.map_err(Failure::Arguments)?;
    if launch.asks_version {
        println!("{}", env!("CARGO_PKG_VERSION"));
        return Ok(ExitCode::SUCCESS);
    }
    failure::watch_panics(is_dialog_wanted);
    let Location { book, shell, .. } = &surroundings.location;
    let file = launch.file.as_ref().map(|file| file.to_string_lossy().into_owned());
    let request = Request { file, token: launch::token() };
    let Some(first) = take_turn(book, shell, &request)? else { return Ok(ExitCode::SUCCESS) };
    page::look_for_engine()?;
    let app = open(&launch, surroundings).map_err(|error| Failure::NotOpened(error.to_string()))?;
    let handle = app.handle().clone();
    first.answer_by(move |request| window::come_forward(&handle, request));
    Ok(ExitCode::from(u8::try_from(app.run_return(close_at_exit)).unwrap_or(1)))
}

fn open(launch: &Launch, surroundings: Surroundings) -> tauri::Result<App> {
    let app = tauri::Builder::default()
        .plugin(page::stay_at_home())
        .on_window_event(|window, event| {
            window::watch(window, event);
            page::pass_on(window, event);
        })
        .invoke_handler(commands::handler())
        .build(tauri::generate_context!())?;
    let shell = surroundings.location.shell.clone();
    // Before the window: its page asks for the program.
    app.manage(Program::start(launch, surroundings));
    window::open(&app, &shell)?;
    settle_in_pauses(app.handle().clone());
    Ok(app)
}

/// A copy of the book's file is whole a few seconds after the last change, also while the program runs; and the window comes back
/// where it was also if the power fails.
fn settle_in_pauses(app: tauri::AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(PAUSE);
            app.state::<Program>().settle();
            window::remember(&app);
        }
    });
}

/// Tauri ends the program without dropping what it manages, so the book is closed here.
fn close_at_exit(app: &tauri::AppHandle, event: RunEvent) {
    if matches!(event, RunEvent::Exit) {
        app.state::<Program>().close();
    }
}
