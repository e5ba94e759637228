//! Word templates of the office's own in the book.

use std::path::{Path, PathBuf};

use sotg_core::ErrorCode;
use sotg_core::book::Book;
use sotg_core::export::template::sample;
use sotg_core::model::{ReportState, TemplateFault};
use sotg_core::templates::check_file;

use crate::refusal;
use crate::support::{TestBook, book, day, moment, moment_on};

/// The sample in a file of that name, beside the book.
fn sample_file(made: &TestBook, name: &str) -> PathBuf {
    let bytes = made.book.template_sample(moment().today).unwrap();
    let file = made.book.folder().join(name);
    std::fs::write(&file, bytes).unwrap();
    file
}

fn names(book: &Book) -> Vec<String> {
    book.list_templates().unwrap().into_iter().map(|template| template.name).collect()
}

#[test]
fn a_template_is_kept_chosen_used_removed_and_all_of_it_is_taken_back() {
    let mut made = book();
    let today = moment().today;
    let file = sample_file(&made, "Mẫu của cơ quan.docx");
    let kept = &mut made.book;
    kept.add_template(&moment(), &file, "").unwrap();
    std::fs::remove_file(&file).unwrap();
    assert_eq!(names(kept), ["Mẫu của cơ quan"]);
    let id = kept.list_templates().unwrap()[0].id;
    let own = kept.report_word("dot1", today).unwrap();
    kept.set_report_template(&moment(), "dot1", Some(id)).unwrap();
    assert_eq!(kept.template_choice("dot1").unwrap().chosen, Some(id));
    assert_ne!(kept.report_word("dot1", today).unwrap(), own, "written with the template, whose file is gone");
    kept.remove_template(&moment(), id).unwrap();
    assert_eq!(kept.report_word("dot1", today).unwrap(), own, "without it the program's form is back");
    kept.undo(&moment(), None).unwrap();
    assert_eq!(kept.template_choice("dot1").unwrap().chosen, Some(id), "the choice comes back with it");
    kept.undo(&moment(), None).unwrap();
    kept.undo(&moment(), None).unwrap();
    assert_eq!(names(kept), Vec::<String>::new());
}

#[test]
fn a_template_of_the_same_name_takes_the_place_of_the_old_one() {
    let mut made = book();
    let file = sample_file(&made, "a.docx");
    made.book.add_template(&moment(), &file, "Mẫu").unwrap();
    let first = made.book.list_templates().unwrap()[0].clone();
    made.book.set_report_template(&moment(), "dot1", Some(first.id)).unwrap();
    let mut content = made.book.report_content("dot1", moment().today).unwrap();
    content.draft.symbol = "BC-KHÁC".to_owned();
    content.draft.issuer = "TÊN DÀI HƠN NHIỀU SO VỚI TÊN CŨ".to_owned();
    std::fs::write(&file, sample(&content).unwrap()).unwrap();
    made.book.add_template(&moment(), &file, "mẫu").unwrap();
    let templates = made.book.list_templates().unwrap();
    assert_eq!(templates.len(), 1);
    assert_ne!(templates[0].sha256, first.sha256);
    assert_eq!(
        made.book.template_choice("dot1").unwrap().chosen,
        Some(templates[0].id),
        "who chose it has the new one"
    );
}

#[test]
fn a_template_that_cannot_be_used_is_not_kept_and_says_why() {
    let mut made = book();
    let file = made.book.folder().join("x.docx");
    std::fs::write(&file, "không phải Word").unwrap();
    assert_eq!(check_file(&file).unwrap().findings[0].fault, TemplateFault::NotWord);
    let error = made.book.add_template(&moment(), &file, "").unwrap_err();
    assert_eq!((error.code(), error.fields()["fault"].as_str()), (ErrorCode::BadTemplate, "not_word"));
    std::fs::write(&file, vec![0; 21 << 20]).unwrap();
    assert_eq!(check_file(&file).unwrap().findings[0].fault, TemplateFault::TooLarge);
    assert_eq!(refusal(check_file(Path::new("không/có.docx"))), ErrorCode::FileVanished);
    assert_eq!(refusal(check_file(made.book.folder())), ErrorCode::NotAFile);
    assert_eq!(names(&made.book), Vec::<String>::new());
}

#[test]
fn a_template_that_was_changed_behind_the_books_back_is_not_used() {
    let mut made = book();
    let file = sample_file(&made, "a.docx");
    made.book.add_template(&moment(), &file, "").unwrap();
    let template = made.book.list_templates().unwrap()[0].clone();
    let kept = made.book.folder().join("minh-chung").join(&template.sha256[..2]).join(&template.sha256);
    let content = made.book.report_content("dot1", moment().today).unwrap();
    std::fs::write(&kept, "khác").unwrap();
    assert_eq!(refusal(made.book.word_in_form(&content, Some(template.id))), ErrorCode::EvidenceChanged);
    std::fs::remove_file(&kept).unwrap();
    assert_eq!(refusal(made.book.word_in_form(&content, Some(template.id))), ErrorCode::FileVanished);
    assert!(made.book.list_templates().unwrap()[0].is_missing);
}

#[test]
fn a_report_that_was_sent_keeps_its_form() {
    let mut made = book();
    let file = sample_file(&made, "a.docx");
    made.book.add_template(&moment(), &file, "").unwrap();
    let id = made.book.list_templates().unwrap()[0].id;
    let sent = moment_on(day(2023, 8, 10));
    made.book.set_report_state(&sent, "dot1", ReportState::Sent, None).unwrap();
    assert_eq!(refusal(made.book.set_report_template(&sent, "dot1", Some(id))), ErrorCode::ReportSent);
}
