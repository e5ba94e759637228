//! Photos, links and charts in a report, from the evidence to what is printed.

use std::path::Path;

use sotg_core::ErrorCode;
use sotg_core::book::Book;
use sotg_core::model::*;

use crate::refusal;
use crate::support::{TestBook, book, codes, done, moment};

const PHASE: &str = "dot1";

fn write_photo(path: &Path, width: u32, height: u32) {
    let photo = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 90]));
    photo.save(path).unwrap();
}

/// A book whose first activity has three photos and a document, with the ids of the photos.
fn with_photos() -> (TestBook, Vec<EvidenceId>) {
    let mut made = book();
    let code = codes(&made.book, PHASE).remove(0);
    let outside = tempfile::tempdir().unwrap();
    let names = ["Treo băng rôn.JPG", "hoi-nghi.png", "khac.webp", "bien-ban.pdf"];
    for (index, name) in names.iter().enumerate() {
        let path = outside.path().join(name);
        match Path::new(name).extension().unwrap().to_str().unwrap() {
            "pdf" => std::fs::write(&path, "%PDF").unwrap(),
            _ => write_photo(&path, 2_000 + index as u32, 1_000),
        }
        made.book.add_files(&moment(), &code, &[path]).unwrap();
    }
    let photos = made.book.report_photos(PHASE, moment().today).unwrap();
    let ids = photos.iter().map(|photo| photo.evidence).collect();
    (made, ids)
}

fn choice(evidence: EvidenceId, caption: &str) -> PhotoChoice {
    PhotoChoice { evidence, caption: caption.to_owned(), is_large: false }
}

fn printed(book: &Book) -> Vec<(String, u32, u32)> {
    let content = book.report_content(PHASE, moment().today).unwrap();
    content.photos.iter().map(|photo| (photo.caption.clone(), photo.width, photo.height)).collect()
}

#[test]
fn photos_of_evidence_are_offered_and_nothing_else() {
    let (made, _) = with_photos();
    let photos = made.book.report_photos(PHASE, moment().today).unwrap();
    let titles: Vec<&str> = photos.iter().map(|photo| photo.title.as_str()).collect();
    assert_eq!(titles, ["Treo băng rôn.JPG", "hoi-nghi.png", "khac.webp"]);
    assert!(photos.iter().all(|photo| !photo.is_chosen && !photo.is_missing && !photo.caption.is_empty()));
    assert!(made.book.report_photos("dot2", moment().today).unwrap().is_empty());
    assert!(printed(&made.book).is_empty(), "nothing is printed that nobody chose");
}

#[test]
fn chosen_photos_are_printed_in_their_order_reduced_and_with_their_captions() {
    let (mut made, ids) = with_photos();
    let proposed = made.book.report_photos(PHASE, moment().today).unwrap()[0].caption.clone();
    let chosen = [choice(ids[2], "  Hội nghị\nquán triệt "), choice(ids[0], "")];
    let outcome = made.book.set_report_photos(&moment(), PHASE, &chosen).unwrap();
    assert_eq!(outcome.step.unwrap().op, Op::SetReportPhotos);
    assert_eq!(printed(&made.book), [("Hội nghị quán triệt".to_owned(), 1_600, 799), (proposed, 1_600, 800)]);
    let views = made.book.report_photos(PHASE, moment().today).unwrap();
    let order: Vec<(EvidenceId, bool)> = views.iter().map(|photo| (photo.evidence, photo.is_chosen)).collect();
    assert_eq!(order, [(ids[2], true), (ids[0], true), (ids[1], false)]);
}

#[test]
fn choosing_photos_is_taken_back_and_done_again_in_one_step() {
    let (mut made, ids) = with_photos();
    made.book.set_report_photos(&moment(), PHASE, &[choice(ids[0], "Một"), choice(ids[1], "Hai")]).unwrap();
    made.book.set_report_photos(&moment(), PHASE, &[choice(ids[1], "Hai"), choice(ids[2], "Ba")]).unwrap();
    let captions = |book: &Book| printed(book).into_iter().map(|(caption, _, _)| caption).collect::<Vec<_>>();
    assert_eq!(captions(&made.book), ["Hai", "Ba"]);
    made.book.undo(&moment(), None).unwrap();
    assert_eq!(captions(&made.book), ["Một", "Hai"]);
    made.book.redo(&moment()).unwrap();
    assert_eq!(captions(&made.book), ["Hai", "Ba"]);
    let again = made.book.set_report_photos(&moment(), PHASE, &[choice(ids[1], "Hai"), choice(ids[2], "Ba")]).unwrap();
    assert_eq!(again.step, None, "the same again changes nothing");
}

#[test]
fn evidence_that_is_removed_leaves_the_report_and_comes_back_with_it() {
    let (mut made, ids) = with_photos();
    made.book.set_report_photos(&moment(), PHASE, &[choice(ids[0], "Một"), choice(ids[1], "Hai")]).unwrap();
    made.book.remove_evidence(&moment(), ids[0]).unwrap();
    assert_eq!(printed(&made.book).len(), 1);
    made.book.undo(&moment(), None).unwrap();
    assert_eq!(printed(&made.book).len(), 2);
}

