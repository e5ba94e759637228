//! What lies between the window and the page besides commands: where the page may go, what is dropped on it, and that the
//! window is about to close.

use std::time::Duration;

use serde::Serialize;
use tauri::plugin::TauriPlugin;
use tauri::{DragDropEvent, Emitter, Manager, Runtime, Url, Window, WindowEvent};

use crate::failure::Failure;
use crate::log;
use crate::state::Program;

/// Name of the event that the window is about to close: the page saves what is being typed and answers with the command
/// `ready_to_close`.
pub const CLOSING: &str = "closing";

/// How long a page that does not answer may hold the window.
const PATIENCE: Duration = Duration::from_secs(2);

/// Name of the event that files were dropped on the window.
pub const FILES_DROPPED: &str = "files-dropped";

/// Name of the event that a file was handed over to the open window; [`Program::hand`] keeps which.
pub const FILE_HANDED: &str = "file-handed";

/// Name of the event that says how far a move of the data folder is.
pub const MOVE_PROGRESS: &str = "move-progress";

/// What the event that files were dropped says.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FilesDropped {
    /// Where they lie.
    pub paths: Vec<String>,
}

/// Keeps the window on the program's own page. Tauri alone lets `location.href = "http://…"` out.
pub fn stay_at_home<R: Runtime>() -> TauriPlugin<R> {
    tauri::plugin::Builder::new("stay-at-home").on_navigation(|_, url| is_ours(url)).build()
}

/// Has the page drawn by the processor. This page has nothing that moves, and on Linux the way through the graphics card
/// costs tens of megabytes and, with old cards and drivers, an empty window (docs/decisions/0005). It must be said before the
/// engine starts: set later, the wheel of the mouse no longer scrolls. Under a test driver the default stays, because the
/// driver takes its pictures from there; what the user has set himself stays too.
///
/// To be called first of all in `main`, while there is one thread.
#[cfg(target_os = "linux")]
pub fn draw_by_processor() {
    const NAME: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";
    let is_set = |name: &str| std::env::var_os(name).is_some();
    if !is_set(NAME) && !is_set("TAURI_WEBVIEW_AUTOMATION") {
        #[allow(unsafe_code, reason = "sound while the process has one thread, and `main` has not started another yet")]
        unsafe {
            std::env::set_var(NAME, "1");
        }
    }
}

/// Elsewhere the engine is the system's own and knows best.
#[cfg(not(target_os = "linux"))]
pub fn draw_by_processor() {}

/// Looks for what shows the page, before tauri does: tauri would say in English that WebView2 is missing, and would panic without
/// a screen.
///
/// # Errors
/// What is missing.
pub fn look_for_engine() -> Result<(), Failure> {
    tauri::webview_version().map_err(|error| Failure::NoEngine(error.to_string()))?;
    #[cfg(target_os = "linux")]
    gtk::init().map_err(|error| Failure::NoScreen(error.to_string()))?;
    Ok(())
}

/// Tells the page what happens to the window: files are dropped on it, or it is about to close.
pub fn pass_on<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
        let paths = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        // A page that is not there yet has nothing to drop files on.
        let _ = window.emit(FILES_DROPPED, FilesDropped { paths });
    }
    if let WindowEvent::CloseRequested { api, .. } = event {
        api.prevent_close();
        close_when_saved(window.clone());
    }
}

/// Text is saved after a pause in typing, so the last words may still be in the page alone when the window is closed.
fn close_when_saved<R: Runtime>(window: Window<R>) {
    let _ = window.emit(CLOSING, ());
    std::thread::spawn(move || {
        window.state::<Program>().wait_for_page(PATIENCE);
        if let Err(error) = window.destroy() {
            log::note(&format!("Unable to close the window: {error}"));
        }
    });
}

/// Tauri's own page: `tauri://localhost` on Linux and macOS, `http://tauri.localhost` on Windows.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_of_the_program_is_ours() {
        for (url, wanted) in [
            ("tauri://localhost/", true),
            ("tauri://localhost/index.html#/so-lieu", true),
            ("tauri://elsewhere/", false),
            ("http://tauri.localhost/", cfg!(windows)),
            ("http://localhost/", false),
            ("https://example.org/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,x", false),
            ("about:blank", false),
        ] {
            assert_eq!(is_ours(&url.parse().unwrap()), wanted, "{url}");
        }
    }
}
