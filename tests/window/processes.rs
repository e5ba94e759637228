//! Processes that end with the test: each one leads a group of its own, and the whole group is ended.

use std::io::{BufRead, BufReader};
use std::os::unix::fs::FileExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running process with all that it has started.
pub struct Group(Child);

impl Group {
    /// Starts `command` at the head of a group of its own.
    pub fn start(command: &mut Command) -> Group {
        let name = command.get_program().to_owned();
        Group(command.process_group(0).spawn().unwrap_or_else(|error| panic!("starting {}: {error}", name.display())))
    }

    /// Id of the first process of the group.
    #[allow(dead_code, reason = "the benchmark measures its memory")]
    pub fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Group {
    /// Asks the group to end, then insists: orphans of WebKit would keep the memory of the machine.
    fn drop(&mut self) {
        for signal in ["-TERM", "-KILL"] {
            let group = format!("-{}", self.0.id());
            let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
            if wait_until(Duration::from_secs(2), || matches!(self.0.try_wait(), Ok(Some(_)))) && signal == "-TERM" {
                std::thread::sleep(Duration::from_millis(50));
            }
        }
        let _ = self.0.wait();
    }
}

/// A screen that nobody looks at.
pub struct Display {
    /// ":5".
    pub name: String,
    /// What is on the screen, as bytes: Xvfb keeps it in a file.
    picture: PathBuf,
    _server: Group,
    _folder: tempfile::TempDir,
}

impl Display {
    /// Starts Xvfb, 1366x768, under a number that is free; the server itself chooses it.
    pub fn start() -> Display {
        Display::of_size("1366x768")
    }

    /// As [`Display::start`], of another size; [`Display::picture`] knows only the usual one.
    pub fn of_size(size: &str) -> Display {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new("Xvfb");
        command
            .args(["-displayfd", "1", "-screen", "0", &format!("{size}x24"), "-noreset", "-nolisten", "tcp", "-fbdir"])
            .arg(folder.path());
        let mut server = Group::start(command.stdout(Stdio::piped()).stderr(Stdio::null()));
        let mut number = String::new();
        let stdout = server.0.stdout.take().unwrap();
        BufReader::new(stdout).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb did not start: is the package xvfb installed?");
        let picture = folder.path().join("Xvfb_screen0");
        Display { name: format!(":{}", number.trim()), picture, _server: server, _folder: folder }
    }

    /// What is on the screen now: every eighth line of it, because to read all would take the time that is measured.
    pub fn picture(&self) -> Vec<u8> {
        let file = std::fs::File::open(&self.picture).unwrap();
        let mut lines = vec![0; LINE * HEIGHT / 8];
        for (at, line) in lines.chunks_mut(LINE).enumerate() {
            file.read_exact_at(line, (at * 8 * LINE) as u64).unwrap();
        }
        lines
    }

    /// Waits until something has been drawn and then nothing of any size for `quiet`; gives the time, counted from
    /// `start`, of the last change. Scroll bars that fade away are of no size. `None` if there is no rest in a minute.
    pub fn settled_after(&self, start: Instant, blank: &[u8], quiet: Duration) -> Option<Duration> {
        let mut last = blank.to_owned();
        let mut changed_at = None;
        while start.elapsed() < Duration::from_secs(60) {
            let now = self.picture();
            if now != last {
                if n_changed_pixels(&last, &now) > SIZEABLE {
                    changed_at = Some(Instant::now());
                }
                last = now;
            }
            if changed_at.is_some_and(|at| at.elapsed() > quiet) {
                return changed_at.map(|at| at - start);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        None
    }
}

/// Bytes of a line of the screen, and its lines.
const LINE: usize = 1366 * 4;
const HEIGHT: usize = 768;

/// Pixels of a picture that must change for the screen to be another one: half a percent of them.
const SIZEABLE: usize = LINE / 4 * HEIGHT / 8 / 200;

fn n_changed_pixels(before: &[u8], after: &[u8]) -> usize {
    before.chunks(4).zip(after.chunks(4)).filter(|(before, after)| before != after).count()
}

/// Asks again and again; false if it did not come true in time.
pub fn wait_until(limit: Duration, mut is_true: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    while start.elapsed() < limit {
        if is_true() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    is_true()
}
