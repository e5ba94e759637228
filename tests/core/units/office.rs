//! A province whose units have names of one letter, told in few words.

#![allow(dead_code, reason = "each test binary uses a part")]

use chrono::NaiveDate;
use sotg_core::Result;
use sotg_core::model::*;

use crate::support::{self, TestBook, day, moment};

pub const KIND: &str = "cdcs";
/// What decides every change that [`Office::tell`] is told.
pub const DOCUMENT: &str = "Quyết định số 1/QĐ-LĐLĐ";

pub struct Office {
    pub made: TestBook,
}

/// `A(B C) D(E)`; E exists from 1/3/2023 on, the others since ever.
pub fn office() -> Office {
    office_with(support::set_up().plan)
}

/// The same with another plan.
pub fn office_with(plan: PlanChoice) -> Office {
    let mut made = support::empty_book();
    let unit = OurUnit { level: UnitLevel::Province, ..support::unit() };
    made.book.set_up(&moment(), &SetUp { unit, plan, ..support::set_up() }).unwrap();
    let mut office = Office { made };
    for (name, parent, starts_on) in
        [("A", "", None), ("B", "A", None), ("C", "A", None), ("D", "", None), ("E", "D", Some(day(2023, 3, 1)))]
    {
        office.add(name, parent, starts_on).unwrap();
    }
    office
}

pub fn new_unit(name: &str, parent: Option<UnitId>) -> NewUnit {
    NewUnit {
        parent,
        name: name.to_owned(),
        kind: KIND.to_owned(),
        starts_on: None,
        facts: UnitFacts::default(),
        contacts: Vec::new(),
    }
}

impl Office {
    pub fn add(&mut self, name: &str, parent: &str, starts_on: Option<NaiveDate>) -> Result<Outcome> {
        let unit = NewUnit { starts_on, ..new_unit(name, self.parent(parent)) };
        self.made.book.add_unit(&moment(), &unit)
    }

    /// The unit whose last name this is; the youngest one of several.
    pub fn id(&self, name: &str) -> UnitId {
        let connection = rusqlite::Connection::open(self.made.folder.path().join("so.db")).unwrap();
        let which = "SELECT max(id) FROM unit WHERE name = ?1 AND is_ours = 0";
        let id: Option<i64> = connection.query_row(which, [name], |row| row.get(0)).unwrap();
        UnitId(id.unwrap_or_else(|| panic!("no unit {name}")))
    }

    /// Nothing or "-" is our unit.
    fn parent(&self, name: &str) -> Option<UnitId> {
        (!name.is_empty() && name != "-").then(|| self.id(name))
    }

    /// "1/5 rename A X", "1/5 move B D", "1/5 close B", "1/5 merge A B > D", "1/5 split A > X Y", "1/5 part A > X"
    /// (the old unit goes on), "1/5 add X A", "undo". Days are of 2023.
    pub fn tell(&mut self, told: &str) -> Result<Outcome> {
        self.tell_by(told, DOCUMENT)
    }

    /// The same by a document.
    pub fn tell_by(&mut self, told: &str, document: &str) -> Result<Outcome> {
        let words: Vec<&str> = told.split_whitespace().collect();
        let Some((on, words)) = words.split_first().filter(|(word, _)| word.contains('/')) else {
            assert_eq!(told, "undo");
            return self.made.book.undo(&moment(), None);
        };
        let (date, month) = on.split_once('/').unwrap();
        let on = day(2023, month.parse().unwrap(), date.parse().unwrap());
        let change = match words {
            ["add", name, parent] => return self.add(name, parent, Some(on)),
            ["rename", unit, name] => {
                StructureChange::Rename { unit: self.id(unit), name: (*name).to_owned(), kind: KIND.to_owned() }
            }
            ["move", unit, parent] => StructureChange::Move { unit: self.id(unit), parent: self.parent(parent) },
            ["close", unit] => StructureChange::Close { unit: self.id(unit) },
            ["merge", units @ .., ">", into] => {
                StructureChange::Merge { units: units.iter().map(|unit| self.id(unit)).collect(), into: self.id(into) }
            }
            [split @ ("split" | "part"), unit, ">", parts @ ..] => StructureChange::Split {
                unit: self.id(unit),
                parts: parts.iter().map(|name| new_unit(name, None)).collect(),
                ends: *split == "split",
            },
            _ => panic!("{told}"),
        };
        self.made.book.change_structure(&moment(), &change, on, document)
    }

    /// The tree of a day of 2023: "A(B C) D".
    pub fn tree(&self, date: u32, month: u32) -> String {
        shape(&self.made.book.unit_tree(day(2023, month, date)).unwrap().units)
    }
}

fn shape(units: &[UnitNode]) -> String {
    let mut shape = String::new();
    let mut depth = 0;
    for unit in units {
        let closing = if shape.is_empty() || unit.depth > depth { 0 } else { depth - unit.depth };
        match (shape.is_empty(), unit.depth > depth) {
            (true, _) => {}
            (false, true) => shape.push('('),
            (false, false) => shape.push_str(&format!("{} ", ")".repeat(closing.into()))),
        }
        shape.push_str(&unit.name);
        depth = unit.depth;
    }
    shape + &")".repeat(depth.into())
}
