//! The screens and dialogs of reports that travel as files, each opened once and looked at on both sizes of screen that such
//! offices have, in both themes: no violation of WCAG 2.1 AA, nothing that does not fit, the focus where it was after each
//! dialog, and pictures in `tmp/screens` of the target folder.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::json;
use sotg_core::history::Moment;
use sotg_core::model::InboxChoice;
use sotg_core::sample;

use crate::axe::assert_accessible;
use crate::processes::{Display, wait_until};
use crate::screens::PICTURES;
use crate::window::{Office, PATIENCE, Window};

const TODAY: &str = "2023-08-20";
const UNITS: u32 = 60;

/// Reports of units: those before the cut-off, those after it, and those that wait in the folder.
const REPORTS: [usize; 3] = [12, 16, 20];

const SIZES: [&str; 2] = ["1920x1080", "1366x768"];

struct Eyes<'a> {
    office: &'a Office,
    window: &'a Window,
}

#[test]
fn every_screen_of_reports_by_file_fits_and_is_accessible() {
    let office = Office::with_display(|| Display::of_size("1920x1080"));
    let folder = office.path("nhan");
    fill(&office.book(), &folder);
    let window = office.open_with(&["--today", TODAY]);
    window.wait_for("#app[data-ready]");
    window.call("watch_folder", json!({ "path": folder })).unwrap();
    window.reload();
    window.wait_for("#app[data-ready]");
    let eyes = Eyes { office: &office, window: &window };
    inbox(&eyes);
    unit(&eyes);
    consolidation(&eyes);
    reading_room(&eyes);
    ledger(&eyes);
}

/// A province that has frozen its figures before some reports came; more lie in the folder, with files that are none.
fn fill(book: &Path, folder: &Path) {
    let today: NaiveDate = TODAY.parse().unwrap();
    let moment = Moment { now: format!("{TODAY}T01:00:00Z").parse().unwrap(), today, who: "test".into() };
    let mut made = sample::province::make(book, &moment, UNITS).unwrap();
    let [frozen, accepted, all] = REPORTS;
    let paths = sample::reports::write(&mut made, folder, &moment, all).unwrap();
    made.accept_files(&moment, &paths[..frozen], &InboxChoice::default()).unwrap();
    made.freeze_consolidation(&moment, "dot1", "Chốt lần đầu").unwrap();
    made.accept_files(&moment, &paths[frozen..accepted], &InboxChoice::default()).unwrap();
    made.close().unwrap();
    let whole = std::fs::read(&paths[accepted]).unwrap();
    std::fs::write(folder.join("tải dở.docx"), &whole[..whole.len() / 2]).unwrap();
    std::fs::write(folder.join("ảnh chụp màn hình của một đơn vị nào đó ở rất xa.txt"), "không phải báo cáo").unwrap();
}

fn inbox(eyes: &Eyes<'_>) {
    let window = eyes.window;
    window.go("#/inbox");
    window.wait_for_text("tệp mới trong thư mục nhận");
    eyes.look("inbox-empty");
    window.click_named("Xem tệp mới");
    window.wait_for("[role=grid] [role=row][aria-rowindex='2']");
    eyes.look("inbox");
    window.tab_to("[role=grid]");
    window.driver.press(&["Home", "Enter"]);
    window.wait_for("aside.drawer dl");
    eyes.look("inbox-file");
    window.driver.press(&["Escape"]);
    window.wait_until_gone("aside.drawer");
    window.wait_for("[role=grid]:focus");
}

/// The dialogs of one unit. Each is opened by its button with the keyboard, which has the focus again afterwards.
fn unit(eyes: &Eyes<'_>) {
    let window = eyes.window;
    window.go("#/register/dot1?filter=there");
    // The screen before it has a grid, too.
    window.wait_for_text("Phải nộp");
    window.wait_for("[role=grid] [role=row][aria-selected]");
    window.tab_to("[role=grid]");
    window.driver.press(&["Home", "o"]);
    window.wait_for("aside.drawer .files");
    eyes.look("register-unit");
    for (place, name) in [(2, "enter-dialog"), (3, "return-dialog"), (4, "receipt-dialog")] {
        let button = format!("aside.drawer .files button:nth-of-type({place})");
        window.tab_to(&button);
        window.driver.press(&["Enter"]);
        window.wait_for("dialog[open] .body :is(input, textarea)");
        eyes.look(name);
        window.driver.press(&["Escape"]);
        window.wait_until_gone("dialog[open]");
        window.wait_for(&format!("{button}:focus"));
    }
    window.driver.press(&["Escape"]);
    window.wait_until_gone("aside.drawer");
    window.wait_for("[role=grid]:focus");
}

