//! The program in its real window, on a display of its own, with everything it writes in a folder of the test.

use std::fs::DirBuilder;
use std::net::TcpListener;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::Value;

use crate::driver::{self, Driver, Element};
use crate::processes::{Display, Group, wait_until};

/// The program that these tests drive.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_so-tuyen-giao");

/// How long a screen may take on a machine that is busy with something else.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// One window at a time: WebKit takes 250 MB, and two at once on a small machine time out.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A folder of the test, where book, settings and caches of the program lie. The program can be opened in it repeatedly.
pub struct Office {
    folder: tempfile::TempDir,
    display: Display,
    environment: Vec<(&'static str, &'static str)>,
    _turn: Option<MutexGuard<'static, ()>>,
}

/// The open program.
pub struct Window {
    /// For what has no word of its own here.
    pub driver: Driver,
    _processes: Group,
}

impl Office {
    /// An office where the program has never been started.
    pub fn new() -> Office {
        Office::with_display(Display::start)
    }

    /// An office with a screen of its own size.
    pub fn with_display(start: impl FnOnce() -> Display) -> Office {
        let turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        Office::on(start(), Some(turn))
    }

    /// A second office with a screen of its own, while this one has its window open: for what goes from one to the other.
    pub fn beside(&self) -> Office {
        Office::on(Display::start(), None)
    }

    fn on(display: Display, turn: Option<MutexGuard<'static, ()>>) -> Office {
        let office = Office { folder: tempfile::tempdir().unwrap(), display, environment: Vec::new(), _turn: turn };
        DirBuilder::new().mode(0o700).create(office.path("runtime")).unwrap();
        office
    }

    /// The office in which this variable of the environment is set.
    #[allow(dead_code, reason = "only the benchmark asks for it")]
    pub fn with(mut self, name: &'static str, value: &'static str) -> Office {
        self.environment.push((name, value));
        self
    }

    /// The display on which its windows are.
    pub fn display(&self) -> &Display {
        &self.display
    }

    /// A path in the folder of the test.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Folder of the book.
    pub fn book(&self) -> PathBuf {
        self.path("so")
    }

    /// Opens the program on the book of the test, on the day that issue 2 rehearses.
    pub fn open(&self) -> Window {
        self.open_with(&["--today", "2023-07-20"])
    }

    /// Opens the program with these arguments besides `--book`.
    pub fn open_with(&self, args: &[&str]) -> Window {
        let book = self.book().display().to_string();
        self.open_account(&[&["--book", &book], args].concat())
    }

    /// Opens the program with these arguments alone, as an account does that names no book.
    pub fn open_account(&self, args: &[&str]) -> Window {
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).env("TAURI_WEBVIEW_AUTOMATION", "true");
        let processes = Group::start(self.surroundings(&mut command));
        assert!(wait_until(PATIENCE, || driver::is_ready(port)), "WebKitWebDriver does not answer on {port}");
        let all: Vec<String> = args.iter().map(|&arg| arg.to_owned()).collect();
        let driver = Driver::open(port, PROGRAM, &all).unwrap_or_else(|error| panic!("opening the program: {error}"));
        Window { driver, _processes: processes }
    }

    /// What a person's hands would do on this display; the answer is what xdotool prints.
    pub fn xdotool(&self, args: &[&str]) -> String {
        let output = Command::new("xdotool").args(args).env("DISPLAY", &self.display.name).output();
        String::from_utf8(output.expect("xdotool is installed").stdout).unwrap()
    }

    /// Display, and folders for all that a program keeps, for a process of this office.
    pub fn surroundings<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        for (name, folder) in [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")] {
            command.env(name, self.path(folder));
        }
        command.env("XDG_RUNTIME_DIR", self.path("runtime")).envs(self.environment.iter().copied());
        command.env("DISPLAY", &self.display.name).env_remove("WAYLAND_DISPLAY").env("LC_ALL", "C.UTF-8");
        command.env("GDK_BACKEND", "x11").stdout(Stdio::null()).stderr(Stdio::null())
    }
}

impl Window {
    /// Waits until the page shows an element.
    pub fn wait_for(&self, selector: &str) -> Element {
        let mut found = Err(String::new());
        wait_until(PATIENCE, || {
            found = self.driver.find(selector);
            found.is_ok()
        });
        found.unwrap_or_else(|error| panic!("waited for {selector} in vain: {error}\n{}", self.page_text()))
    }

    /// Waits until an element is no longer there.
    pub fn wait_until_gone(&self, selector: &str) {
        let gone = wait_until(PATIENCE, || self.driver.find_all(selector).is_empty());
        assert!(gone, "{selector} does not go away\n{}", self.page_text());
    }

    /// Waits until the page says something.
    pub fn wait_for_text(&self, text: &str) {
        assert!(wait_until(PATIENCE, || self.page_text().contains(text)), "«{text}» not in\n{}", self.page_text());
    }