#[test]
fn what_cannot_be_printed_is_refused_and_nothing_is_chosen() {
    let mut made = book();
    let code = codes(&made.book, PHASE).remove(0);
    let outside = tempfile::tempdir().unwrap();
    let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xc3\x50\0\0\xc3\x50\x08\x02\0\0\0\xc4\xcd\xaa\x9d".to_vec();
    bomb.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e");
    for (name, bytes) in [("không phải ảnh.jpg", &b"anh"[..]), ("bom.png", &bomb)] {
        std::fs::write(outside.path().join(name), bytes).unwrap();
        made.book.add_files(&moment(), &code, &[outside.path().join(name)]).unwrap();
    }
    let ids: Vec<_> =
        made.book.report_photos(PHASE, moment().today).unwrap().iter().map(|photo| photo.evidence).collect();
    let mut set = |photos: &[PhotoChoice]| made.book.set_report_photos(&moment(), PHASE, photos);
    assert_eq!(refusal(set(&[choice(ids[0], "")])), ErrorCode::PictureUnreadable);
    let error = set(&[choice(ids[1], "")]).unwrap_err();
    let fields = error.fields();
    assert_eq!(
        (error.code(), fields["width"].as_str(), fields["limit"].as_str()),
        (ErrorCode::PictureTooLarge, "50000", "50")
    );
    assert_eq!(refusal(set(&[choice(EvidenceId(99), "")])), ErrorCode::NotFound);
    assert_eq!(refusal(set(&vec![choice(ids[0], ""); 81])), ErrorCode::TooManyPhotos);
    assert_eq!(refusal(made.book.photo_thumbnail(ids[0])), ErrorCode::PictureUnreadable);
    assert!(printed(&made.book).is_empty());
}

#[test]
fn a_report_that_was_sent_keeps_its_photos_and_annexes() {
    let (mut made, ids) = with_photos();
    made.book.set_report_state(&moment(), PHASE, ReportState::Sent, None).unwrap();
    assert_eq!(refusal(made.book.set_report_photos(&moment(), PHASE, &[choice(ids[0], "")])), ErrorCode::ReportSent);
    assert_eq!(refusal(made.book.set_report_annexes(&moment(), PHASE, &[])), ErrorCode::ReportSent);
}

#[test]
fn a_reduced_photo_is_made_again_when_its_copy_is_gone_and_a_vanished_original_is_named() {
    let (mut made, ids) = with_photos();
    made.book.set_report_photos(&moment(), PHASE, &[choice(ids[0], "")]).unwrap();
    let copies = made.folder.path().join("anh-thu-nho");
    let thumbnail = made.book.photo_thumbnail(ids[0]).unwrap();
    let small = image::load_from_memory(&thumbnail).unwrap();
    assert_eq!((small.width(), small.height()), (320, 160));
    std::fs::remove_dir_all(&copies).unwrap();
    assert_eq!(printed(&made.book).len(), 1);
    std::fs::remove_dir_all(&copies).unwrap();
    std::fs::remove_dir_all(made.folder.path().join("minh-chung")).unwrap();
    let error = made.book.report_content(PHASE, moment().today).unwrap_err();
    assert_eq!((error.code(), error.fields()["path"].as_str()), (ErrorCode::FileVanished, "Treo băng rôn.JPG"));
    assert!(made.book.report_draft(PHASE, moment().today).is_ok(), "the text can still be written");
}

#[test]
fn annexes_are_proposed_by_what_there_is_and_chosen_by_the_official() {
    let mut made = book();
    let code = codes(&made.book, PHASE).remove(0);
    made.book.set_progress(&moment(), std::slice::from_ref(&code), &done()).unwrap();
    made.book.add_link(&moment(), &code, "https://congdoan.vn/tin?id=1", "Bài viết").unwrap();
    let titles = |book: &Book| {
        let content = book.report_content(PHASE, moment().today).unwrap();
        let tables = content.annexes.iter().map(|annex| annex.title.split(" (").next().unwrap().to_owned());
        tables.chain(content.chart_annex).collect::<Vec<_>>()
    };
    let all = titles(&made.book);
    assert_eq!(all[1..], ["Danh mục việc đã làm", "Danh mục tin, bài, đường dẫn"]);
    let offers = made.book.report_draft(PHASE, moment().today).unwrap().annexes;
    let links = offers.iter().find(|offer| offer.kind == AnnexKind::Links).unwrap();
    assert_eq!((links.count, links.is_included), (1, true));
    let chosen = ["links", "chart:progress"].map(str::to_owned);
    made.book.set_report_annexes(&moment(), PHASE, &chosen).unwrap();
    assert_eq!(titles(&made.book), ["Danh mục tin, bài, đường dẫn", "progress"]);
    made.book.undo(&moment(), None).unwrap();
    assert_eq!(titles(&made.book), all);
    let unknown = ["chart:nothing".to_owned()];
    assert_eq!(refusal(made.book.set_report_annexes(&moment(), PHASE, &unknown)), ErrorCode::NotFound);
}

#[test]
fn the_chart_of_a_group_has_the_figures_of_the_group() {
    let mut made = book();
    let group = made.book.figure_table(PHASE, moment().today).unwrap().groups.remove(0);
    let row = group.rows.iter().find(|row| row.is_editable && row.split.is_empty()).unwrap().clone();
    let input = FigureInput {
        phase: PHASE.to_owned(),
        activity: None,
        indicator: row.indicator.clone(),
        split: String::new(),
        state: FigureState::Number,
        text: "1.240".to_owned(),
        is_estimate: true,
    };
    made.book.set_figure(&moment(), &input).unwrap();
    let content = made.book.report_content(PHASE, moment().today).unwrap();
    let chart = content.charts.iter().find(|chart| chart.code == format!("figures:{}", group.code)).unwrap();
    assert_eq!(chart.series, ["Trong kỳ"], "in the first phase the sum so far says the same");
    let bar = &chart.panels[0].bars[0];
    assert_eq!((bar.label.as_str(), bar.values[0].text.as_str()), (row.label.as_str(), "ước 1.240"));
    assert_eq!(bar.values[0].hundredths, Some(124_000));
}
