//! Photos and links of a report: attached to an activity, chosen in the panes of the report, printed in Word and PDF.

use std::path::PathBuf;

use serde_json::json;

use crate::documents::{draw_photo, part_of, parts_of, photos_of_pdf, words_of_pdf};
use crate::look::{look_at, turn};
use crate::native_dialogs::{answer_dialog, answer_open_dialog};
use crate::processes::wait_until;
use crate::window::{Office, PATIENCE, Window};
use crate::writing::choose_pane;

const CODE: &str = "III.1-1";
/// Typed into a dialog of the system, so in letters that no machine loses.
const BANNER: &str = "treo-bang-ron.png";
const MEETING: &str = "Hội nghị.png";
const SPARE: &str = "Ảnh để dành.png";
const CAPTION: &str = "Hội nghị quán triệt, 20 & 21/6/2023 (ảnh mẫu)";
const ADDRESS: &str = "https://congdoan.example/tin?id=1&trang=2";

#[test]
fn photos_and_links_are_chosen_in_their_panes_and_printed_in_word_and_pdf() {
    let office = Office::new();
    let window = office.open();
    window.wait_for("main h1");
    window.call("set_up", crate::set_up::district()).unwrap();
    let done = json!({ "codes": [CODE], "change": { "state": "done", "done_on": "2023-07-01", "reason": "" } });
    window.call("set_progress", done).unwrap();
    window.reload();
    window.wait_for("#app[data-ready] nav");
    attach(&office, &window);
    for theme in ["dark", "light"] {
        turn(&window, theme);
        window.go("#/reports/dot1");
        choose_pane(&window, "Ảnh minh chứng");
        window.wait_for_count("img[alt^='Ảnh '][src^='data:']", 3);
        if theme == "dark" {
            choose_photos(&window);
        }
        look_at(&window, &format!("report-photos-{theme}"));
        choose_pane(&window, "Chọn phụ lục");
        window.wait_for_text("1 đường dẫn");
        if theme == "dark" {
            untick(&window, "Danh mục việc đã làm");
        }
        look_at(&window, &format!("report-annexes-{theme}"));
    }
    let [word, pdf] = export(&office, &window);

    let in_word = part_of(&word, "word/document.xml");
    assert!(in_word.contains(&CAPTION.replace('&', "&amp;")), "{in_word}");
    let jpegs = parts_of(&word).into_iter().filter(|part| part.starts_with("word/media/") && part.ends_with(".jpeg"));
    assert_eq!(jpegs.count(), 2, "{:?}", parts_of(&word));
    assert!(part_of(&word, "word/_rels/document.xml.rels").contains(&ADDRESS.replace('&', "&amp;")));
    let in_pdf = words_of_pdf(&pdf);
    assert_eq!(photos_of_pdf(&pdf), [(1_600, 1_067), (1_000, 1_500)], "in this order, none larger than need be");
    for text in [CAPTION, "DANH MỤC TIN, BÀI, ĐƯỜNG DẪN", "Bài trên trang tin", "ẢNH MINH CHỨNG"] {
        assert!(in_pdf.contains(text), "«{text}» not in {in_pdf}");
    }
    assert!(!in_pdf.contains("DANH MỤC VIỆC ĐÃ LÀM"), "{in_pdf}");
    window.close();
}

/// One photo by the button and the dialog of the system, the others as if they were dropped; a link by its form.
fn attach(office: &Office, window: &Window) {
    let photos = [(BANNER, 1_000, 1_500), (MEETING, 2_400, 1_600), (SPARE, 300, 200)];
    let [banner, others @ ..] = photos.map(|(name, width, height)| {
        let file = office.path(name);
        draw_photo(&file, width, height);
        file
    });
    window.go(&format!("#/checklist/dot1?activity={CODE}"));
    window.click_named("Chọn tệp…");
    answer_open_dialog(office, "Chọn tệp minh chứng", &banner.display().to_string(), || {
        window.page_text().contains(BANNER)
    });
    window.call("add_files", json!({ "code": CODE, "paths": others })).unwrap();
    window.click_named("Thêm liên kết");
    window.type_into("form [inputmode=url]", ADDRESS);
    window.driver.press(&["Tab"]);
    window.type_into("form input:focus", "Bài trên trang tin");
    window.driver.press(&["Enter"]);
    window.wait_for_text("Bài trên trang tin");
}

/// The second one is taken first and the first one after it, by keyboard; then they change places.
fn choose_photos(window: &Window) {
    const BOX: &str = "[aria-labelledby=photos-title] li:nth-child(1) label:has(b) input";
    window.tab_to(BOX);
    window.driver.press(&["Space"]);
    window.wait_for_text("Đã chọn 1/3 ảnh");
    window.click(&BOX.replace("(1)", "(2)"));
    window.wait_for_text("Đã chọn 2/3 ảnh");
    window.wait_for_text(&format!("2. {MEETING}"));
    window.replace(&format!("input[aria-label='Chú thích ảnh {MEETING}']"), CAPTION);
    // At once, before the caption was saved, and with the focus where it was: two steps up and down by the keys alone.
    window.driver.press(&["Alt+ArrowUp"]);
    window.wait_for_text(&format!("1. {MEETING}"));
    window.driver.press(&["Alt+ArrowDown"]);
    window.wait_for_text(&format!("1. {BANNER}"));
    window.click_named(&format!("Đưa ảnh {MEETING} lên trước"));
    window.wait_for_text(&format!("1. {MEETING}"));
    let photos = window.call("report_photos", json!({ "phase": "dot1" })).unwrap();
    let chosen: Vec<_> = photos.as_array().unwrap().iter().filter(|photo| photo["is_chosen"] == true).collect();
    assert_eq!((chosen.len(), &chosen[0]["caption"]), (2, &json!(CAPTION)));
    let is_led = "return document.querySelector('[role=region][aria-label=\"Trang in\"]').scrollTop > 1000";
    let shows_photos = || window.driver.script(is_led, &[]) == Ok(json!(true));
    assert!(wait_until(PATIENCE, shows_photos), "the pages are led to the photos, which stand on the last one");
}

/// Takes an annex away by its box, found by the words beside it.
fn untick(window: &Window, annex: &str) {
    const FIND: &str = "const all = [...document.querySelectorAll('[aria-labelledby=annexes-title] label')];
        const box = all.find((one) => one.innerText.trim() === arguments[0]).control;
        box.setAttribute('data-annex', ''); return box.checked";
    assert_eq!(window.driver.script(FIND, &[annex.into()]), Ok(json!(true)), "{annex} is proposed");
    window.click("[data-annex]");
    window.wait_for_text("Đã chọn phụ lục");
}

/// Word and PDF, by the buttons and the dialogs of the system. They lie where the page says: on a busy machine a dialog loses
/// letters that are typed into it.
fn export(office: &Office, window: &Window) -> [PathBuf; 2] {
    let ways = [("Xuất Word", "Lưu văn bản", "báo cáo.docx"), ("Xuất PDF", "Lưu bản PDF", "báo cáo.pdf")];
    ways.map(|(button, title, name)| {
        let place = office.path(name);
        window.click_named(button);
        answer_dialog(office, title, &place.display().to_string());
        let ending = name.split_once('.').unwrap().1;
        let script = "return document.querySelector('.saved .path')?.textContent ?? ''";
        let said = || window.driver.script(script, &[]).unwrap().as_str().unwrap().to_owned();
        assert!(wait_until(PATIENCE, || said().ends_with(ending)), "nothing was saved by «{button}»: {}", said());
        PathBuf::from(said())
    })
}
