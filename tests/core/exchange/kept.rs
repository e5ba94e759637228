//! Returns, receipts and forms of format 1, as they were when the format began. Every later program reads them.

use sotg_core::exchange::form::read;
use sotg_core::model::{FigureState, ProgressState, SealedKind, SealedPreview};

use crate::offices::sent;
use crate::support::{PLAN, book, day, moment};

const FOLDER: &str = "../../../tests/fixtures/exchange/v1";

fn kept(name: &str) -> Vec<u8> {
    std::fs::read(format!("{FOLDER}/{name}")).unwrap()
}

fn previewed(name: &str) -> SealedPreview {
    let mut district = book();
    sent(&mut district.book);
    let preview = district.book.preview_sealed(&kept(name)).unwrap();
    assert!(district.book.take_sealed(&moment(), &kept(name), true).unwrap().step.is_some());
    preview
}

#[test]
fn a_return_of_the_first_format_is_read() {
    let preview = previewed("tra-lai.sotg");
    assert_eq!(
        (preview.kind, preview.on, preview.wanted_by),
        (SealedKind::Return, moment().today, Some(day(2023, 7, 25)))
    );
    assert_eq!(
        (preview.office.as_str(), preview.fingerprint.as_str()),
        ("Liên đoàn Lao động tỉnh Lai Châu", "27A1-8C41-42F4-1422")
    );
    let notes: Vec<_> = preview.marks.iter().map(|mark| (mark.label.as_str(), mark.note.as_str())).collect();
    assert_eq!(
        notes,
        [
            ("Buổi phát trên loa nội bộ, đài truyền thanh (buổi)", "cao hơn số buổi đã đăng ký"),
            ("I. ĐẶC ĐIỂM TÌNH HÌNH", "nêu rõ số công đoàn cơ sở"),
        ]
    );
}

#[test]
fn a_receipt_of_the_first_format_is_read() {
    let preview = previewed("bien-nhan.sotg");
    assert_eq!((preview.kind, preview.on, preview.is_accepted), (SealedKind::Receipt, moment().today, false));
}

#[test]
fn a_form_of_the_first_format_is_read() {
    let content = read("bieu-mau.xlsx", kept("bieu-mau.xlsx"), &sotg_core::plan::find(PLAN).unwrap().1).unwrap();
    assert_eq!(content.troubles, []);
    let payload = content.payload;
    assert_eq!((payload.unit.name.as_str(), payload.phase.as_str()), ("Liên đoàn Lao động huyện Tam Đường", "dot1"));
    assert_eq!((payload.campaign.plan.as_str(), payload.number.as_str()), (PLAN, "12/BC-LĐLĐ"));
    let figures: Vec<_> =
        payload.figures.iter().map(|one| (one.indicator.as_str(), one.own.state, one.own.value)).collect();
    assert_eq!(figures, [("CD01", FigureState::Nothing, None), ("LT01", FigureState::Number, Some(1_234))]);
    assert_eq!(
        (payload.activities[0].state, payload.activities[0].done_on),
        (ProgressState::Done, Some(day(2023, 3, 15)))
    );
    assert_eq!(payload.sections[0].text.plain(), "Huyện có 13 xã.");
}
