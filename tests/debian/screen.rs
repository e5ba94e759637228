//! A screen that nobody looks at, and hands for what is on it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Xvfb, 1366x768. It keeps its picture in a file.
pub struct Screen {
    /// ":5".
    pub name: String,
    server: Child,
    folder: tempfile::TempDir,
}

/// What was on the screen: lines of blue, green, red and nothing.
pub struct Picture {
    width: usize,
    pixels: Vec<u8>,
}

impl Screen {
    /// Starts it under a number that is free; the server itself chooses it.
    pub fn start() -> Screen {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-noreset", "-nolisten", "tcp", "-fbdir"]);
        let mut server = command.arg(folder.path()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Screen { name: format!(":{}", number.trim()), server, folder }
    }

    /// `DISPLAY=:5`, for a command of a machine.
    pub fn variable(&self) -> String {
        format!("DISPLAY={}", self.name)
    }

    /// Hands: what xdotool prints, if it succeeds.
    pub fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let mut command = Command::new("xdotool");
        let output = command.args(arguments).env("DISPLAY", &self.name).env("LC_ALL", "C.UTF-8").output().unwrap();
        output.status.success().then(|| String::from_utf8(output.stdout).unwrap().trim().to_owned())
    }

    /// Waits for a window that is shown and has exactly this title, and gives its number.
    pub fn wait_for_window(&self, title: &str) -> String {
        let search = ["search", "--onlyvisible", "--name", &format!("^{title}$")];
        wait_for(&format!("a window with the title {title:?}"), || {
            self.xdotool(&search).and_then(|found| found.lines().next().map(str::to_owned))
        })
    }

    /// What a window says of itself.
    pub fn property(&self, window: &str, name: &str) -> String {
        let mut command = Command::new("xprop");
        command.args(["-display", &self.name, "-id", window, name]);
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    }

    /// What is on the screen now.
    pub fn picture(&self) -> Picture {
        let dump = std::fs::read(self.folder.path().join("Xvfb_screen0")).unwrap();
        // The head of X's own picture format: its length, and the lengths of a line and of the list of colours.
        let number = |at: usize| u32::from_be_bytes(dump[at..at + 4].try_into().unwrap()) as usize;
        let (head, width, n_lines, line, n_colours) = (number(0), number(16), number(20), number(48), number(76));
        assert_eq!(line, width * 4, "four bytes for a pixel");
        let start = head + n_colours * 12;
        Picture { width, pixels: dump[start..start + line * n_lines].to_vec() }
    }

    /// Waits until something that looks like a page is on the screen, and nothing has changed for two seconds: letters that
    /// are in a file of their own may come later than the page.
    pub fn wait_for_page(&self) -> Picture {
        let mut last = self.picture();
        let mut changed = Instant::now();
        wait_for("a page on the screen", || {
            let now = self.picture();
            if now.pixels != last.pixels {
                changed = Instant::now();
                last = now;
            }
            (changed.elapsed() > Duration::from_secs(2) && last.n_colours() > 100).then_some(())
        });
        last
    }
}

impl Picture {
    /// Letters with smooth edges, icons and surfaces together have hundreds.
    pub fn n_colours(&self) -> usize {
        let mut colours = BTreeMap::new();
        for pixel in self.pixels.chunks(4) {
            *colours.entry(&pixel[..3]).or_insert(0_usize) += 1;
        }
        colours.len()
    }

    /// Whether each of these colours (red, green, blue) is in it somewhere.
    pub fn has_all(&self, colours: &[[u8; 3]]) -> bool {
        let has = |[red, green, blue]: &[u8; 3]| self.pixels.chunks(4).any(|pixel| pixel[..3] == [*blue, *green, *red]);
        colours.iter().all(has)
    }

    /// Keeps it for whoever wants to look.
    pub fn save(&self, path: &Path) {
        let mut file = format!("P6 {} {} 255\n", self.width, self.pixels.len() / 4 / self.width).into_bytes();
        file.extend(self.pixels.chunks(4).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]));
        std::fs::write(path, file).unwrap();
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Asks again and again, for two minutes: the machine may have other work too.
pub fn wait_for<T>(what: &str, mut asks: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(120) {
        if let Some(found) = asks() {
            return found;
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    panic!("waited in vain for {what}");
}
