//! One window for each book: a program that is started a second time asks the first one to come forward, and ends.
//!
//! Who is first is decided by a lock on a file, which the system takes back however a program ends; whoever does not get it
//! knocks at a socket that only this account can reach (on Windows a named pipe). No session bus is asked: not every desktop
//! has one. The choice is in docs/decisions/0008.

mod door;

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{BufRead, BufReader, Read, Result, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{Listener, Stream};
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::log;

/// How long the first program may think before we say that it hangs.
const PATIENCE: Duration = Duration::from_secs(2);
/// Between two attempts, while the first one is opening its door or about to end.
const PAUSE: Duration = Duration::from_millis(20);
/// Folder of the locks, among the window's own files.
const LOCKS: &str = "dang-mo";
const DONE: &str = "done";
/// Longer than any path.
const LONGEST: u64 = 100_000;

/// What a second start asks of the first one: to come forward, with these.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// A plan file to take. As text, because JSON has no other; a name that is no text is not found, and the page says so.
    pub file: Option<String>,
    /// By this the desktop knows that the user has just asked for it, and lets the window have the focus.
    pub token: Option<String>,
}

/// The right to show the window of a book, until it is dropped or the process ends.
pub struct First {
    desk: Arc<Desk>,
    door: Option<PathBuf>,
    /// None where the place cannot be locked: a window too many is better than none. Dropped last.
    _lock: Option<File>,
}

/// Does what a second start asks; true when it is done.
type Answer = dyn Fn(&Request) -> bool + Send + Sync;

/// Where requests are taken, from the first moment on: a user who clicks twice does so long before the window is there.
#[derive(Default)]
struct Desk(Mutex<Early>);

#[derive(Default)]
struct Early {
    answer: Option<Arc<Answer>>,
    waiting: Option<Request>,
}

/// Takes the right to show the window of `book`; `shell` is the folder of the window's own files. None if another program has
/// it and has done what was asked.
///
/// # Errors
/// The other one does not answer.
pub fn take_turn(book: &Path, shell: &Path, request: &Request) -> std::result::Result<Option<First>, Failure> {
    let end = Instant::now() + PATIENCE;
    let key = key(book, shell);
    loop {
        match lock(&shell.join(LOCKS), &key) {
            Ok(Some(lock)) => return Ok(Some(First::begin(Some(lock), open_door(&key, shell)))),
            Ok(None) => {}
            Err(error) => {
                log::note(&format!("Unable to lock the window in {}: {error}", shell.display()));
                return Ok(Some(First::begin(None, None)));
            }
        }
        if knock(key.clone(), shell.to_owned(), request, end.saturating_duration_since(Instant::now())) {
            return Ok(None);
        }
        if Instant::now() >= end {
            return Err(Failure::NotAnswering);
        }
        std::thread::sleep(PAUSE);
    }
}

impl First {
    fn begin(lock: Option<File>, door: Option<(PathBuf, Listener)>) -> First {
        let desk = Arc::<Desk>::default();
        let path = door.map(|(path, listener)| {
            let desk = desk.clone();
            std::thread::spawn(move || serve(&listener, &desk));
            path
        });
        First { desk, door: path, _lock: lock }
    }

    /// From now on `answer` does what second starts ask, and what they have asked meanwhile.
    pub fn answer_by(&self, answer: impl Fn(&Request) -> bool + Send + Sync + 'static) {
        let waiting = {
            let mut early = self.desk.lock();
            early.answer = Some(Arc::new(answer));
            early.waiting.take().zip(early.answer.clone())
        };
        if let Some((request, answer)) = waiting {
            answer(&request);
        }
    }
}

impl Drop for First {
    fn drop(&mut self) {
        if let Some(door) = &self.door {
            door::remove(door);
        }
    }
}

impl Desk {
    fn take(&self, request: Request) -> bool {
        let answer = {
            let mut early = self.lock();
            if early.answer.is_none() {
                early.waiting = Some(request.clone());
            }
            early.answer.clone()
        };
        // Asked without the lock: it waits for the window.
        answer.is_none_or(|answer| answer(&request))
    }

    fn lock(&self) -> MutexGuard<'_, Early> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells the windows of two books apart, and those of a program and of its portable copy.
fn key(book: &Path, shell: &Path) -> String {
    // FNV-1a: the same in every version of the program, which the standard library's is not.
    let bytes = [full(shell), full(book)];
    let bytes = bytes.iter().flat_map(|path| path.as_os_str().as_encoded_bytes().iter().chain(&[0]));
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// The one name of a path, also of a folder that is not there yet.
fn full(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => full(parent).join(name),
        _ => path.to_owned(),
    })
}

/// None if another process has the lock.
fn lock(folder: &Path, key: &str) -> Result<Option<File>> {
    std::fs::create_dir_all(folder)?;
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join(key))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Without a door the window still opens; only a second start will say that it gets no answer.
fn open_door(key: &str, shell: &Path) -> Option<(PathBuf, Listener)> {
    let opened = door::path(key, shell).and_then(|path| Ok((path.clone(), door::open(&path)?)));
    opened.inspect_err(|error| log::note(&format!("Unable to hear of a second start: {error}"))).ok()
}

fn serve(listener: &Listener, desk: &Arc<Desk>) {
    for caller in listener.incoming() {
        let desk = desk.clone();
        match caller {
            // Each on a thread of its own: one that says nothing keeps nobody else waiting.
            Ok(caller) => drop(std::thread::spawn(move || hear(&caller, &desk))),
            Err(_) => std::thread::sleep(PAUSE),
        }
    }
}

fn hear(caller: &Stream, desk: &Desk) -> Result<()> {
    let mut line = String::new();
    BufReader::new(caller.take(LONGEST)).read_line(&mut line)?;
    let request = serde_json::from_str(&line)?;
    if desk.take(request) {
        let mut caller = caller;
        writeln!(caller, "{DONE}")?;
    }
    Ok(())
}

/// Asks the first program; true if it has done what was asked within the time. Pipes know no time limits, so the call is made
/// on a thread that may be left behind: this process ends soon.
fn knock(key: String, shell: PathBuf, request: &Request, time: Duration) -> bool {
    let (sender, receiver) = mpsc::channel();
    let request = request.clone();
    std::thread::spawn(move || {
        let _ = sender.send(ask(&key, &shell, &request).unwrap_or(false));
    });
    receiver.recv_timeout(time).unwrap_or(false)
}

fn ask(key: &str, shell: &Path, request: &Request) -> Result<bool> {
    let caller = door::knock(&door::path(key, shell)?)?;
    let mut writer = &caller;
    writeln!(writer, "{}", serde_json::to_string(request)?)?;
    let mut line = String::new();
    BufReader::new((&caller).take(LONGEST)).read_line(&mut line)?;
    Ok(line.trim_end() == DONE)
}

#[cfg(test)]
mod tests;
