//! In whatever order files come, in however many drops and however often: the same files end in the same book.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

use proptest::prelude::*;
use sotg_core::model::InboxChoice;
use sotg_core::sample::reports::InventedReport;

use super::{ISSUER, Office, made_for, office, report, zip};
use crate::support::moment;

/// Files that may come, and the folder where they lie: three units, several versions, copies and packed ones. Which reports
/// each holds is beside it.
struct Pool {
    _folder: tempfile::TempDir,
    files: Vec<(PathBuf, u32)>,
    /// The book into which they come, emptied before every sequence: making one takes longer than filling it.
    office: Mutex<Office>,
}

static POOL: LazyLock<Pool> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let later = InventedReport { sequence: 50, ..InventedReport::sent(2) };
    let reports = [
        report(0, 1),
        report(0, 2),
        made_for(0, later, ISSUER),
        report(0, 3),
        report(1, 1),
        report(1, 2),
        report(2, 1),
    ];
    let mut files = Vec::new();
    let mut put = |name: &str, bytes: &[u8], holds: u32| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        files.push((path, holds));
    };
    for (at, report) in reports.iter().enumerate() {
        put(&format!("{at}.docx"), report, 1 << at);
    }
    put("0 (1).docx", &reports[0], 1);
    put("gói.zip", &zip(&[("b.docx", &reports[4]), ("a.docx", &reports[1])]), 1 << 4 | 1 << 1);
    put("lạ.jpg", b"\xff\xd8\xff", 0);
    put("cụt.docx", &reports[3][..900], 0);
    Pool { _folder: folder, files, office: Mutex::new(office()) }
});

/// What the book holds, without numbers of rows and without the days of the log.
type Held = BTreeMap<&'static str, Vec<String>>;

fn held(folder: &Path) -> Held {
    let connection = rusqlite::Connection::open(folder.join("so.db")).unwrap();
    let tables = [
        (
            "received_report",
            "campaign_id, unit_id, phase, state, signed_on, sent_on, received_on, channel, has_content, note",
        ),
        (
            "received_file",
            "unit_id, phase, version, sequence, payload_sha256, channel, key, file_sha256, size, received_on, edits, report, figures",
        ),
        ("trusted_key", "unit_id, key, accepted_on, who"),
        ("progress", "unit_id, activity_id, state, done_on, reason, note"),
    ];
    let rows = |(table, columns): (&'static str, &str)| {
        let sql = format!("SELECT json_array({columns}) AS content FROM {table} ORDER BY content");
        let mut statement = connection.prepare(&sql).unwrap();
        (table, statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect())
    };
    tables.into_iter().map(rows).collect()
}

/// Takes away all that came, past the log.
fn empty(folder: &Path) {
    let connection = rusqlite::Connection::open(folder.join("so.db")).unwrap();
    let script: String = ["received_file", "received_report", "trusted_key", "progress", "ledger"]
        .map(|table| format!("DELETE FROM {table};"))
        .concat();
    connection.execute_batch(&format!("PRAGMA synchronous = OFF; {script}")).unwrap();
}

/// The book after these drops.
fn after(drops: &[Vec<usize>]) -> Held {
    let mut office = POOL.office.lock().unwrap();
    let folder = office.made.folder.path().to_owned();
    empty(&folder);
    for drop in drops {
        let paths: Vec<PathBuf> = drop.iter().map(|at| POOL.files[*at].0.clone()).collect();
        office.made.book.accept_files(&moment(), &paths, &InboxChoice::default()).unwrap();
    }
    held(&folder)
}

/// What the same reports give when they come one by one, the oldest first; told once for each set of reports.
static EXPECTED: LazyLock<Mutex<BTreeMap<u32, Held>>> = LazyLock::new(Mutex::default);

fn expected(reports: u32) -> Held {
    let mut known = EXPECTED.lock().unwrap();
    let one_by_one = || (0..7).filter(|at| reports & 1 << at != 0).map(|at| vec![at]).collect::<Vec<_>>();
    known.entry(reports).or_insert_with(|| after(&one_by_one())).clone()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_order_of_the_same_files_ends_in_the_same_book(
        drops in prop::collection::vec(prop::collection::vec(0..11_usize, 1..4), 1..4)
    ) {
        let reports = drops.iter().flatten().fold(0, |sum, at| sum | POOL.files[*at].1);
        let held = after(&drops);
        prop_assert_eq!(held["received_file"].len(), reports.count_ones() as usize);
        prop_assert_eq!(held, expected(reports));
    }
}
