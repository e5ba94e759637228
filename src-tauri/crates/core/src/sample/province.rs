//! An invented province of any size, to try and to measure the office that collects.
//!
//! It is written past the log: a sample is made, not changed, and has nothing to take back.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Deserialize;

use super::dice::Dice;
use super::said::Campaign;
use crate::book::{Book, FILE_NAME};
use crate::error::{Error, ErrorCode, Result};
use crate::history::Moment;
use crate::model::{
    DescentManner, EmployerSector, OurUnit, PlanChoice, SetUp, Signer, UnitContact, UnitFacts, UnitId, UnitKind,
    UnitLevel,
};
use crate::store::organisation::span::Place;
use crate::store::organisation::{contact, descent, kind, span, unit};

const FILE: &str = "tinh-mau-2023.toml";
const SOURCE: &str = include_str!("../../samples/tinh-mau-2023.toml");
/// The country, as DESIGN.md simulates it, and some.
const LIMIT: u32 = 200_000;
/// Every so many units one is new since the beginning of the campaign, and one has gone up in the unit before it.
const NEW_EVERY: u32 = 90;
const MERGED_EVERY: u32 = 140;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Province {
    today: NaiveDate,
    pub(super) plan: String,
    pub(super) phase: String,
    pub(super) grassroots_due: NaiveDate,
    departments: Vec<String>,
    unit: OurUnit,
    signer: Signer,
    upper: Vec<Upper>,
    direct: Vec<Direct>,
    patterns: BTreeMap<String, Vec<Pattern>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Upper {
    name: String,
    kind: String,
    weight: u32,
    patterns: String,
    places: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Direct {
    name: String,
    members: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pattern {
    name: String,
    kind: String,
    sector: EmployerSector,
    weight: u32,
    members: [u32; 2],
}

/// A unit as the rest of the sample needs it.
#[derive(Debug, Clone)]
pub(super) struct Made {
    pub(super) id: UnitId,
    pub(super) level: UnitLevel,
    pub(super) kind: String,
    pub(super) facts: UnitFacts,
    pub(super) has_ended: bool,
}

/// Makes a book of a province with so many grassroots units in a folder in which nothing is yet.
///
/// # Errors
/// As [`Book::create`]; `out_of_range` for the number; `io` if a book is there already.
pub fn make(folder: &Path, moment: &Moment, n_units: u32) -> Result<Book> {
    if !(1..=LIMIT).contains(&n_units) {
        return Err(Error::refused(ErrorCode::OutOfRange, "making a sample")
            .with("field", "units")
            .with("from", 1)
            .with("to", LIMIT));
    }
    if folder.join(FILE_NAME).try_exists().map_err(Error::io("look for the book in", folder))? {
        return Err(Error::io("create the book", folder)(std::io::ErrorKind::AlreadyExists.into()));
    }
    let province = load()?;
    super::make(folder, moment, province.today, |book, moment| fill(book, moment, &province, n_units))?;
    Book::open(folder)
}

pub(super) fn load() -> Result<Province> {
    toml::from_str(SOURCE).map_err(|error| {
        Error::refused(ErrorCode::BadPlan, "reading the sample").with("plan", FILE).with("problem", error.message())
    })
}

fn fill(book: &mut Book, moment: &Moment, province: &Province, n_units: u32) -> Result<()> {
    let Province { plan, unit, signer, .. } = province;
    let input = SetUp {
        unit: unit.clone(),
        signer: signer.clone(),
        plan: PlanChoice::BuiltIn(plan.clone()),
        milestones: Vec::new(),
    };
    book.set_up(moment, &input)?;
    let current = book.current()?;
    book.write_past_log(|transaction| {
        let kinds = kind::list(transaction)?;
        let mut dice = Dice::new();
        let mut maker = Maker { connection: transaction, province, kinds: &kinds, n: 0, names: HashMap::new() };
        let units = maker.units(&mut dice, n_units)?;
        let campaign = Campaign::read(transaction, &current, province, moment.today)?;
        campaign.write(&mut dice, &units)
    })
}

/// Writes units one after the other.
struct Maker<'a> {
    connection: &'a Connection,
    province: &'a Province,
    kinds: &'a [UnitKind],
    /// Units so far, for their codes.
    n: u32,
    /// How often a name was given below a unit.
    names: HashMap<(UnitId, String), u32>,
}

/// What differs from unit to unit.
struct Wanted<'a> {
    parent: Option<UnitId>,
    name: String,
    kind: &'a str,
    sector: EmployerSector,
    members: Option<u32>,
    has_page: Option<bool>,
    department: &'a str,
}

impl Maker<'_> {
    fn units(&mut self, dice: &mut Dice, n_units: u32) -> Result<Vec<Made>> {
        let province = self.province;
        let mut made = Vec::with_capacity(n_units as usize + 20);
        let mut uppers = Vec::new();
        for (upper, department) in province.upper.iter().zip(province.departments.iter().cycle()) {
            let unit = self.add(Wanted {
                parent: None,
                name: upper.name.clone(),
                kind: &upper.kind,
                sector: EmployerSector::State,
                members: None,
                has_page: Some(true),
                department,
            })?;
            uppers.push((upper, unit.id, department.as_str()));
            made.push(unit);
        }
        for (direct, department) in province.direct.iter().zip(province.departments.iter().cycle()) {
            made.push(self.add(Wanted {
                parent: None,
                name: direct.name.clone(),
                kind: "cdcs-truc-thuoc",
                sector: EmployerSector::State,
                members: Some(direct.members),
                has_page: Some(dice.percent(60)),
                department,
            })?);
        }
        let mut before: HashMap<UnitId, UnitId> = HashMap::new();
        for number in 1..=n_units {
            let Some((upper, parent, department)) = dice.pick(&uppers, |(upper, ..)| upper.weight) else { break };
            let mut unit = self.grassroots(dice, upper, *parent, department)?;
            let neighbour = before.insert(*parent, unit.id);
            if let Some(into) = neighbour.filter(|_| number.is_multiple_of(MERGED_EVERY)) {
                self.end(unit.id, into)?;
                before.insert(*parent, into);
                unit.has_ended = true;
            }
            made.push(unit);
        }
        Ok(made)
    }

    fn grassroots(&mut self, dice: &mut Dice, upper: &Upper, parent: UnitId, department: &str) -> Result<Made> {
        let patterns = self.province.patterns.get(&upper.patterns).map(Vec::as_slice).unwrap_or_default();
        let missing = || Error::refused(ErrorCode::BadPlan, "reading the sample").with("plan", FILE);
        let pattern = dice.pick(patterns, |pattern| pattern.weight).ok_or_else(missing)?;
        let place = dice.pick(&upper.places, |_| 1).ok_or_else(missing)?;
        // "THCS xã Bình Lư" is no name; schools and firms leave the word out, the office of a commune has nothing else.
        let bare = place.trim_start_matches("xã ").trim_start_matches("phường ");
        let place = if pattern.name == "CĐCS {}" { place.as_str() } else { bare };
        let name = self.numbered(parent, pattern.name.replace("{}", place));
        let [from, to] = pattern.members;
        let (has_page, is_known) = (dice.percent(18), dice.percent(75));
        self.add(Wanted {
            parent: Some(parent),
            name,
            kind: &pattern.kind,
            sector: pattern.sector,
            members: Some(dice.between(from, to)).filter(|_| dice.percent(96)),
            has_page: is_known.then_some(has_page),
            department,
        })
    }

    /// The second school of a place is "số 2".
    fn numbered(&mut self, parent: UnitId, name: String) -> String {
        let times = self.names.entry((parent, name.clone())).or_default();
        *times += 1;
        if *times == 1 { name } else { format!("{name} số {times}") }
    }

    fn add(&mut self, wanted: Wanted<'_>) -> Result<Made> {
        let Wanted { parent, name, kind, sector, members, has_page, department } = wanted;
        let level = crate::units::check::find_kind(self.kinds, kind)?.level;
        self.n += 1;
        let number = self.n;
        let facts = UnitFacts {
            code: format!("MAU-{number:06}"),
            members,
            sector,
            has_page,
            followed_by: department.to_owned(),
        };
        let id = unit::add(self.connection, &name, (kind, level), &facts)?;
        let starts_on =
            NaiveDate::from_ymd_opt(2023, 2, 1).filter(|_| parent.is_some() && number.is_multiple_of(NEW_EVERY));
        let place = Place { parent, name, level, kind: kind.to_owned(), position: 0 };
        span::add(self.connection, id, (starts_on, None), &place, &span::Documents::default())?;
        contact::set_all(self.connection, id, &[invented_contact(number)])?;
        Ok(Made { id, level, kind: kind.to_owned(), facts, has_ended: false })
    }

    fn end(&self, from: UnitId, into: UnitId) -> Result<()> {
        let on = NaiveDate::from_ymd_opt(2023, 6, 1).unwrap_or_default();
        let document = "Quyết định mẫu số 00/QĐ-LĐLĐ";
        for last in span::list(self.connection, from)? {
            let documents = span::Documents { ended_by: document.to_owned(), ..last.documents.clone() };
            span::set(self.connection, &span::StoredSpan { ends_on: on.pred_opt(), documents, ..last })?;
        }
        descent::add(self.connection, (from, into), DescentManner::Merged, (on, document))
    }
}

/// A number that no telephone has, and an address that leads nowhere.
fn invented_contact(number: u32) -> UnitContact {
    UnitContact {
        title: "Chủ tịch".to_owned(),
        phone: format!("0000 {:03} {:03}", number / 1000, number % 1000),
        email: format!("mau-{number:06}@vi-du.vn"),
    }
}
