//! What would become of each line: new, changed, unchanged, doubtful or refused.
//!
//! A line is a known unit by its code, by what the user decided, or by its name below the same unit. A name that is only alike
//! is never taken for the same: the user is asked.

use std::collections::{HashMap, HashSet};

use super::above::{self, Above, Place};
use super::facts::{self, Said};
use super::kinds::Kinds;
use super::names::Name;
use super::office::{Index, KnownUnit, Office, code_key};
use super::structure::Line;
use crate::model::{
    ImportCandidate, ImportChoices, ImportDifference, ImportFate, ImportField, ImportLine, ImportProblem, UnitLevel,
};
use crate::units::check::{CODE_LIMIT, NAME_LIMIT};

/// Problems for which a line is not taken in.
const REFUSING: [&str; 7] =
    ["name_missing", "name_twice", "unit_twice", "code_twice", "unknown_parent", "parent_is_itself", "parent_refused"];

/// A line with all that was found out about it.
#[derive(Debug, Clone)]
pub struct Compared {
    /// What the user is shown.
    pub line: ImportLine,
    /// What stands above it.
    pub place: Place,
    /// What its cells say.
    pub said: Said,
}

/// How a line was found to be a known unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Known(usize, By),
    New,
    /// The user has not decided yet.
    Open,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Code,
    Decision,
    Name,
}

/// Compares the lines of a list, and their names made ready, with what the office knows.
pub fn compare(lines: &[Line], names: &[Name], office: Office<'_>, choices: &ImportChoices) -> Vec<Compared> {
    let index = Index::new(office);
    let kinds = Kinds::new(office.kinds);
    let below = choices.below.and_then(|unit| index.of_id(unit)).map_or(Above::Ours, Above::Known);
    let places = above::find(lines, names, &index, below);
    let said: Vec<Said> = lines.iter().map(|line| facts::read(line, &kinds)).collect();
    let mut work = Work {
        lines,
        names,
        places: &places,
        said: &said,
        office,
        kinds: &kinds,
        index: &index,
        choices,
        found: vec![Found::Open; lines.len()],
        claimed: HashMap::new(),
        refused: vec![None; lines.len()],
    };
    work.find_known();
    work.refuse_twice();
    (0..lines.len()).filter_map(|at| work.compared(at)).collect()
}

struct Work<'a> {
    lines: &'a [Line],
    names: &'a [Name],
    places: &'a [Place],
    said: &'a [Said],
    office: Office<'a>,
    kinds: &'a Kinds<'a>,
    index: &'a Index<'a>,
    choices: &'a ImportChoices,
    found: Vec<Found>,
    /// Which line has which known unit.
    claimed: HashMap<usize, usize>,
    refused: Vec<Option<&'static str>>,
}

