//! What the office knows already, made ready for a list to be compared with.

use std::collections::{BTreeSet, HashMap};

use super::names::{DOUBTFUL_FROM, Name};
use crate::model::{ImportCandidate, UnitContact, UnitFacts, UnitId, UnitKind, UnitLevel};

/// Candidates that are shown for a line.
const CANDIDATES: usize = 3;

/// A unit that the office knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownUnit {
    /// Which unit.
    pub id: UnitId,
    /// `None`: directly below ours.
    pub parent: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// Code of its kind.
    pub kind: String,
    /// Its facts.
    pub facts: UnitFacts,
    /// Its contacts.
    pub contacts: Vec<UnitContact>,
}

/// What a list is compared with.
#[derive(Debug, Clone, Copy)]
pub struct Office<'a> {
    /// Name of our own unit.
    pub our_name: &'a str,
    /// Its level.
    pub our_level: UnitLevel,
    /// The units below it on the day of the list.
    pub units: &'a [KnownUnit],
    /// Kinds to choose from.
    pub kinds: &'a [UnitKind],
}

/// The known units by everything that a list may call them. Units are meant by their place in the list of known ones.
pub struct Index<'a> {
    /// Comparable names, one per known unit.
    pub names: Vec<Name>,
    units: &'a [KnownUnit],
    by_id: HashMap<UnitId, usize>,
    by_code: HashMap<String, usize>,
    by_key: HashMap<String, Vec<usize>>,
    by_place: HashMap<String, Vec<usize>>,
    by_trace: HashMap<String, Vec<usize>>,
    our_name: Name,
}

impl<'a> Index<'a> {
    /// Reads the names of all units once.
    pub fn new(office: Office<'a>) -> Index<'a> {
        let units = office.units;
        let mut index = Index {
            names: units.iter().map(|unit| Name::new(&unit.name)).collect(),
            units,
            by_id: units.iter().enumerate().map(|(at, unit)| (unit.id, at)).collect(),
            by_code: HashMap::new(),
            by_key: HashMap::new(),
            by_place: HashMap::new(),
            by_trace: HashMap::new(),
            our_name: Name::new(office.our_name),
        };
        let parents: BTreeSet<UnitId> = units.iter().filter_map(|unit| unit.parent).collect();
        let is_office = |unit: &KnownUnit| parents.contains(&unit.id) || is_above_others(office.kinds, &unit.kind);
        for (at, (unit, name)) in units.iter().zip(&index.names).enumerate() {
            if !unit.facts.code.is_empty() {
                index.by_code.insert(code_key(&unit.facts.code), at);
            }
            index.by_key.entry(name.key.clone()).or_default().push(at);
            if is_office(unit) {
                index.by_place.entry(name.place.clone()).or_default().push(at);
            }
            name.traces().into_iter().for_each(|trace| index.by_trace.entry(trace).or_default().push(at));
        }
        index
    }

    /// The unit of a code.
    pub fn of_code(&self, code: &str) -> Option<usize> {
        self.by_code.get(&code_key(code)).copied().filter(|_| !code.is_empty())
    }

    /// The unit of an id.
    pub fn of_id(&self, id: UnitId) -> Option<usize> {
        self.by_id.get(&id).copied()
    }

    /// Units whose name has the same key.
    pub fn of_key(&self, key: &str) -> &[usize] {
        self.by_key.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The one office that a name in the column of units above means.
    pub fn office_of(&self, name: &Name) -> Option<usize> {
        let whole: Vec<usize> = self
            .of_key(&name.key)
            .iter()
            .copied()
            .filter(|at| self.names.get(*at).is_some_and(|known| known.marks_agree(name)))
            .collect();
        let by_place = || self.by_place.get(&name.place).map(Vec::as_slice).unwrap_or_default();
        match whole.as_slice() {
            [one] => Some(*one),
            [] => match by_place() {
                [one] => Some(*one),
                _ => None,
            },
            _ => None,
        }
    }

    /// True if a name means our own unit.
    pub fn is_ours(&self, name: &Name) -> bool {
        !name.whole.is_empty() && name.whole == self.our_name.whole
    }

    /// Units whose names are alike, the most alike first, among those that `is_free`.
    pub fn alike(&self, name: &Name, is_free: impl Fn(usize) -> bool) -> Vec<(usize, u8)> {
        // A word that nearly every name has would make every unit a candidate; the other words find the same ones.
        let mut postings: Vec<&Vec<usize>> =
            name.traces().iter().filter_map(|trace| self.by_trace.get(trace)).collect();
        postings.sort_by_key(|units| units.len());
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        for units in postings {
            if !seen.is_empty() && seen.len() + units.len() > MOST_COMPARED {
                break;
            }
            seen.extend(units.iter().copied().filter(|at| is_free(*at)).take(MOST_COMPARED));
        }
        let likeness = |at: usize| self.names.get(at).map(|known| (at, name.likeness(known)));
        let mut found: Vec<(usize, u8)> =
            seen.into_iter().filter_map(likeness).filter(|(_, share)| *share >= DOUBTFUL_FROM).collect();
        found.sort_by_key(|(at, share)| (u8::MAX - share, *at));
        found.truncate(CANDIDATES);
        found
    }

    /// What the user is shown of a candidate.
    pub fn candidate(&self, at: usize, likeness: u8) -> Option<ImportCandidate> {
        let unit = self.units.get(at)?;
        let parent = unit.parent.and_then(|parent| self.of_id(parent)).and_then(|at| self.units.get(at));
        let parent_name = parent.map(|parent| parent.name.clone()).unwrap_or_default();
        Some(ImportCandidate { unit: unit.id, name: unit.name.clone(), parent_name, likeness })
    }
}

/// Names that a line is compared with letter by letter.
const MOST_COMPARED: usize = 400;

/// Codes are compared without case and spaces.
pub fn code_key(code: &str) -> String {
    code.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

fn is_above_others(kinds: &[UnitKind], kind: &str) -> bool {
    let level = kinds.iter().find(|known| known.code == kind).map(|known| known.level);
    level.is_some_and(|level| match level {
        UnitLevel::Province
        | UnitLevel::District
        | UnitLevel::Sector
        | UnitLevel::PublicEmployees
        | UnitLevel::Commune => true,
        UnitLevel::DirectGrassroots | UnitLevel::Grassroots | UnitLevel::OccupationalUnion => false,
    })
}
