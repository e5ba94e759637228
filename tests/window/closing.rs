//! The window is closed while somebody types.

use std::time::Duration;

use sotg_core::book::Book;
use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt as _, EventMask};

use crate::processes::wait_until;
use crate::window::Office;

const NOTE: &str = "Đã treo 24 băng rôn";

#[test]
fn what_was_typed_a_moment_before_closing_is_kept() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::district()).unwrap();
    window.reload();
    window.wait_for("#app[data-ready] nav");
    window.go("#/checklist/dot1?activity=IV.3-1%2Fdot1");
    window.type_into("aside textarea", NOTE);
    ask_to_close(&office);
    let note = || {
        let book = Book::open(&office.book()).ok()?;
        let today = chrono::NaiveDate::from_ymd_opt(2023, 7, 20)?;
        book.activity("IV.3-1/dot1", today).ok().map(|detail| detail.note)
    };
    assert!(wait_until(Duration::from_secs(20), || office.xdotool(&["search", "--name", "Sổ Tuyên giáo"]).is_empty()));
    assert!(wait_until(Duration::from_secs(5), || note().as_deref() == Some(NOTE)), "{:?} is kept", note());
}

/// As the cross in the corner does: the window manager sends the window a message, and the program decides.
pub fn ask_to_close(office: &Office) {
    let found = office.xdotool(&["search", "--onlyvisible", "--name", "Sổ Tuyên giáo"]);
    let (server, _) = x11rb::connect(Some(&office.display().name)).unwrap();
    let atom = |name: &str| server.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom;
    for window in found.lines().map(|window| window.parse().unwrap()) {
        let message = ClientMessageEvent::new(32, window, atom("WM_PROTOCOLS"), [atom("WM_DELETE_WINDOW"), 0, 0, 0, 0]);
        server.send_event(false, window, EventMask::NO_EVENT, message).unwrap();
    }
    // A connection that ends at once may take the message with it: wait for an answer that comes after it.
    server.get_input_focus().unwrap().reply().unwrap();
}