impl Work<'_> {
    /// First what is certain, for the whole list; only then is a name elsewhere free to be somebody's candidate.
    fn find_known(&mut self) {
        for at in above::from_above(self.places) {
            if let Some(found) = self.certain(at) {
                self.set_found(at, found);
                if let Found::Known(known, _) = found {
                    if let Some(_other) = self.claimed.get(&known) {
                        self.refuse(at, "unit_twice");
                    } else {
                        self.claimed.insert(known, at);
                    }
                }
            }
        }
    }

    fn certain(&self, at: usize) -> Option<Found> {
        let line = self.lines.get(at)?;
        if let Some((_, decision)) = self.choices.decisions.iter().find(|(row, _)| *row == line.row) {
            let known = decision.and_then(|unit| self.index.of_id(unit));
            return Some(known.map_or(Found::New, |known| Found::Known(known, By::Decision)));
        }
        if let Some(known) = self.index.of_code(&line.code) {
            return Some(Found::Known(known, By::Code));
        }
        let same_name: Vec<usize> = self.of_same_name(at).collect();
        let here = same_name.iter().copied().find(|known| self.stands_below(*known, self.places.get(at)));
        let anywhere = match same_name.as_slice() {
            [one] if self.places.get(at).is_some_and(|place| !place.is_stated) => Some(*one),
            _ => None,
        };
        here.or(anywhere).map(|known| Found::Known(known, By::Name))
    }

    fn of_same_name(&self, at: usize) -> impl Iterator<Item = usize> {
        let name = self.names.get(at);
        let known = name.map(|name| self.index.of_key(&name.key)).unwrap_or_default();
        let agrees = move |known: &usize| {
            name.zip(self.index.names.get(*known))
                .is_some_and(|(name, known)| name.marks_agree(known) && same_level(name, known))
        };
        known.iter().copied().filter(agrees)
    }

    /// True if a known unit stands where the line says.
    fn stands_below(&self, known: usize, place: Option<&Place>) -> bool {
        let Some((unit, place)) = self.office.units.get(known).zip(place) else { return false };
        match place.above {
            Above::Ours => unit.parent.is_none(),
            Above::Known(above) => unit.parent.is_some() && unit.parent == self.id_of(above),
            Above::Line(line) => match self.found.get(line) {
                Some(Found::Known(above, _)) => unit.parent.is_some() && unit.parent == self.id_of(*above),
                Some(Found::New | Found::Open) | None => false,
            },
        }
    }

    fn id_of(&self, known: usize) -> Option<crate::model::UnitId> {
        self.office.units.get(known).map(|unit| unit.id)
    }

    fn set_found(&mut self, at: usize, found: Found) {
        self.found.iter_mut().skip(at).take(1).for_each(|place| *place = found);
    }

    fn refuse(&mut self, at: usize, problem: &'static str) {
        self.refused
            .iter_mut()
            .skip(at)
            .take(1)
            .filter(|refused| refused.is_none())
            .for_each(|refused| *refused = Some(problem));
    }

    /// Names that are missing, too long or there twice, codes there twice, and whatever stands below a refused line.
    fn refuse_twice(&mut self) {
        let mut codes: HashSet<String> = HashSet::new();
        let mut names: HashMap<(Above, &str), Vec<usize>> = HashMap::new();
        for at in 0..self.lines.len() {
            let (Some(line), Some(name), Some(place)) = (self.lines.get(at), self.names.get(at), self.places.get(at))
            else {
                continue;
            };
            if let Some(problem) = place.problem {
                self.refuse(at, problem);
            }
            if !name.is_name() {
                self.refuse(at, "name_missing");
            }
            if line.name.chars().count() > NAME_LIMIT {
                self.refuse(at, "too_long");
            }
            if !line.code.is_empty() && !codes.insert(code_key(&line.code)) {
                self.refuse(at, "code_twice");
            }
            let same = names.entry((place.above, &name.key)).or_default();
            if same.iter().any(|other| {
                self.names.get(*other).is_some_and(|other| other.marks_agree(name) && same_level(other, name))
            }) {
                self.refuse(at, "name_twice");
            }
            same.push(at);
        }
        for at in above::from_above(self.places) {
            if let Some(Place { above: Above::Line(line), .. }) = self.places.get(at)
                && self.refused.get(*line).is_some_and(Option::is_some)
            {
                self.refuse(at, "parent_refused");
            }
        }
    }

    fn compared(&self, at: usize) -> Option<Compared> {
        let (line, name, said) = (self.lines.get(at)?, self.names.get(at)?, self.said.get(at)?);
        let place = *self.places.get(at)?;
        let mut problems: Vec<ImportProblem> =
            self.refused.get(at)?.iter().map(|problem| refusal(problem, line)).collect();
        problems.extend(said.problems.clone());
        let is_refused = self.refused.get(at)?.is_some() || said.facts.code.chars().count() > CODE_LIMIT;
        let known = match self.found.get(at)? {
            Found::Known(known, by) => self.office.units.get(*known).map(|unit| (unit, *by)),
            Found::New | Found::Open => None,
        };
        let is_open = *self.found.get(at)? == Found::Open;
        let candidates = if is_open && !is_refused { self.candidates(at) } else { Vec::new() };
        let differences = known.map(|(unit, by)| self.differences(at, unit, by)).unwrap_or_default();
        let fate = match (is_refused, known.is_some(), candidates.is_empty(), differences.is_empty()) {
            (true, _, _, _) => ImportFate::Refused,
            (_, true, _, true) => ImportFate::Unchanged,
            (_, true, _, false) => ImportFate::Changed,
            (_, false, false, _) => ImportFate::Doubtful,
            (_, false, true, _) => ImportFate::New,
        };
        let facts = known.map_or_else(|| said.facts.clone(), |(unit, _)| said.over(&unit.facts));
        let is_direct = self.office.our_level == UnitLevel::Province && place.above == Above::Ours;
        let guessed = || self.kinds.guess(name, self.choices.kind.as_deref(), is_direct);
        let kind = said.kind.clone().or_else(|| known.map(|(unit, _)| unit.kind.clone())).unwrap_or_else(guessed);
        let line = ImportLine {
            row: line.row,
            fate,
            unit: known.map(|(unit, _)| unit.id),
            name: line.name.clone(),
            parent: self.parent_name(place, known.filter(|_| !place.is_stated).map(|(unit, _)| unit)),
            kind,
            facts,
            contact: said.contact.clone(),
            differences,
            candidates,
            problems,
        };
        Some(Compared { line, place, said: said.clone() })
    }

    /// The same name elsewhere, then names that are alike at the place that the line says; never a unit that another line is.
    fn candidates(&self, at: usize) -> Vec<ImportCandidate> {
        let Some((name, place)) = self.names.get(at).zip(self.places.get(at)) else { return Vec::new() };
        let is_free = |known: usize| !self.claimed.contains_key(&known);
        let alike = self.index.alike(name, is_free).into_iter();
        let may_be = |(known, _): &(usize, u8)| {
            let is_same = self.index.names.get(*known).is_some_and(|known| known.key == name.key);
            let fits_level = self.index.names.get(*known).is_some_and(|known| same_level(known, name));
            fits_level && (is_same || !place.is_stated || self.stands_below(*known, Some(place)))
        };
        alike.filter(may_be).filter_map(|(known, likeness)| self.index.candidate(known, likeness)).collect()
    }

    fn differences(&self, at: usize, unit: &KnownUnit, by: By) -> Vec<ImportDifference> {
        let (Some(line), Some(name), Some(place), Some(said)) =
            (self.lines.get(at), self.names.get(at), self.places.get(at), self.said.get(at))
        else {
            return Vec::new();
        };
        let mut found = Vec::new();
        // A short form is no other name; and a unit that the user pointed out keeps the name that the office gave it.
        let is_renamed = by == By::Code && !is_same(&Name::new(&unit.name), name) && !name.key.is_empty();
        if is_renamed {
            found.push(ImportDifference { field: ImportField::Name, old: unit.name.clone(), new: line.name.clone() });
        }
        if place.is_stated && !self.stands_below(self.index.of_id(unit.id).unwrap_or(usize::MAX), Some(place)) {
            let old = self.parent_name(*place, Some(unit));
            found.push(ImportDifference { field: ImportField::Parent, old, new: self.parent_name(*place, None) });
        }
        found.extend(said.differences(unit, self.kinds));
        found
    }

    /// Name of what stands above; empty for ours. With `kept` it is what stands above that unit now.
    fn parent_name(&self, place: Place, kept: Option<&KnownUnit>) -> String {
        let known = |at: usize| self.office.units.get(at).map(|unit| unit.name.clone());
        let name = match (kept, place.above) {
            (Some(unit), _) => unit.parent.and_then(|parent| self.index.of_id(parent)).and_then(known),
            (None, Above::Ours) => None,
            (None, Above::Known(at)) => known(at),
            (None, Above::Line(at)) => self.lines.get(at).map(|line| line.name.clone()),
        };
        name.unwrap_or_default()
    }
}

fn is_same(one: &Name, two: &Name) -> bool {
    one.key == two.key && one.marks_agree(two)
}

/// "Công đoàn xã Bản Bo" stands above "Công đoàn cơ sở xã Bản Bo": names with the same words may be of two levels.
fn same_level(one: &Name, two: &Name) -> bool {
    let is_base = |name: &Name| name.whole.starts_with("cong doan co so ");
    let is_office = |name: &Name| name.whole.starts_with("lien doan ");
    !(is_base(one) && is_office(two) || is_office(one) && is_base(two))
}

fn refusal(problem: &str, line: &Line) -> ImportProblem {
    debug_assert!(REFUSING.contains(&problem) || problem == "too_long", "{problem} is documented");
    let (field, value) = match problem {
        "unknown_parent" | "parent_is_itself" => {
            let said = if line.parent.is_empty() { &line.group_text } else { &line.parent };
            (Some(ImportField::Parent), said.clone())
        }
        "code_twice" => (Some(ImportField::Code), line.code.clone()),
        "name_missing" | "name_twice" | "unit_twice" | "too_long" => (Some(ImportField::Name), line.name.clone()),
        _ => (None, String::new()),
    };
    ImportProblem { field, problem: problem.to_owned(), value }
}
