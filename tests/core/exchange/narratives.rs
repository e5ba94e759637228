//! The reading room: texts of units beside each other, picked for our report.

use sotg_core::ErrorCode;
use sotg_core::model::*;

use crate::consolidation::{PHASE, today};
use crate::office::{Office, office};
use crate::support::{day, moment_on, receipt};

fn section(office: &Office) -> String {
    let sections = office.made.book.narrative_sections(PHASE, today()).unwrap();
    sections.first().unwrap().code.clone()
}

fn told(office: &Office) -> (Vec<(bool, Vec<String>)>, u32) {
    let room = office.made.book.narratives(PHASE, &section(office), today()).unwrap();
    let names = |group: NarrativeGroup| (group.is_own, group.texts.into_iter().map(|text| text.name).collect());
    (room.groups.into_iter().map(names).collect(), room.n_silent)
}

fn names(is_own: bool, names: &[&str]) -> (bool, Vec<String>) {
    (is_own, names.iter().map(|name| (*name).to_owned()).collect())
}

#[test]
fn texts_that_are_nearly_the_same_are_together_and_what_the_program_wrote_is_apart() {
    let mut office = office();
    let code = section(&office);
    for (name, text, is_own) in [
        ("A", "Khó khăn: kinh phí còn ít, cán bộ kiêm nhiệm nhiều việc, địa bàn rộng.", true),
        ("B", "Đã tổ chức 3 buổi nói chuyện chuyên đề cho 120 đoàn viên.", false),
        ("C", "Kinh phí còn ít, cán bộ kiêm nhiệm nhiều việc, địa bàn rộng!", true),
        ("D", "Trong đợt, đơn vị chưa phát sinh nội dung này.", false),
        ("E", "Đã tổ chức 12 buổi nói chuyện chuyên đề cho 1.240 đoàn viên.", false),
    ] {
        office.take_text(name, &code, (text, is_own));
    }
    assert_eq!(told(&office), (vec![names(true, &["A", "C"]), names(false, &["B", "E"])], 1));
    office.enter("A", &Receipt { state: ReceivedState::Returned, ..receipt(day(2023, 8, 1)) });
    assert_eq!(told(&office).0[0], names(true, &["C"]), "a report that was returned is not read");
    let counted = office.made.book.narrative_sections(PHASE, today()).unwrap();
    assert_eq!((counted[0].n_own, counted[0].n_composed, counted[0].n_picked), (1, 2, 0));
}

#[test]
fn a_text_that_is_picked_stands_in_our_report_with_its_source_until_it_is_taken_back() {
    let mut office = office();
    let code = section(&office);
    let file = office.take_text("B", &code, ("Mô hình “Ngày thứ bảy công đoàn” được đoàn viên hưởng ứng.", true));
    let text_of = |office: &Office| {
        let draft = office.made.book.report_draft(PHASE, today()).unwrap();
        draft.sections.into_iter().find(|section| section.code == code).unwrap().text().plain()
    };
    let before = text_of(&office);
    let edited = RichText::from_plain("Mô hình “Ngày thứ bảy công đoàn” được hưởng ứng.");
    let now = moment_on(today());
    office.made.book.pick_narrative(&now, PHASE, &code, (file, &edited)).unwrap();
    let after = text_of(&office);
    let picked = "Mô hình “Ngày thứ bảy công đoàn” được hưởng ứng (theo báo cáo của B).";
    assert!(after.ends_with(picked) && after.len() > picked.len(), "{after}");
    let is_picked =
        |office: &Office| office.made.book.narratives(PHASE, &code, today()).unwrap().groups[0].texts[0].is_picked;
    assert!(is_picked(&office));
    office.made.book.undo(&now, None).unwrap();
    assert_eq!((text_of(&office), is_picked(&office)), (before, false));
}

