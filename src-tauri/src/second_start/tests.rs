use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

struct Office(tempfile::TempDir);

impl Office {
    fn new() -> Office {
        let office = Office(tempfile::tempdir().unwrap());
        std::fs::create_dir(office.shell()).unwrap();
        office
    }

    fn shell(&self) -> PathBuf {
        self.0.path().join("cua-so")
    }

    fn start(&self, book: &str, file: Option<&str>) -> std::result::Result<Option<First>, Failure> {
        let request = Request { file: file.map(str::to_owned), token: None };
        take_turn(&self.0.path().join(book), &self.shell(), &request)
    }
}

#[test]
fn a_second_start_hands_its_file_to_the_first_and_ends() {
    let office = Office::new();
    let first = office.start("so", None).unwrap().expect("nobody was there");
    let heard = Arc::new(Mutex::new(Vec::new()));
    let ear = heard.clone();
    first.answer_by(move |request| {
        ear.lock().unwrap().push(request.file.clone());
        true
    });
    assert!(office.start("so", Some("/d/Kế hoạch.sotg")).unwrap().is_none());
    assert!(office.start("so", None).unwrap().is_none());
    assert_eq!(*heard.lock().unwrap(), [Some("/d/Kế hoạch.sotg".to_owned()), None]);
}

#[test]
fn what_is_asked_before_the_window_is_there_is_done_when_it_is() {
    let office = Office::new();
    let first = office.start("so", None).unwrap().expect("nobody was there");
    assert!(office.start("so", Some("/d/kế hoạch.sotg")).unwrap().is_none(), "an impatient user clicks twice");
    let heard = Arc::new(Mutex::new(None));
    let ear = heard.clone();
    first.answer_by(move |request| {
        *ear.lock().unwrap() = request.file.clone();
        true
    });
    assert_eq!(heard.lock().unwrap().as_deref(), Some("/d/kế hoạch.sotg"));
}

#[test]
fn two_books_have_a_window_each_whatever_their_paths_are_called() {
    let office = Office::new();
    let _one = office.start("so", None).unwrap().expect("nobody was there");
    let _two = office.start("so 2", None).unwrap().expect("another book");
    assert!(office.start("cua-so/../so", None).unwrap().is_none(), "not there yet, and called otherwise");
    std::fs::create_dir(office.0.path().join("so")).unwrap();
    assert!(office.start("cua-so/../so", None).unwrap().is_none(), "there now, and called otherwise");
}

#[test]
fn after_the_first_has_ended_the_next_is_the_first() {
    let office = Office::new();
    for _ in 0..3 {
        assert!(office.start("so", None).unwrap().is_some());
    }
}

#[test]
fn a_start_waits_for_one_that_is_ending() {
    let office = Office::new();
    let first = office.start("so", None).unwrap().expect("nobody was there");
    first.answer_by(|_| false);
    let ending = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(300));
        drop(first);
    });
    assert!(office.start("so", None).unwrap().is_some());
    ending.join().unwrap();
}

#[test]
fn one_that_does_not_answer_is_said_after_two_seconds() {
    let office = Office::new();
    let first = office.start("so", None).unwrap().expect("nobody was there");
    let (_hold, held) = mpsc::channel::<()>();
    let held = Mutex::new(held);
    first.answer_by(move |_| held.lock().unwrap().recv().is_ok());
    let begin = Instant::now();
    assert!(matches!(office.start("so", None), Err(Failure::NotAnswering)));
    assert!((PATIENCE..PATIENCE * 2).contains(&begin.elapsed()), "{:?}", begin.elapsed());
}

#[test]
fn of_many_simultaneous_starts_exactly_one_is_first() {
    let office = Arc::new(Office::new());
    let n_answers = Arc::new(AtomicUsize::new(0));
    let starts: Vec<_> = (0..8)
        .map(|_| {
            let (office, n_answers) = (office.clone(), n_answers.clone());
            std::thread::spawn(move || {
                let first = office.start("so", None).unwrap();
                if let Some(first) = &first {
                    first.answer_by(move |_| n_answers.fetch_add(1, Ordering::SeqCst) < usize::MAX);
                }
                first
            })
        })
        .collect();
    let firsts: Vec<First> = starts.into_iter().filter_map(|start| start.join().unwrap()).collect();
    assert_eq!(firsts.len(), 1);
}

#[cfg(unix)]
#[test]
fn a_socket_that_a_killed_program_has_left_is_no_obstacle() {
    let office = Office::new();
    let key = key(&office.0.path().join("so"), &office.shell());
    let left = door::path(&key, &office.shell()).unwrap();
    drop(std::os::unix::net::UnixListener::bind(&left).unwrap());
    assert!(left.exists(), "as after kill -9");
    let _first = office.start("so", None).unwrap().expect("nobody is there");
    assert!(office.start("so", None).unwrap().is_none());
}

#[cfg(unix)]
#[test]
fn no_other_account_can_reach_the_door() {
    use std::os::unix::fs::PermissionsExt;

    let office = Office::new();
    let _first = office.start("so", None).unwrap().expect("nobody was there");
    let door = door::path(&key(&office.0.path().join("so"), &office.shell()), &office.shell()).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&door), mode(door.parent().unwrap())), (0o600, 0o700));
}
