//! The official letter (công văn) to the units whose report is missing, with their list.

use crate::export::document::Document;
use crate::export::{OfficialLetter, official_letter};
use crate::model::{Align, Annex, AnnexColumn, AnnexRow, FormProfile, LetterInput, ReminderRow, Signer};
use crate::snapshot::Snapshot;
use crate::text;

use super::words::{self, Matter};

/// Up to so many units stand after "Kính gửi:"; more are named by the list alone.
const ADDRESSEES_NAMED: usize = 3;

/// The letter.
pub fn document(
    snapshot: &Snapshot,
    is_sample: bool,
    matter: &Matter,
    rows: &[ReminderRow],
    input: &LetterInput,
    form: FormProfile,
) -> Document {
    let unit = &snapshot.unit;
    let names = || rows.iter().map(|row| row.name.clone());
    let addressees = if rows.len() <= ADDRESSEES_NAMED {
        names().collect()
    } else {
        vec!["Các đơn vị có tên trong danh sách kèm theo".to_owned()]
    };
    let none =
        || Signer { id: None, authority: String::new(), title: String::new(), name: String::new(), is_default: true };
    official_letter(&OfficialLetter {
        superior: unit.superior.clone(),
        issuer: unit.name.clone(),
        number: input.number.clone(),
        symbol: unit.symbol.clone(),
        place: unit.place.clone(),
        dated_on: input.dated_on,
        year: chrono::Datelike::year(&snapshot.today),
        subject: words::letter_subject(matter),
        addressees,
        paragraphs: words::letter_text(matter, rows.len(), input.until, snapshot.today),
        recipients: vec!["Như kính gửi".to_owned(), "Lưu: VT".to_owned()],
        signer: snapshot.signers.first().cloned().unwrap_or_else(none),
        annex: Some(list(matter, rows)),
        is_sample,
        form,
    })
}

fn list(matter: &Matter, rows: &[ReminderRow]) -> Annex {
    let column =
        |title: &str, width_mm, align| AnnexColumn { title: title.to_owned(), width_mm, align, is_link: false };
    let cells = |(number, row): (usize, &ReminderRow)| {
        let late = if row.days_late > 0 { row.days_late.to_string() } else { String::new() };
        AnnexRow::Cells(vec![(number + 1).to_string(), row.name.clone(), text::short_date(row.due_on), late])
    };
    Annex {
        title: format!("Danh sách đơn vị chưa gửi báo cáo tuyên truyền {}", matter.phase),
        columns: vec![
            column("STT", 12, Align::Center),
            column("Đơn vị", 95, Align::Left),
            column("Hạn gửi", 28, Align::Center),
            column("Quá hạn (ngày)", 24, Align::Center),
        ],
        rows: rows.iter().enumerate().map(cells).collect(),
        is_landscape: false,
        notes: Vec::new(),
    }
}
