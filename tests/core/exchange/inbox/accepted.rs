//! What the book holds once files were accepted.

use sotg_core::ErrorCode;
use sotg_core::model::{
    AssignedUnit, Channel, ConfirmedKey, FateReason, FileFate, InboxChoice, LedgerFilter, Outcome, Receipt,
    ReceivedState, StructureOf,
};
use sotg_core::sample::reports::InventedReport;

use super::{ISSUER, Office, made_for, office, report, zip};
use crate::filling::{FIGURES, Typed, fill};
use crate::support::{content_of, day, moment, moment_on};

fn accept(office: &mut Office, choice: &InboxChoice) -> Outcome {
    let paths = office.paths();
    office.made.book.accept_files(&moment(), &paths, choice).unwrap()
}

fn count(office: &Office, table: &str) -> i64 {
    let connection = rusqlite::Connection::open(office.made.folder.path().join("so.db")).unwrap();
    connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

#[test]
fn accepted_files_stand_in_register_board_and_ledger_and_are_kept_byte_for_byte() {
    let mut office = office();
    office.put("a.docx", &report(0, 1));
    office.put("b.docx", &report(1, 1));
    let digest = office.preview().digest;
    let outcome = accept(&mut office, &InboxChoice { digest: Some(digest), ..InboxChoice::default() });
    assert_eq!(outcome.step.unwrap().count, 2);
    let register = office.made.book.register("dot1", StructureOf::Then, moment().today).unwrap();
    let row = register.rows.iter().find(|row| row.unit == office.units[0]).unwrap();
    assert_eq!((row.state, row.channel, row.has_content), (ReceivedState::Received, Some(Channel::Program), true));
    assert_eq!((row.received_on, row.signed_on), (Some(moment().today), Some(day(2023, 7, 10))));
    let board = office.made.book.board(moment().today).unwrap();
    let row = board.rows.iter().find(|row| row.unit == office.units[0]).unwrap();
    assert!(row.cells[0].done > 0 && row.cells[0].done <= row.cells[0].applicable);
    assert_eq!(office.made.book.ledger(&LedgerFilter::default()).unwrap().len(), 2);
    let kept: Vec<Vec<u8>> = walk(&office.made.folder.path().join("van-ban-da-gui"));
    assert_eq!(kept.len(), 2);
    assert!(kept.contains(&report(0, 1)) && kept.contains(&report(1, 1)));
    assert_eq!(office.fate_of("a.docx"), FileFate::Same);
}

fn walk(folder: &std::path::Path) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { found.extend(walk(&entry)) } else { found.push(std::fs::read(entry).unwrap()) }
    }
    found
}

#[test]
fn the_same_files_again_change_nothing_and_one_undo_takes_all_back() {
    let mut office = office();
    let before = content_of(office.made.folder.path());
    office.put("a.docx", &report(0, 1));
    office.put("b.docx", &report(0, 2));
    accept(&mut office, &InboxChoice::default());
    let accepted = content_of(office.made.folder.path());
    assert_eq!(accept(&mut office, &InboxChoice::default()).step, None);
    assert_eq!(content_of(office.made.folder.path()), accepted);
    office.made.book.undo(&moment(), None).unwrap();
    assert_eq!(content_of(office.made.folder.path()), before);
    office.made.book.redo(&moment()).unwrap();
    assert_eq!(content_of(office.made.folder.path()), accepted);
}

#[test]
fn an_older_version_is_kept_and_does_not_count() {
    let mut office = office();
    office.put("mới.docx", &report(0, 2));
    accept(&mut office, &InboxChoice::default());
    let counting = content_of(office.made.folder.path());
    office.put("cũ.docx", &report(0, 1));
    assert_eq!(office.fate_of("cũ.docx"), FileFate::Older);
    accept(&mut office, &InboxChoice::default());
    assert_eq!(count(&office, "received_file"), 2);
    let rows = |content: &str, table: &str| {
        content.lines().filter(|line| line.starts_with(table)).map(str::to_owned).collect::<Vec<_>>()
    };
    let after = content_of(office.made.folder.path());
    for table in ["received_report", "progress", "trusted_key"] {
        assert_eq!(rows(&after, table), rows(&counting, table));
    }
}

#[test]
fn a_newer_version_of_an_accepted_report_is_to_be_looked_at_again() {
    let mut office = office();
    office.put("a.docx", &report(0, 1));
    accept(&mut office, &InboxChoice::default());
    let receipt = Receipt {
        state: ReceivedState::Accepted,
        signed_on: None,
        sent_on: None,
        received_on: Some(moment().today),
        channel: Channel::Program,
        has_content: true,
        note: "đã xem".to_owned(),
    };
    office.made.book.set_received(&moment(), "dot1", &office.units[..1], &receipt).unwrap();
    office.put("b.docx", &report(0, 2));
    let (paths, later) = (office.paths(), moment_on(day(2023, 7, 22)));
    office.made.book.accept_files(&later, &paths, &InboxChoice::default()).unwrap();
    let register = office.made.book.register("dot1", StructureOf::Then, later.today).unwrap();
    let row = register.rows.iter().find(|row| row.unit == office.units[0]).unwrap();
    assert_eq!((row.state, row.received_on), (ReceivedState::Received, Some(moment().today)), "as late as it was");
    assert_eq!(row.corrected_on, Some(later.today));
    assert_eq!(row.note, "đã xem\nBản 2 đến sau khi đã chấp nhận bản trước.");
}