    /// All that the page says.
    pub fn page_text(&self) -> String {
        let text = self.driver.script("return document.body.innerText", &[]).unwrap_or_default();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits for an element and clicks it.
    pub fn click(&self, selector: &str) {
        let element = self.wait_for(selector);
        self.driver.click(&element).unwrap_or_else(|error| panic!("clicking {selector}: {error}"));
    }

    /// Waits for a button, link or tab with exactly this name and clicks it.
    pub fn click_named(&self, name: &str) {
        const SCRIPT: &str = "const all = document.querySelectorAll('button, a, [role=button], [role=tab], [role=menuitem]');
            const found = [...all].find((one) => (one.getAttribute('aria-label') ?? one.innerText).trim() === arguments[0]);
            if (found) found.setAttribute('data-wanted', ''); return Boolean(found);";
        let named = || self.driver.script(SCRIPT, &[name.into()]) == Ok(Value::Bool(true));
        assert!(wait_until(PATIENCE, named), "nothing to click is called «{name}»\n{}", self.page_text());
        self.click("[data-wanted]");
        let _ = self.driver.script("document.querySelector('[data-wanted]')?.removeAttribute('data-wanted')", &[]);
    }

    /// Waits for an input and types into it, after what is there.
    pub fn type_into(&self, selector: &str, text: &str) {
        let element = self.wait_for(selector);
        self.driver.type_into(&element, text).unwrap_or_else(|error| panic!("typing into {selector}: {error}"));
    }

    /// Puts a text in the place of what is in an input.
    pub fn replace(&self, selector: &str, text: &str) {
        self.click(selector);
        self.driver.press(&["Control+a", "Delete"]);
        self.type_into(selector, text);
    }

    /// Goes to a place of the page: "#/figures/dot1".
    pub fn go(&self, hash: &str) {
        self.driver
            .script("location.hash = arguments[0]", &[hash.into()])
            .unwrap_or_else(|error| panic!("{hash}: {error}"));
    }

    /// Goes to the figures of a phase. Those out of view come with the first touch.
    pub fn go_to_figures(&self, phase: &str) {
        self.go(&format!("#/figures/{phase}"));
        self.wait_for("[data-place]");
        self.driver.press(&["Shift"]);
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.driver.reload().unwrap_or_else(|error| panic!("{error}"));
    }

    /// Presses Tab until what has the focus fits a selector: so it can be reached without a mouse.
    pub fn tab_to(&self, selector: &str) {
        let is_there = "return document.activeElement.matches(arguments[0])";
        for _ in 0..100 {
            if self.driver.script(is_there, &[selector.into()]) == Ok(Value::Bool(true)) {
                return;
            }
            self.driver.press(&["Tab"]);
        }
        panic!("{selector} cannot be reached by Tab");
    }

    /// Waits until so many elements are there.
    pub fn wait_for_count(&self, selector: &str, wanted: usize) {
        let found = || self.driver.find_all(selector).len();
        assert!(wait_until(PATIENCE, || found() == wanted), "{wanted} × {selector}, found {}", found());
    }

    /// Waits until an input holds a text.
    pub fn wait_for_value(&self, selector: &str, wanted: &str) {
        let script = "return document.querySelector(arguments[0])?.value";
        let found = || self.driver.script(script, &[selector.into()]).unwrap_or_default();
        assert!(wait_until(PATIENCE, || found() == wanted), "{selector} holds {}, not {wanted}", found());
    }

    /// Waits until the page says something, and nothing moves or is loading any more.
    pub fn wait_until_still(&self) {
        let script = "return document.querySelector('main')?.innerText.length > 0 && document.fonts.status === 'loaded' && !document.querySelector('[aria-busy=true]')
            && document.getAnimations().every((one) => one.playState !== 'running')";
        let is_still = wait_until(PATIENCE, || self.driver.script(script, &[]) == Ok(Value::Bool(true)));
        assert!(is_still, "the page does not come to rest\n{}", self.page_text());
    }

    /// Calls a command as the page does, and gives its answer or its error.
    pub fn call(&self, command: &str, args: Value) -> Result<Value, Value> {
        const SCRIPT: &str = "const done = arguments[2];
            window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1]).then((ok) => done({ ok }), (err) => done({ err }));";
        let answer =
            self.driver.script_async(SCRIPT, &[command.into(), args]).unwrap_or_else(|error| panic!("{error}"));
        if answer.get("err").is_some() { Err(answer["err"].clone()) } else { Ok(answer["ok"].clone()) }
    }

    /// Writes the page as it looks now to a PNG file.
    pub fn screenshot(&self, path: &Path) {
        let picture = self.driver.screenshot().unwrap_or_else(|error| panic!("{error}"));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, from_base64(picture.as_str().unwrap())).unwrap();
    }

    /// Closes the program.
    pub fn close(self) {
        self.driver.close();
    }
}

/// A port of this machine that was free a moment ago.
fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// Bytes of a text in base64.
fn from_base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits: Vec<u32> =
        text.bytes().filter_map(|byte| DIGITS.iter().position(|&digit| digit == byte)).map(|at| at as u32).collect();
    let mut bytes = Vec::new();
    for four in digits.chunks(4) {
        let bits = four.iter().enumerate().fold(0, |bits, (at, digit)| bits | digit << (18 - 6 * at));
        bytes.extend(bits.to_be_bytes().into_iter().skip(1).take(four.len() * 6 / 8));
    }
    bytes
}
