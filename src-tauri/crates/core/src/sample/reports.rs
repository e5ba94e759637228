//! Invented reports of invented units, each a Word file as a unit sends it, signed with a key of its own.
//!
//! They are written by the same way as real ones, out of the book of a unit that lies in a temporary folder and becomes one
//! unit after the other. Keys follow from the name of the unit in files: the same sample has the same files every time.

use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};

use super::dice::Dice;
use super::province::Province;
use crate::book::Book;
use crate::error::{Error, Result};
use crate::exchange::report::Edition;
use crate::expected::{Attributes, applies};
use crate::export;
use crate::history::Moment;
use crate::model::{
    FigureState, OurUnit, PlanChoice, ProgressState, ReportState, SetUp, Signer, StepKind, UnitLevel, VersionCause,
};
use crate::plan::RollUp;
use crate::snapshot::Snapshot;
use crate::store;
use crate::store::figure::FigurePlace;
use crate::store::log::NewStep;
use crate::store::report::StoredReport;
use crate::store::sample as rows;
use crate::text;

/// Version of the invented plan file.
const ISSUED_VERSION: u32 = 1;

/// A unit that reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventedUnit {
    /// Its name in files; empty for one without a plan file.
    pub uid: String,
    /// Its name.
    pub name: String,
    /// Name of the unit above it.
    pub superior: String,
    /// Its level.
    pub level: UnitLevel,
    /// Number of members.
    pub members: Option<u32>,
}

/// Which report of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InventedReport {
    /// 1, 2, 3; other figures in each.
    pub version: u32,
    /// At least so many changes were made before it.
    pub sequence: i64,
    /// False for a draft.
    pub is_sent: bool,
    /// Another computer of the unit has another key.
    pub computer: u8,
}

impl InventedReport {
    /// A version that was sent, from the first computer.
    pub fn sent(version: u32) -> InventedReport {
        InventedReport { version, sequence: 0, is_sent: true, computer: 0 }
    }
}

/// Writes reports of units.
pub struct ReportMaker {
    book: Book,
    phase: String,
    moment: Moment,
}

impl ReportMaker {
    /// A unit's book in an empty folder, of the campaign of the office with the key `issuer` (empty: without a plan file).
    ///
    /// # Errors
    /// As [`Book::create`].
    pub fn new(folder: &Path, moment: &Moment, (plan, phase): (PlanChoice, &str), issuer: &str) -> Result<ReportMaker> {
        let mut book = Book::create(folder, moment, Some(moment.today))?;
        let unit = OurUnit {
            name: "Công đoàn cơ sở mẫu".to_owned(),
            level: UnitLevel::Grassroots,
            superior: String::new(),
            place: "Lai Châu".to_owned(),
            symbol: "CĐCS".to_owned(),
            members: None,
        };
        let signer = Signer {
            id: None,
            authority: "TM. BAN CHẤP HÀNH".to_owned(),
            title: "CHỦ TỊCH".to_owned(),
            name: "Trần Thị Mẫu".to_owned(),
            is_default: true,
        };
        book.set_up(moment, &SetUp { unit, signer, plan, milestones: Vec::new() })?;
        store::log::stop_recording(&book.connection)?;
        // It is thrown away: nobody waits for the disk.
        rows::forget_the_disk(&book.connection)?;
        let current = book.current()?;
        let version = if issuer.is_empty() { 0 } else { ISSUED_VERSION };
        rows::set_issue(&book.connection, current.campaign, (issuer, version))?;
        Ok(ReportMaker { book, phase: phase.to_owned(), moment: moment.clone() })
    }

