//! The program on a desktop, as a user starts it: without a driver, and with a window manager that minimises, fills screens and
//! puts frames around windows.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask};

use crate::processes::{Group, wait_until};
use crate::window::{Office, PROGRAM};

/// How long a window may take on a machine that is busy with something else.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Where the program writes what went wrong.
pub const LOG: &str = "data/vn.sotuyengiao.app/nhat-ky.txt";

const TITLE: &str = "Sổ Tuyên giáo";

/// A bar below, as desktops have it: 728 lines of 768 are left.
const BAR: &str = "<JWM><Tray y=\"-1\" height=\"40\"><TaskList/></Tray><FocusModel>click</FocusModel></JWM>";

/// A started program.
pub struct Started<'a> {
    office: &'a Office,
    child: Child,
}

/// Place and size of the page on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

/// Starts a window manager.
pub fn manage_windows(office: &Office) -> Group {
    // Held until the manager is there: without any client the server begins anew, and takes the manager along.
    let (server, screen) = x11rb::connect(Some(&office.display().name)).unwrap();
    let settings = office.path("jwmrc");
    std::fs::write(&settings, BAR).unwrap();
    let mut command = Command::new("jwm");
    let manager = Group::start(office.surroundings(command.arg("-f").arg(&settings)));
    let (root, property) = (server.setup().roots[screen].root, atom(&server, "_NET_SUPPORTING_WM_CHECK"));
    let check = || server.get_property(false, root, property, AtomEnum::WINDOW, 0, 1).unwrap().reply().unwrap();
    assert!(
        wait_until(PATIENCE, || check().value_len == 1),
        "the window manager starts: is the package jwm installed?"
    );
    manager
}

impl Office {
    /// Starts the program on the book of the test.
    pub fn start(&self, args: &[&str]) -> Started<'_> {
        self.start_on("so", args)
    }

    /// Starts the program on a book in the folder of the test.
    pub fn start_on(&self, book: &str, args: &[&str]) -> Started<'_> {
        let mut command = Command::new(PROGRAM);
        command.arg("--book").arg(self.path(book)).args(["--today", "2023-07-20"]).args(args);
        Started::of(self, &mut command)
    }
}

impl<'a> Started<'a> {
    /// Starts a command in the surroundings of an office.
    pub fn of(office: &'a Office, command: &mut Command) -> Started<'a> {
        Started::with(office, office.surroundings(command))
    }

    /// Starts a command in surroundings of its own, on the display of an office.
    pub fn with(office: &'a Office, command: &mut Command) -> Started<'a> {
        Started { office, child: command.process_group(0).stdin(Stdio::null()).spawn().unwrap() }
    }

    /// Waits for its window, and gives the number by which the screen knows it.
    pub fn window(&self) -> String {
        let is_there = wait_until(PATIENCE, || self.n_windows() == 1);
        assert!(is_there, "one window is shown, not {}", self.n_windows());
        self.windows().trim().to_owned()
    }

    /// How many windows of it are shown.
    pub fn n_windows(&self) -> usize {
        self.windows().lines().count()
    }

    /// Waits until the window is shown and has the focus.
    pub fn is_in_front(&self) -> bool {
        wait_until(PATIENCE, || {
            let active = self.office.xdotool(&["getactivewindow"]);
            !active.is_empty() && self.windows().trim() == active.trim()
        })
    }

    /// Waits until the page has come to a place and size of which something is true, and gives them.
    pub fn area_when(&self, is_wanted: impl Fn(Area) -> bool) -> Area {
        let window = self.window().parse().unwrap();
        let area = || area(self.office, window);
        let log = || std::fs::read_to_string(self.office.path(LOG)).unwrap_or_default();
        assert!(wait_until(PATIENCE, || is_wanted(area())), "the window is at {:?}\n{}", area(), log());
        area()
    }

    /// Asks the window manager to give the window its own size again, as a double click on the title bar does.
    pub fn unmaximize(&self) {
        const REMOVE: u32 = 0;
        let (server, screen) = x11rb::connect(Some(&self.office.display().name)).unwrap();
        let (window, root) = (self.window().parse().unwrap(), server.setup().roots[screen].root);
        let states = ["_NET_WM_STATE_MAXIMIZED_HORZ", "_NET_WM_STATE_MAXIMIZED_VERT"].map(|name| atom(&server, name));
        let what = [REMOVE, states[0], states[1], 1, 0];
        let message = ClientMessageEvent::new(32, window, atom(&server, "_NET_WM_STATE"), what);
        let mask = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
        server.send_event(false, root, mask, message).unwrap();
        server.get_input_focus().unwrap().reply().unwrap();
    }

    /// Sends it a signal: "-KILL".
    pub fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
    }

    /// Waits until it has ended, and gives its status.
    pub fn ended(mut self) -> Option<ExitStatus> {
        let mut status = None;
        wait_until(PATIENCE, || {
            status = self.child.try_wait().unwrap();
            status.is_some()
        });
        status
    }

    fn windows(&self) -> String {
        let id = self.child.id().to_string();
        self.office.xdotool(&["search", "--all", "--onlyvisible", "--pid", &id, "--name", TITLE])
    }
}

impl Drop for Started<'_> {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        for signal in ["-CONT", "-KILL"] {
            let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
        }
        let _ = self.child.wait();
    }
}

fn atom(server: &impl Connection, name: &str) -> u32 {
    server.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom
}

/// xdotool adds the frame twice.
fn area(office: &Office, window: u32) -> Area {
    let (server, screen) = x11rb::connect(Some(&office.display().name)).unwrap();
    let root = server.setup().roots[screen].root;
    let size = server.get_geometry(window).unwrap().reply().unwrap();
    let at = server.translate_coordinates(window, root, 0, 0).unwrap().reply().unwrap();
    Area { x: at.dst_x.into(), y: at.dst_y.into(), width: size.width.into(), height: size.height.into() }
}
