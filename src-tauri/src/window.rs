//! The window itself, from outside: opened, and brought forward when the program is started again.

use std::path::PathBuf;
use std::sync::mpsc;

use serde::Serialize;
use tauri::{App, AppHandle, Emitter, Manager, WebviewWindow, WebviewWindowBuilder};

use crate::page::FILE_HANDED;
use crate::second_start::Request;
use crate::state::Program;

/// Name of the window, in the configuration and in the access list.
const LABEL: &str = "main";

/// The event that a file was handed over says no more than that; the page asks which.
#[derive(Clone, Serialize)]
struct FileHanded {}

/// Opens the window. Its engine keeps its own files in `shell`.
///
/// Not left to the configuration, because tauri would panic if it failed, and because the folder is known only now.
pub fn open(app: &App, shell: PathBuf) -> tauri::Result<()> {
    for configuration in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app.handle(), configuration)?.data_directory(shell.clone()).build()?;
    }
    Ok(())
}

/// What a second start asks: brings the window forward and takes the file. True when it is done; false if there is no window
/// any more. Waits for the main thread: a program that hangs does not answer.
pub fn come_forward(app: &AppHandle, request: &Request) -> bool {
    let Some(window) = app.get_webview_window(LABEL) else { return false };
    if let Some(file) = &request.file {
        app.state::<Program>().hand(PathBuf::from(file));
    }
    let (done, wait) = mpsc::channel();
    let (token, is_handed) = (request.token.clone(), request.file.is_some());
    let asked = app.run_on_main_thread(move || {
        let shown = show(&window, token.as_deref());
        // A page that is not there yet asks for the file when it is.
        let told = if is_handed { window.emit(FILE_HANDED, FileHanded {}) } else { Ok(()) };
        let _ = done.send(shown.is_ok() && told.is_ok());
    });
    asked.is_ok() && wait.recv().unwrap_or(false)
}

/// On Linux GTK itself presents the window: it knows what the desktop's token means, and does not leave a minimised window
/// where it is.
#[cfg(target_os = "linux")]
fn show(window: &WebviewWindow, token: Option<&str>) -> tauri::Result<()> {
    use gtk::prelude::GtkWindowExt;

    let window = window.gtk_window()?;
    if let Some(token) = token {
        window.set_startup_id(token);
    }
    window.present();
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn show(window: &WebviewWindow, _token: Option<&str>) -> tauri::Result<()> {
    window.unminimize()?;
    window.show()?;
    window.set_focus()
}