    /// The report of a unit as it sends it.
    ///
    /// # Errors
    /// As [`Book::report_file`].
    pub fn report(&mut self, unit: &InventedUnit, report: InventedReport) -> Result<Vec<u8>> {
        let mut dice = Dice::of(&format!("{}/{}/{}", unit.uid, unit.name, report.version));
        self.become_unit(unit, report)?;
        self.fill(&mut dice, unit)?;
        self.step_to(report.sequence)?;
        let InventedReport { version, is_sent, .. } = report;
        let sent_on = self.moment.today.checked_sub_days(Days::new(u64::from(dice.between(0, 9))));
        let edition = Edition {
            number: version,
            sent_on: sent_on.filter(|_| is_sent),
            cause: if version == 1 { VersionCause::First } else { VersionCause::Corrected },
            reason: if version == 1 { String::new() } else { "Đếm lại số liệu (mẫu)".to_owned() },
        };
        let content = self.book.report_content(&self.phase, self.moment.today)?;
        let snapshot = Snapshot::read(&self.book, self.moment.today)?;
        self.book.word_with_data(&snapshot, &content, &edition)
    }

    fn become_unit(&self, unit: &InventedUnit, report: InventedReport) -> Result<()> {
        let connection = &self.book.connection;
        let InventedUnit { uid, name, superior, level, members } = unit.clone();
        let ours = OurUnit { name, level, superior, place: "Lai Châu".into(), symbol: "CĐCS".into(), members };
        store::unit::set_ours(connection, &ours)?;
        let current = self.book.current()?;
        rows::set_uid(connection, current.unit, &uid)?;
        rows::set_office_key(connection, &invented_key(&format!("{uid}/{}/{}", unit.name, report.computer)))
    }

    /// States of activities and figures of the phase.
    fn fill(&self, dice: &mut Dice, unit: &InventedUnit) -> Result<()> {
        let connection = &self.book.connection;
        let current = self.book.current()?;
        let ids = store::activity::list_ids(connection, current.campaign)?;
        let attributes = Attributes {
            level: unit.level,
            kind: "",
            members: unit.members,
            sector: crate::model::EmployerSector::Unknown,
            has_page: None,
        };
        rows::forget_what_was_done(connection, current.unit)?;
        for activity in current.plan.activities.iter().filter(|activity| activity.phase == self.phase) {
            let Some(id) = ids.get(&activity.code).filter(|_| applies(&activity.scope, &attributes)) else { continue };
            if dice.percent(70) {
                let days = Days::new(u64::from(dice.between(5, 120)));
                let done_on = self.moment.today.checked_sub_days(days);
                store::progress::set_state(connection, current.unit, *id, (ProgressState::Done, done_on, ""))?;
            }
        }
        for indicator in &current.plan.indicators {
            if matches!(indicator.roll_up, RollUp::Percentage { .. }) {
                continue;
            }
            let whole = [String::new()];
            let splits: Vec<String> = indicator.splits.iter().map(|split| split.code.clone()).collect();
            for split in if splits.is_empty() { whole.as_slice() } else { &splits } {
                let value = i64::from(dice.between(1, 60));
                let amount = match dice.between(1, 10) {
                    1 => (FigureState::Nothing, None, false),
                    2 => continue,
                    _ => (FigureState::Number, Some(value * 10_i64.pow(u32::from(indicator.decimals))), false),
                };
                let place = FigurePlace { phase: &self.phase, activity: None, indicator: &indicator.code, split };
                store::figure::set(connection, (current.unit, current.campaign), place, amount)?;
            }
        }
        let dated_on = self.moment.today.checked_sub_days(Days::new(10));
        let number = dice.between(1, 90).to_string();
        let report = StoredReport { state: ReportState::Draft, number, dated_on, ..StoredReport::default() };
        store::report::set(connection, (current.unit, current.campaign), &self.phase, &report)
    }

    /// The log is at least so long.
    fn step_to(&self, sequence: i64) -> Result<()> {
        let connection = &self.book.connection;
        let mut last = store::log::find_last(connection)?.map_or(0, |(step, _)| step.0);
        while last < sequence {
            let at = self.moment.instant();
            let entry = NewStep { op: crate::model::Op::SetFigure, subject: "", count: 1, at: &at, who: "" };
            last = store::log::add_step(connection, StepKind::Do, None, &entry)?.0;
        }
        Ok(())
    }
}

