//! The window itself, from outside: opened where it was, remembered where it is, and brought forward when the program is
//! started again.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};

use serde::Serialize;
use sotg_core::Error;
use tauri::utils::config::WindowConfig;
use tauri::{
    App, AppHandle, Emitter, LogicalSize, Manager, Monitor, PhysicalPosition, WebviewWindow, WebviewWindowBuilder,
    Window, WindowEvent,
};

use crate::log;
use crate::page::FILE_HANDED;
use crate::placement::{Placement, Screen, Size, Wish, fit};
use crate::second_start::Request;
use crate::state::Program;

/// Name of the window, in the configuration and in the access list.
const LABEL: &str = "main";

/// Where the window was, among its own files.
const FILE: &str = "vi-tri.json";

/// Where the window is, and where that is written down.
struct Place {
    file: PathBuf,
    kept: Mutex<Option<Placement>>,
    /// It has moved since it was last looked at.
    has_moved: AtomicBool,
}

impl Place {
    fn lock(&self) -> MutexGuard<'_, Option<Placement>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The event that a file was handed over says no more than that; the page asks which.
#[derive(Clone, Serialize)]
struct FileHanded {}

/// Opens the window where it was. Its engine keeps its own files in `shell`, and so do we.
///
/// Not left to the configuration, because tauri would panic if it failed, and because folder and place are known only now.
pub fn open(app: &App, shell: &Path) -> tauri::Result<()> {
    let file = shell.join(FILE);
    let kept = read(&file);
    app.manage(Place { file, kept: Mutex::new(kept), has_moved: AtomicBool::new(false) });
    for configuration in &app.config().app.windows {
        let builder = WebviewWindowBuilder::from_config(app.handle(), configuration)?;
        let window = builder.data_directory(shell.to_owned()).visible(false).build()?;
        if let Some(placement) = fit(kept, &screens(&window)?, &wish(configuration, &window)?) {
            put(&window, &placement)?;
            *app.state::<Place>().lock() = Some(placement);
        }
        window.show()?;
    }
    Ok(())
}

/// Remembers that the window has moved; at its end also where it is. While it moves there are hundreds of events.
pub fn watch(window: &Window, event: &WindowEvent) {
    let Some(place) = window.try_state::<Place>() else { return };
    if matches!(event, WindowEvent::Moved(_) | WindowEvent::Resized(_) | WindowEvent::ScaleFactorChanged { .. }) {
        place.has_moved.store(true, Ordering::Relaxed);
    }
    if matches!(event, WindowEvent::CloseRequested { .. }) {
        look(window.app_handle(), &place);
    }
}

/// Writes down where the window is, if it has moved. To be called now and then: what moves has come to rest meanwhile, and a
/// window that has begun to fill its screen says so.
pub fn remember(app: &AppHandle) {
    let place = app.state::<Place>();
    if place.has_moved.swap(false, Ordering::Relaxed) {
        look(app, &place);
    }
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

/// The place first: on another screen a point may have more dots.
fn put(window: &WebviewWindow, placement: &Placement) -> tauri::Result<()> {
    window.set_position(PhysicalPosition::new(placement.x, placement.y))?;
    window.set_size(LogicalSize::new(placement.size.width, placement.size.height))?;
    if placement.is_maximized { window.maximize() } else { Ok(()) }
}

/// The screens, the main one first.
fn screens(window: &WebviewWindow) -> tauri::Result<Vec<Screen>> {
    let main = window.primary_monitor()?;
    let is_main = |monitor: &Monitor| main.as_ref().is_some_and(|main| main.position() == monitor.position());
    let mut monitors = window.available_monitors()?;
    monitors.sort_by_key(|monitor| !is_main(monitor));
    let screens = monitors.iter().map(|monitor| {
        let area = monitor.work_area();
        Screen {
            x: f64::from(area.position.x),
            y: f64::from(area.position.y),
            size: Size { width: f64::from(area.size.width), height: f64::from(area.size.height) },
            scale: monitor.scale_factor(),
        }
    });
    // A screen that is being switched off may have no size.
    Ok(screens.filter(|screen| screen.size.width > 0.0 && screen.size.height > 0.0 && screen.scale > 0.0).collect())
}

/// What the configuration asks for, and the frame that the system puts around.
fn wish(configuration: &WindowConfig, window: &WebviewWindow) -> tauri::Result<Wish> {
    Ok(Wish {
        size: Size { width: configuration.width, height: configuration.height },
        least: Size {
            width: configuration.min_width.unwrap_or_default(),
            height: configuration.min_height.unwrap_or_default(),
        },
        frame: frame(window)?,
    })
}

/// On Linux the frame is the window manager's, and nobody knows it before the window is shown.
#[cfg(target_os = "linux")]
fn frame(_window: &WebviewWindow) -> tauri::Result<Size> {
    Ok(Size { width: 0.0, height: 0.0 })
}

#[cfg(not(target_os = "linux"))]
fn frame(window: &WebviewWindow) -> tauri::Result<Size> {
    let scale = window.scale_factor()?;
    let (outer, inner) = (window.outer_size()?.to_logical::<f64>(scale), window.inner_size()?.to_logical::<f64>(scale));
    Ok(Size { width: (outer.width - inner.width).max(0.0), height: (outer.height - inner.height).max(0.0) })
}

/// Asks the main thread, and so never with the lock in hand: at its end the main thread takes that too.
fn look(app: &AppHandle, place: &Place) {
    let Some(window) = app.get_webview_window(LABEL) else { return };
    let kept = *place.lock();
    match placement(&window, kept) {
        Ok(now) if now == kept => {}
        Ok(now) => {
            let mut kept = place.lock();
            *kept = now;
            if let Some(Err(error)) = now.map(|now| write(&place.file, &now)) {
                log::note(&format!("{error}"));
            }
        }
        Err(error) => log::note(&format!("Unable to see where the window is: {error}")),
    }
}

/// Where the window is. Of one that fills its screen the size before that stays, and the place too, if it is on that screen;
/// one that is minimised is nowhere.
fn placement(window: &WebviewWindow, kept: Option<Placement>) -> tauri::Result<Option<Placement>> {
    if window.is_minimized()? {
        return Ok(kept);
    }
    let (is_maximized, place) = (window.is_maximized()?, window.outer_position()?);
    if let (true, Some(kept)) = (is_maximized, kept) {
        let screen = window.current_monitor()?.map(|monitor| (*monitor.position(), *monitor.size()));
        let is_within =
            |at: i32, from: i32, length: u32| u32::try_from(at.saturating_sub(from)).is_ok_and(|at| at < length);
        let elsewhere = screen
            .filter(|(from, size)| !is_within(kept.x, from.x, size.width) || !is_within(kept.y, from.y, size.height));
        let (x, y) = elsewhere.map_or((kept.x, kept.y), |(from, _)| (from.x, from.y));
        return Ok(Some(Placement { x, y, is_maximized, ..kept }));
    }
    let size = window.inner_size()?.to_logical::<f64>(window.scale_factor()?);
    let size = Size { width: size.width, height: size.height };
    Ok(Some(Placement { x: place.x, y: place.y, size, is_maximized }))
}

/// None at the first start, and if it cannot be read: where the window was is worth no message.
fn read(file: &Path) -> Option<Placement> {
    serde_json::from_slice(&std::fs::read(file).ok()?).ok()
}

fn write(file: &Path, placement: &Placement) -> sotg_core::Result<()> {
    let bytes = serde_json::to_vec(placement).map_err(|error| Error::io("write", file)(error.into()))?;
    sotg_core::export::save(file, &bytes)
}