fn consolidation(eyes: &Eyes<'_>) {
    let window = eyes.window;
    window.go("#/consolidation/dot1");
    window.wait_for_text("Xem thay đổi");
    eyes.look("total");
    window.tab_to(".cut button");
    window.driver.press(&["Enter"]);
    window.wait_for("dialog[open]");
    eyes.look("total-changes");
    window.driver.press(&["Escape"]);
    window.wait_until_gone("dialog[open]");
    window.wait_for(".cut button:focus");
    window.click_named("Chốt lại");
    window.wait_for("dialog[open]");
    eyes.look("total-freeze");
    window.driver.press(&["Escape"]);
    window.wait_until_gone("dialog[open]");
    window.tab_to("main button[data-line]");
    window.driver.press(&["Enter"]);
    window.wait_for("aside.drawer button[aria-expanded]");
    window.tab_to("aside.drawer button[aria-expanded]");
    window.driver.press(&["Enter"]);
    window.wait_for("aside .more .file");
    eyes.look("total-units");
    window.driver.press(&["Escape"]);
    window.wait_until_gone("aside.drawer");
    window.wait_for("main button[data-line]:focus");
}

fn reading_room(eyes: &Eyes<'_>) {
    let window = eyes.window;
    window.go("#/consolidation/dot1?filter=texts");
    window.wait_for("main article");
    eyes.look("reading-room");
    window.tab_to("main article header button");
    window.driver.press(&["Enter"]);
    window.wait_for("main article .foot");
    eyes.look("reading-room-pick");
    window.click_named("Đưa vào");
    window.wait_for_text("Đã lấy");
    eyes.look("reading-room-picked");
}

fn ledger(eyes: &Eyes<'_>) {
    let window = eyes.window;
    window.go("#/ledger");
    window.wait_for("main table tbody tr");
    eyes.look("ledger");
}

impl Eyes<'_> {
    /// Both sizes in both themes; the page is not loaded anew, so that what is open stays open.
    fn look(&self, name: &str) {
        for size in SIZES {
            self.take_size(size);
            for theme in ["light", "dark"] {
                let paint = "document.documentElement.dataset.theme = arguments[0]";
                self.window.driver.script(paint, &[theme.into()]).unwrap();
                self.window.wait_until_still();
                let picture = format!("files-{name}-{size}-{theme}");
                self.window.screenshot(&Path::new(PICTURES).join(format!("{picture}.png")));
                assert_accessible(self.window, &picture);
                self.assert_fits(&picture);
            }
        }
    }

    /// No window manager is there to do it.
    fn take_size(&self, size: &str) {
        let (width, height) = size.split_once('x').unwrap();
        for id in self.office.xdotool(&["search", "--onlyvisible", "--name", "."]).split_whitespace() {
            self.office.xdotool(&["windowmove", id, "0", "0", "windowsize", id, width, height]);
        }
        let script = format!("return innerWidth === {width} && innerHeight === {height}");
        let fills = wait_until(PATIENCE, || self.window.driver.script(&script, &[]) == Ok(json!(true)));
        assert!(fills, "the window does not take {size}");
    }

    /// Neither the page nor a dialog or drawer is wider than its room, and none reaches out of the window.
    fn assert_fits(&self, name: &str) {
        const SCRIPT: &str = "const wide = (one) => one.scrollWidth > one.clientWidth;
            const out = (one) => { const box = one.getBoundingClientRect();
              return box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight };
            const rooms = [...document.querySelectorAll('dialog[open], aside.drawer')];
            const inside = [document.documentElement, ...rooms, ...rooms.flatMap((one) => [...one.querySelectorAll('.scroll')])];
            return [...inside.filter(wide), ...rooms.filter(out)].map((one) => one.className || one.tagName)";
        assert_eq!(self.window.driver.script(SCRIPT, &[]), Ok(json!([])), "{name} does not fit");
    }
}