#[test]
fn a_picked_text_counts_as_picked_as_long_as_it_stands_in_our_section() {
    let mut office = office();
    let code = section(&office);
    let told = "Mô hình “Ngày thứ bảy công đoàn” được đoàn viên hưởng ứng.";
    let file = office.take_text("B", &code, (told, true));
    let now = moment_on(today());
    let book = &mut office.made.book;
    book.pick_narrative(&now, PHASE, &code, (file, &RichText::from_plain(told))).unwrap();
    let cases = [
        ("Nhiều nơi có cách làm hay (theo báo cáo của B).", true, "shortened, with its credit"),
        ("Mô hình “Ngày thứ bảy công đoàn” được đoàn viên hưởng ứng ở xã.", true, "in its words, without the credit"),
        ("Nhiều nơi có cách làm hay.", false, "deleted"),
        ("Nhiều nơi có cách làm hay (theo báo cáo của B2).", false, "of another unit"),
    ];
    for (text, wanted, why) in cases {
        book.set_report_section(&now, PHASE, &code, Some(&RichText::from_plain(text))).unwrap();
        let room = book.narratives(PHASE, &code, today()).unwrap();
        assert_eq!(room.groups[0].texts[0].is_picked, wanted, "{why}");
        let counted = book.narrative_sections(PHASE, today()).unwrap();
        assert_eq!(counted[0].n_picked, u32::from(wanted), "{why}");
    }
    book.pick_narrative(&now, PHASE, &code, (file, &RichText::from_plain(told))).unwrap();
    assert!(book.narratives(PHASE, &code, today()).unwrap().groups[0].texts[0].is_picked, "it can be picked again");
    book.set_report_section(&now, PHASE, &code, None).unwrap();
    assert!(!book.narratives(PHASE, &code, today()).unwrap().groups[0].texts[0].is_picked, "the program writes again");
}

#[test]
fn bold_and_italic_letters_of_a_picked_text_stay() {
    let mut office = office();
    let code = section(&office);
    let file = office.take_text("B", &code, ("Kinh phí rất ít", true));
    let set = |text: &str, mark| TextInline::Text { text: text.to_owned(), marks: vec![mark] };
    let content = vec![TextInline::plain_text("Kinh phí "), set("rất", TextMark::Strong), set(" ít", TextMark::Em)];
    let text = RichText { content: vec![TextBlock::Paragraph { content: content.clone() }] };
    office.made.book.pick_narrative(&moment_on(today()), PHASE, &code, (file, &text)).unwrap();
    let draft = office.made.book.report_draft(PHASE, today()).unwrap();
    let written = draft.sections.into_iter().find(|section| section.code == code).unwrap().text().clone();
    let last = written.content.last().unwrap().content();
    assert_eq!(last[..3], content[..], "{last:?}");
    assert_eq!(last[3].plain(), " (theo báo cáo của B)");
}

#[test]
fn figures_of_a_unit_never_become_live_figures_of_ours() {
    let mut office = office();
    let code = section(&office);
    let file = office.take_text("B", &code, ("Đã treo 12 băng rôn.", true));
    let attrs = LiveFigure {
        indicator: "TQ08".to_owned(),
        split: String::new(),
        measure: FigureMeasure::Period,
        value: "12".to_owned(),
    };
    let content = vec![TextInline::plain_text("Đã treo "), TextInline::Figure { attrs, marks: Vec::new() }];
    let text = RichText { content: vec![TextBlock::Paragraph { content }] };
    office.made.book.pick_narrative(&moment_on(today()), PHASE, &code, (file, &text)).unwrap();
    let draft = office.made.book.report_draft(PHASE, today()).unwrap();
    let said = draft.sections.into_iter().find(|section| section.code == code).unwrap().text().plain();
    assert!(said.contains("Đã treo 12 (theo báo cáo của B)"), "{said}");
}

#[test]
fn what_cannot_be_picked_is_refused() {
    let mut office = office();
    let code = section(&office);
    let file = office.take_text("B", &code, ("Lời của B.", true));
    let text = RichText::from_plain("Lời của B.");
    let book = &mut office.made.book;
    let now = moment_on(today());
    let cases = [
        (PHASE, "no such section", file, &text, ErrorCode::NotFound),
        (PHASE, code.as_str(), ReceivedFileId(99), &text, ErrorCode::NotFound),
        ("dot2", code.as_str(), file, &text, ErrorCode::NotFound),
        (PHASE, code.as_str(), file, &RichText::default(), ErrorCode::Required),
    ];
    for (phase, section, file, text, wanted) in cases {
        let refused = book.pick_narrative(&now, phase, section, (file, text)).unwrap_err();
        assert_eq!(refused.code(), wanted, "{phase} {section} {file}");
    }
    book.set_report_state(&now, PHASE, ReportState::Sent, None).unwrap();
    let refused = book.pick_narrative(&now, PHASE, &code, (file, &text)).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::ReportSent);
}
