//! The editor of reports in the engine that the office has: letters of Vietnamese keyboards, live figures, offers.

use serde_json::{Value, json};

use crate::window::{Office, Window};

const EDITOR: &str = ".ProseMirror[role=textbox]";

/// Opens the sample book at a section of its first report.
fn open_section(office: &Office, title: &str) -> Window {
    let window = office.open();
    window.wait_for("main h1");
    window.call("open_sample", json!({})).unwrap();
    window.reload();
    window.wait_for("#app[data-ready] nav");
    window.go("#/reports/dot1");
    choose(&window, title);
    window
}

fn choose(window: &Window, title: &str) {
    choose_pane(window, title);
    window.wait_for(EDITOR);
}

/// Chooses a line of the outline by a part of its words.
pub fn choose_pane(window: &Window, title: &str) {
    const FIND: &str = "const all = [...document.querySelectorAll('nav ol button')];
        const found = all.find((one) => one.innerText.includes(arguments[0]));
        if (found) found.click(); return Boolean(found);";
    window.wait_for("nav ol button");
    assert_eq!(window.driver.script(FIND, &[title.into()]), Ok(Value::Bool(true)), "{}", window.page_text());
}

fn written(window: &Window) -> String {
    let text = window.driver.script("return document.querySelector(arguments[0]).innerText", &[EDITOR.into()]);
    text.unwrap().as_str().unwrap().replace('\u{a0}', " ")
}

/// What the core has of a section, as plain letters.
fn kept(window: &Window, code: &str) -> String {
    let draft = window.call("report_draft", json!({ "phase": "dot1" })).unwrap();
    let sections = draft["sections"].as_array().unwrap();
    let section = sections.iter().find(|section| section["code"] == code).unwrap();
    let text = if section["kept"].is_null() { &section["composed"] } else { &section["kept"] };
    let letters =
        |inline: &Value| inline["text"].as_str().or(inline["attrs"]["value"].as_str()).unwrap_or_default().to_owned();
    let lines = text["content"]
        .as_array()
        .unwrap()
        .iter()
        .map(|block| block["content"].as_array().unwrap().iter().map(letters).collect::<String>());
    lines.collect::<Vec<_>>().join("\n")
}

/// What UniKey sends for letters typed as Telex: it takes letters back and sends others.
fn unikey(telex: &str) -> Vec<(usize, String)> {
    // Each key: how many letters are taken back, and what is sent instead.
    let steps: &[(&str, usize, &str)] = match telex {
        "Ddaij" => &[("D", 0, "D"), ("d", 1, "Đ"), ("a", 0, "a"), ("i", 0, "i"), ("j", 2, "ại")],
        "hooij" => &[("h", 0, "h"), ("o", 0, "o"), ("o", 1, "ô"), ("i", 0, "i"), ("j", 2, "ội")],
        "dduwowngf" => &[
            ("d", 0, "d"),
            ("d", 1, "đ"),
            ("u", 0, "u"),
            ("w", 1, "ư"),
            ("o", 0, "o"),
            ("w", 1, "ơ"),
            ("n", 0, "n"),
            ("g", 0, "g"),
            ("f", 3, "ờng"),
        ],
        _ => &[],
    };
    steps.iter().map(|(_, back, letters)| (*back, (*letters).to_owned())).collect()
}

fn type_as_unikey(window: &Window, telex: &str) {
    for word in telex.split(' ') {
        for (back, letters) in unikey(word) {
            (0..back).for_each(|_| window.driver.press(&["Backspace"]));
            letters.chars().for_each(|letter| window.driver.press(&[&letter.to_string()]));
        }
        window.driver.press(&["Space"]);
    }
}

#[test]
fn what_a_vietnamese_keyboard_types_is_what_is_kept_also_beside_a_live_figure() {
    let office = Office::new();
    let window = open_section(&office, "ĐẶC ĐIỂM");
    window.click(EDITOR);
    window.driver.press(&["Control+End", "Enter"]);
    type_as_unikey(&window, "Ddaij hooij dduwowngf");
    let typed = written(&window);
    assert!(typed.trim_end().ends_with("Đại hội đường"), "{typed:?}");
    choose(&window, "CÔNG TÁC CHỈ ĐẠO");
    assert!(kept(&window, "I").ends_with("Đại hội đường"), "leaving the section keeps it: {:?}", kept(&window, "I"));

    // Behind the number of a live figure, and before it.
    window.click(".figure");
    window.driver.press(&["ArrowRight"]);
    type_as_unikey(&window, "hooij");
    let beside = "return document.querySelector('.figure').nextSibling.textContent";
    let text = window.driver.script(beside, &[]).unwrap();
    assert!(text.as_str().unwrap().replace('\u{a0}', " ").starts_with("hội "), "{text} in {}", written(&window));
}

#[test]
fn letters_that_an_input_method_composes_are_kept_as_they_come_out() {
    // What ibus and the keyboards of phones do: the letters stand in the text while they are being composed.
    const COMPOSE: &str = "const editor = document.querySelector(arguments[0]); editor.focus();
        const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT); let text = null;
        while (walker.nextNode()) text = walker.currentNode;
        const at = text.data.length; const place = (end) => getSelection().collapse(text, end);
        place(at);
        const say = (type, data) => editor.dispatchEvent(new CompositionEvent(type, { data, bubbles: true }));
        say('compositionstart', '');
        for (const step of ['D', 'Đ', 'Đa', 'Đai', 'Đại']) {
          say('compositionupdate', step);
          text.replaceData(at, text.data.length - at, step); place(at + step.length);
          editor.dispatchEvent(new InputEvent('input', { inputType: 'insertCompositionText', data: step, bubbles: true }));
        }
        say('compositionend', 'Đại');";
    let office = Office::new();
    let window = open_section(&office, "ĐẶC ĐIỂM");
    let before = written(&window);
    window.driver.script(COMPOSE, &[EDITOR.into()]).unwrap();
    window.wait_until_still();
    assert_eq!(written(&window).trim_end(), format!("{}Đại", before.trim_end()));
    choose(&window, "CÔNG TÁC CHỈ ĐẠO");
    assert!(kept(&window, "I").ends_with("Đại"), "{}", kept(&window, "I"));
}

#[test]
fn a_figure_that_changes_changes_in_the_text_and_what_else_changed_is_offered_beside_it() {
    let office = Office::new();
    let window = open_section(&office, "CÔNG TÁC CHỈ ĐẠO");
    window.click(EDITOR);
    window.driver.press(&["Control+Home"]);
    window.type_into(EDITOR, "Theo thống kê: ");
    choose(&window, "ĐẶC ĐIỂM");
    let figure = json!({ "phase": "dot1", "activity": null, "indicator": "CD01", "split": "", "state": "number",
        "text": "777", "is_estimate": false });
    window.call("set_figure", json!({ "input": figure })).unwrap();
    window.call("set_note", json!({ "code": "V.2-1", "note": "Kế hoạch số 16/KH-LĐLĐ" })).unwrap();
    window.reload();
    choose(&window, "CÔNG TÁC CHỈ ĐẠO");
    window.wait_for(".changes");
    let text = written(&window);
    assert!(text.starts_with("Theo thống kê: ") && text.contains("781"), "{text}");
    crate::look::keep_picture(&window, "bao-cao-cho-da-khac");
    window.click_named("Dùng câu này");
    window.wait_until_gone(".changes");
    let kept = kept(&window, "II");
    assert!(kept.starts_with("Theo thống kê: ") && kept.contains("16/KH-LĐLĐ"), "{kept}");
}