/// The secret half of a key that follows from a name: for invented units only.
fn invented_key(name: &str) -> String {
    crate::hash::sha256(format!("mẫu/{name}").as_bytes())
}

/// Writes the reports of the units of a sample province into a folder, one Word file each, and gives their number. Units that
/// have no name in files yet get one, as if a plan file had been issued.
///
/// # Errors
/// `not_a_book` for a real book; `io`.
pub fn write(book: &mut Book, folder: &Path, moment: &Moment, n_reports: usize) -> Result<Vec<PathBuf>> {
    let today = book.rehearsal_day().unwrap_or(moment.today);
    let moment = Moment { today, ..moment.clone() };
    let issuer = issue(book)?;
    let Province { phase, plan, .. } = super::province::load()?;
    let scratch = scratch_beside(folder);
    if scratch.exists() {
        // From a run that did not come to its end.
        std::fs::remove_dir_all(&scratch).map_err(Error::io("remove", &scratch))?;
    }
    std::fs::create_dir_all(folder).map_err(Error::io("create the folder", folder))?;
    let written = write_into(book, folder, (&scratch, &moment, today), (&plan, &phase, &issuer), n_reports);
    std::fs::remove_dir_all(&scratch).map_err(Error::io("remove", &scratch))?;
    written
}

fn write_into(
    book: &Book,
    folder: &Path,
    (scratch, moment, today): (&Path, &Moment, NaiveDate),
    (plan, phase, issuer): (&str, &str, &str),
    n_reports: usize,
) -> Result<Vec<PathBuf>> {
    let mut maker = ReportMaker::new(scratch, moment, (PlanChoice::BuiltIn(plan.to_owned()), phase), issuer)?;
    let uids = store::organisation::unit::list_in_files(&book.connection)?;
    let tree = book.unit_tree(today)?.units;
    let our_name = store::unit::find_ours(&book.connection)?.map(|(_, ours)| ours.name).unwrap_or_default();
    let mut written = Vec::new();
    for node in tree.iter().filter(|node| is_grassroots(node.level)).take(n_reports) {
        let uid = uids.iter().find(|(id, ..)| *id == node.id).map(|(_, uid, _)| uid.clone()).unwrap_or_default();
        let above = node.parent.and_then(|parent| tree.iter().find(|other| other.id == parent));
        let superior = above.map_or_else(|| our_name.clone(), |above| above.name.clone());
        let unit =
            InventedUnit { uid, name: node.name.clone(), superior, level: node.level, members: node.facts.members };
        let bytes = maker.report(&unit, InventedReport::sent(1))?;
        let path = folder.join(format!("{} - {}.docx", node.facts.code, text::file_name(&node.name)));
        export::save(&path, &bytes)?;
        written.push(path);
    }
    Ok(written)
}

fn is_grassroots(level: UnitLevel) -> bool {
    match level {
        UnitLevel::DirectGrassroots | UnitLevel::Grassroots | UnitLevel::OccupationalUnion => true,
        UnitLevel::Province
        | UnitLevel::District
        | UnitLevel::Sector
        | UnitLevel::PublicEmployees
        | UnitLevel::Commune => false,
    }
}

/// The key of the office that leads the campaign; units get their names in files.
fn issue(book: &mut Book) -> Result<String> {
    let current = book.current()?;
    let (issuer, _) = store::campaign::find_issue(&book.connection, current.campaign)?;
    let ours = book.office_key()?.public();
    let issuer = if issuer.is_empty() { ours } else { issuer };
    let short: String = issuer.chars().take(8).collect();
    book.write_past_log(|transaction| {
        for (unit, uid, _) in store::organisation::unit::list_in_files(transaction)? {
            if uid.is_empty() {
                rows::set_uid(transaction, unit, &format!("{short}-{unit}"))?;
            }
        }
        rows::set_issue(transaction, current.campaign, (&issuer, ISSUED_VERSION))
    })?;
    Ok(issuer)
}

fn scratch_beside(folder: &Path) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".dang-lap");
    folder.with_file_name(name)
}
