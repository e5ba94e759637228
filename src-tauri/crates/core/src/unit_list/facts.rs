//! What the cells of a line say of a unit, and in what that differs from what is known.

use super::kinds::Kinds;
use super::office::KnownUnit;
use super::structure::Line;
use super::values;
use crate::model::{EmployerSector, ImportDifference, ImportField, ImportProblem, UnitContact, UnitFacts};
use crate::text;
use crate::units::check::{CODE_LIMIT, SHORT_LIMIT, is_email};

/// Title of a contact of which the list gives only number or address.
const OFFICE: &str = "Văn phòng";

/// What a line says, cell by cell. What it does not say is empty or `None`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said {
    pub facts: UnitFacts,
    pub contact: Option<UnitContact>,
    /// Code of the kind.
    pub kind: Option<String>,
    pub problems: Vec<ImportProblem>,
}

/// Reads the cells of a line. What is not understood is left out and becomes a problem.
pub fn read(line: &Line, kinds: &Kinds<'_>) -> Said {
    let mut said = Said::default();
    said.facts.code = line.code.clone();
    if line.code.chars().count() > CODE_LIMIT {
        said.problem(ImportField::Code, "too_long", &line.code);
    }
    match values::number(&line.members) {
        Some(members) => said.facts.members = members,
        None => said.problem(ImportField::Members, "bad_number", &shown(&line.members)),
    }
    match values::truth(&line.page) {
        Some(truth) => said.facts.has_page = truth,
        None => said.problem(ImportField::Page, "bad_truth", &shown(&line.page)),
    }
    said.read_kind_and_sector(line, kinds);
    said.facts.followed_by = said.short(ImportField::FollowedBy, &line.followed_by);
    said.contact = said.read_contact(line);
    said
}

fn shown(value: &super::cells::Value) -> String {
    super::cells::Cell { value: value.clone(), ..Default::default() }.shown()
}

impl Said {
    fn problem(&mut self, field: ImportField, problem: &str, value: &str) {
        self.problems.push(ImportProblem { field: Some(field), problem: problem.to_owned(), value: value.to_owned() });
    }

    /// A text that is cut off by nobody: too long, it is left out and told.
    fn short(&mut self, field: ImportField, typed: &str) -> String {
        if typed.chars().count() > SHORT_LIMIT {
            self.problem(field, "too_long", typed);
            return String::new();
        }
        typed.to_owned()
    }

    /// Columns of kinds often say what the sector is: "Doanh nghiệp", "HCSN".
    fn read_kind_and_sector(&mut self, line: &Line, kinds: &Kinds<'_>) {
        match values::sector(&line.sector) {
            Some(sector) => self.facts.sector = sector,
            None => self.problem(ImportField::Sector, "bad_sector", &line.sector),
        }
        if line.kind.is_empty() {
            return;
        }
        let sector = values::sector(&line.kind);
        if let Some(kind) = kinds.of_cell(&line.kind) {
            self.kind = Some(kind.code.clone());
        } else if sector.is_none() {
            self.problem(ImportField::Kind, "unknown_kind", &line.kind);
        }
        if let Some(sector) = sector.filter(|_| self.facts.sector == EmployerSector::Unknown) {
            self.facts.sector = sector;
        }
    }

    fn read_contact(&mut self, line: &Line) -> Option<UnitContact> {
        let phone = self.short(ImportField::Phone, &line.phone);
        let mut email = self.short(ImportField::Email, &line.email);
        if !email.is_empty() && !is_email(&email) {
            self.problem(ImportField::Email, "bad_email", &line.email);
            email.clear();
        }
        let title = self.short(ImportField::ContactTitle, &line.title);
        let has_way = !phone.is_empty() || !email.is_empty();
        let title = if title.is_empty() && has_way { OFFICE.to_owned() } else { title };
        (!title.is_empty()).then_some(UnitContact { title, phone, email })
    }

    /// The facts as they would be: what the line says over what is known. An empty cell takes nothing away.
    pub fn over(&self, known: &UnitFacts) -> UnitFacts {
        let UnitFacts { code, members, sector, has_page, followed_by } = &self.facts;
        let said_or = |said: &String, known: &String| if said.is_empty() { known.clone() } else { said.clone() };
        UnitFacts {
            code: said_or(code, &known.code),
            members: members.or(known.members),
            sector: if *sector == EmployerSector::Unknown { known.sector } else { *sector },
            has_page: has_page.or(known.has_page),
            followed_by: said_or(followed_by, &known.followed_by),
        }
    }

    /// The contacts as they would be: the one of the list takes the place of the known one with its title.
    pub fn contacts_over(&self, known: &[UnitContact]) -> Vec<UnitContact> {
        let mut contacts = known.to_vec();
        let Some(said) = &self.contact else { return contacts };
        match contacts.iter_mut().find(|known| text::fold(&known.title) == text::fold(&said.title)) {
            Some(known) => {
                if !said.phone.is_empty() {
                    known.phone.clone_from(&said.phone);
                }
                if !said.email.is_empty() {
                    known.email.clone_from(&said.email);
                }
            }
            None => contacts.push(said.clone()),
        }
        contacts
    }

    /// In what the line differs from a known unit, without name and place.
    pub fn differences(&self, known: &KnownUnit, kinds: &Kinds<'_>) -> Vec<ImportDifference> {
        let new = self.over(&known.facts);
        let old = &known.facts;
        let mut found = Vec::new();
        let mut compare = |field, old: String, new: String| {
            if old != new {
                found.push(ImportDifference { field, old, new });
            }
        };
        compare(ImportField::Code, old.code.clone(), new.code);
        let kind_name = |code: &String| kinds.of_code(code).map_or_else(|| code.clone(), |kind| kind.name.clone());
        compare(ImportField::Kind, kind_name(&known.kind), kind_name(self.kind.as_ref().unwrap_or(&known.kind)));
        let number = |members: Option<u32>| {
            members.map(|members| text::format_number(i64::from(members), 0)).unwrap_or_default()
        };
        compare(ImportField::Members, number(old.members), number(new.members));
        compare(ImportField::Sector, sector_code(old.sector).to_owned(), sector_code(new.sector).to_owned());
        let truth = |truth: Option<bool>| truth.map(|truth| truth.to_string()).unwrap_or_default();
        compare(ImportField::Page, truth(old.has_page), truth(new.has_page));
        compare(ImportField::FollowedBy, old.followed_by.clone(), new.followed_by);
        if let Some(said) = &self.contact {
            let contacts = self.contacts_over(&known.contacts);
            let of = |contacts: &[UnitContact]| {
                contacts.iter().find(|contact| text::fold(&contact.title) == text::fold(&said.title)).cloned()
            };
            let empty = || UnitContact { title: String::new(), phone: String::new(), email: String::new() };
            let (old, new) = (of(&known.contacts).unwrap_or_else(empty), of(&contacts).unwrap_or_else(empty));
            // The title that is found again may be written otherwise; then the known one stays.
            compare(ImportField::ContactTitle, old.title, new.title);
            compare(ImportField::Phone, old.phone, new.phone);
            compare(ImportField::Email, old.email, new.email);
        }
        found
    }
}

/// The word of the boundary for a sector, which the window has words for.
fn sector_code(sector: EmployerSector) -> &'static str {
    match sector {
        EmployerSector::Unknown => "",
        EmployerSector::State => "state",
        EmployerSector::NonState => "non_state",
    }
}
