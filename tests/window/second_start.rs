//! The program is started while it is open.

use std::time::{Duration, Instant};

use crate::desktop::{LOG, Started, manage_windows};
use crate::processes::wait_until;
use crate::window::Office;

#[test]
fn a_second_start_brings_the_window_of_its_book_forward_and_ends() {
    let office = Office::new();
    let _desktop = manage_windows(&office);
    let first = office.start(&[]);
    let window = first.window();

    office.xdotool(&["windowminimize", "--sync", &window]);
    assert!(wait_until(Duration::from_secs(5), || first.n_windows() == 0), "it is minimised");
    let begin = Instant::now();
    assert_eq!(office.start(&[]).ended().and_then(|status| status.code()), Some(0));
    assert!(begin.elapsed() < Duration::from_secs(3), "the second start ends quickly: {:?}", begin.elapsed());
    assert!(first.is_in_front(), "it is back, and has the focus");

    let other = office.start_on("so khác", &[]);
    assert!(other.is_in_front(), "another book has a window of its own, which now covers the first");
    assert_eq!(office.start(&[]).ended().and_then(|status| status.code()), Some(0));
    assert!(first.is_in_front(), "it is above the other one");
    assert_eq!((first.n_windows(), other.n_windows()), (1, 1));
    assert_eq!(first.window(), window, "it is the same window");
}

#[test]
fn impatient_clicks_open_one_window() {
    let office = Office::new();
    let starts: Vec<Started> = (0..3).map(|_| office.start(&[])).collect();
    let shown = || starts.iter().map(Started::n_windows).sum::<usize>();
    assert!(wait_until(Duration::from_secs(30), || shown() > 0), "a window comes");
    let statuses: Vec<Option<i32>> = starts
        .into_iter()
        .filter(|start| start.n_windows() == 0)
        .map(|start| start.ended().and_then(|status| status.code()))
        .collect();
    assert_eq!(statuses, [Some(0), Some(0)], "the others have ended");
}

#[test]
fn after_a_program_was_killed_it_starts_again() {
    let office = Office::new();
    let first = office.start(&[]);
    first.window();
    first.signal("-KILL");
    first.ended();
    let again = office.start(&[]);
    again.window();
    assert_eq!(office.start(&[]).ended().and_then(|status| status.code()), Some(0), "and is heard again");
}

#[test]
fn a_program_that_hangs_is_said_in_a_dialog_and_in_the_log() {
    let office = Office::new();
    let first = office.start(&[]);
    first.window();
    first.signal("-STOP");
    assert_eq!(office.start(&["--no-dialog"]).ended().and_then(|status| status.code()), Some(4));
    let said = office.start(&[]);
    let dialog = said.window();
    office.xdotool(&["windowfocus", "--sync", &dialog, "key", "Escape"]);
    assert_eq!(said.ended().and_then(|status| status.code()), Some(4));
    let log = std::fs::read_to_string(office.path(LOG)).unwrap();
    assert_eq!(log.matches("does not answer").count(), 2, "{log}");
}