#[test]
fn another_key_is_refused_until_it_is_confirmed() {
    let mut office = office();
    office.put("a.docx", &report(0, 1));
    accept(&mut office, &InboxChoice::default());
    let other = InventedReport { computer: 1, ..InventedReport::sent(2) };
    office.put("b.docx", &made_for(0, other, ISSUER));
    let file = office.fates()["b.docx"].clone();
    assert_eq!(file.fate, FileFate::KeyChanged);
    assert_ne!(file.fields["known"], file.fingerprint);
    assert_eq!(accept(&mut office, &InboxChoice::default()).step, None);
    let wrong = ConfirmedKey { unit: office.units[0], fingerprint: file.fields["known"].clone() };
    assert_eq!(accept(&mut office, &InboxChoice { keys: vec![wrong], ..InboxChoice::default() }).step, None);
    let key = ConfirmedKey { unit: office.units[0], fingerprint: file.fingerprint };
    accept(&mut office, &InboxChoice { keys: vec![key], ..InboxChoice::default() });
    assert_eq!((count(&office, "received_file"), count(&office, "trusted_key")), (2, 1));
    let third = InventedReport { computer: 1, ..InventedReport::sent(3) };
    office.put("c.docx", &made_for(0, third, ISSUER));
    assert_eq!(office.fate_of("c.docx"), FileFate::Newer, "the new key is known now");
}

#[test]
fn two_keys_in_one_drop_are_not_both_taken() {
    let mut office = office();
    office.put("a.docx", &report(0, 1));
    office.put("b.docx", &made_for(0, InventedReport { computer: 1, ..InventedReport::sent(2) }, ISSUER));
    assert_eq!((office.fate_of("a.docx"), office.fate_of("b.docx")), (FileFate::New, FileFate::KeyChanged));
    accept(&mut office, &InboxChoice::default());
    assert_eq!(count(&office, "received_file"), 1);
}

#[test]
fn a_report_without_a_plan_file_is_taken_once_somebody_said_whose_it_is() {
    let mut office = office();
    office.put("a.docx", &report(3, 1));
    let file = office.fates()["a.docx"].clone();
    assert_eq!(file.candidates[0].unit, office.units[3]);
    assert_eq!(accept(&mut office, &InboxChoice::default()).step, None);
    let units = vec![AssignedUnit { file: file.id, unit: office.units[3] }];
    accept(&mut office, &InboxChoice { units, ..InboxChoice::default() });
    assert_eq!(count(&office, "received_file"), 1);
    office.put("b.docx", &report(3, 2));
    assert_eq!(office.fate_of("b.docx"), FileFate::Newer, "its key tells whose it is from now on");
    let mut other = super::office();
    other.put("a.docx", &report(3, 1));
    accept(&mut other, &InboxChoice { accept_names: true, ..InboxChoice::default() });
    assert_eq!(count(&other, "received_file"), 1);
}

#[test]
fn drafts_are_taken_when_chosen_and_what_is_left_out_stays_out() {
    let mut office = office();
    let draft = InventedReport { is_sent: false, ..InventedReport::sent(1) };
    office.put("nháp.docx", &made_for(1, draft, ISSUER));
    office.put("a.docx", &report(0, 1));
    let fates = office.fates();
    let choice = InboxChoice {
        skipped: vec![fates["a.docx"].id.clone()],
        drafts: vec![fates["nháp.docx"].id.clone()],
        ..InboxChoice::default()
    };
    accept(&mut office, &choice);
    assert_eq!((office.fate_of("nháp.docx"), office.fate_of("a.docx")), (FileFate::Same, FileFate::New));
}

#[test]
fn of_a_packed_report_with_evidence_the_packed_file_is_kept() {
    let mut office = office();
    let packed = zip(&[("báo cáo.docx", &report(0, 1)), ("minh-chung/ab12.jpg", b"\xff\xd8\xff")]);
    office.put("báo cáo.zip", &packed);
    office.put("báo cáo.docx", &report(0, 1));
    let fates = office.fates();
    assert_eq!((fates["báo cáo.zip"].fate, fates["báo cáo.docx"].fate), (FileFate::New, FileFate::Same));
    assert_eq!(fates.len(), 2, "evidence is part of its report");
    accept(&mut office, &InboxChoice::default());
    assert_eq!(walk(&office.made.folder.path().join("van-ban-da-gui")), [packed]);
}

