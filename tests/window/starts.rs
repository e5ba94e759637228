//! The program starts, whatever it finds.

use crate::window::Office;

#[test]
fn a_first_start_asks_which_unit_we_are() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    let state = window.call("book_state", serde_json::json!({})).unwrap();
    assert!(state["unit"].is_null(), "the book is new, so nobody has said which unit we are: {state}");
    assert_eq!(state["today"], "2023-07-20");
    assert_eq!(state["is_rehearsal"], true);
    window.close();
    assert!(office.book().join("so.db").exists(), "the book lies where --book says");
}

#[test]
fn a_damaged_book_is_said_in_the_window_and_left_as_it_is() {
    let office = Office::new();
    std::fs::create_dir_all(office.book()).unwrap();
    let garbage = b"SQLite format 3\0 and then nothing that SQLite knows".repeat(100);
    std::fs::write(office.book().join("so.db"), &garbage).unwrap();
    let window = office.open();
    window.wait_for("main h1");
    let error = window.call("book_state", serde_json::json!({})).unwrap_err();
    assert!(["damaged", "not_a_book"].contains(&error["code"].as_str().unwrap()), "{error}");
    window.close();
    assert_eq!(std::fs::read(office.book().join("so.db")).unwrap(), garbage);
}