#[test]
fn files_that_changed_since_they_were_looked_at_are_not_accepted() {
    let mut office = office();
    office.put("a.docx", &report(0, 1));
    let digest = Some(office.preview().digest);
    office.put("a.docx", &report(0, 2));
    let before = content_of(office.made.folder.path());
    let paths = office.paths();
    let choice = InboxChoice { digest, ..InboxChoice::default() };
    let error = office.made.book.accept_files(&moment(), &paths, &choice).unwrap_err();
    assert_eq!(error.code(), ErrorCode::InboxChanged);
    assert_eq!(content_of(office.made.folder.path()), before);
}

#[test]
fn a_folder_that_is_watched_tells_when_something_new_lies_in_it() {
    let office = office();
    let book = &office.made.book;
    let n_new = || book.watched_folder().unwrap().map(|watched| (watched.is_there, watched.n_new));
    assert_eq!(n_new(), None);
    office.put("a.docx", &report(0, 1));
    book.watch_folder(Some(office.drop.path())).unwrap();
    assert_eq!(n_new(), Some((true, 1)));
    book.see_watched_folder().unwrap();
    assert_eq!(n_new(), Some((true, 0)));
    office.put("đợt 1/b.docx", b"x");
    office.put("a.docx", b"another one under the same name");
    assert_eq!(n_new(), Some((true, 2)));
    std::fs::rename(office.drop.path(), office.drop.path().with_extension("cũ")).unwrap();
    assert_eq!(n_new(), Some((false, 0)));
    assert_eq!(book.watch_folder(Some(office.drop.path())).unwrap_err().code(), ErrorCode::NotFound);
    std::fs::rename(office.drop.path().with_extension("cũ"), office.drop.path()).unwrap();
    book.watch_folder(None).unwrap();
    assert_eq!(n_new(), None);
}

/// An Excel form of the first unit with one figure filled in.
fn form(office: &Office, figure: f64) -> Vec<u8> {
    let form = office.made.book.excel_form("dot1", Some(office.units[0]), moment().today).unwrap().bytes;
    fill(&form, &[(FIGURES, "D", "so-lieu:LT01", Typed::Number(figure))])
}

#[test]
fn a_form_that_nobody_signed_is_asked_about_where_the_unit_signs_and_each_for_itself() {
    let mut office = office();
    office.put("biểu.xlsx", &form(&office, 7.0));
    let file = office.fates()["biểu.xlsx"].clone();
    assert_eq!((file.fate, file.is_signed), (FileFate::New, false), "of a unit that never signed anything");
    office.put("a.docx", &report(0, 1));
    accept(&mut office, &InboxChoice { skipped: vec![file.id], ..InboxChoice::default() });
    assert_eq!((count(&office, "received_file"), count(&office, "trusted_key")), (1, 1));

    office.put("biểu khác.xlsx", &form(&office, 8.0));
    let fates = office.fates();
    for name in ["biểu.xlsx", "biểu khác.xlsx"] {
        let file = &fates[name];
        assert_eq!((file.fate, file.reason), (FileFate::KeyChanged, FateReason::Unsigned), "{name}");
        assert_eq!((file.unit, file.is_first_key), (Some(office.units[0]), false), "{name}");
    }
    let before = content_of(office.made.folder.path());
    assert_eq!(accept(&mut office, &InboxChoice::default()).step, None, "not confirmed, it stays out");
    let of_key = ConfirmedKey { unit: office.units[0], fingerprint: String::new() };
    let by_key = InboxChoice { keys: vec![of_key], ..InboxChoice::default() };
    assert_eq!(accept(&mut office, &by_key).step, None, "no signature is no key that could be confirmed");
    assert_eq!(content_of(office.made.folder.path()), before);

    let confirmed = InboxChoice { unsigned: vec![fates["biểu.xlsx"].id.clone()], ..InboxChoice::default() };
    assert_eq!(accept(&mut office, &confirmed).step.unwrap().count, 1, "the other one was not confirmed");
    assert_eq!((count(&office, "received_file"), count(&office, "trusted_key")), (2, 1));
    let kept = rusqlite::Connection::open(office.made.folder.path().join("so.db")).unwrap();
    let sql = "SELECT channel, key FROM received_file WHERE file_name = 'biểu.xlsx'";
    let (channel, key): (String, String) = kept.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    assert_eq!((channel.as_str(), key.as_str()), ("excel", ""));
    let fates = office.fates();
    assert_eq!((fates["biểu.xlsx"].fate, fates["biểu khác.xlsx"].fate), (FileFate::Same, FileFate::KeyChanged));
    office.put("b.docx", &report(0, 2));
    assert_eq!(office.fate_of("b.docx"), FileFate::Newer, "the key of the unit is trusted as before");
}
