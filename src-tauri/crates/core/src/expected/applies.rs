//! Whether an activity or the report of a phase is to be done by a unit. Pure: derived from the scope in the plan and from
//! what is known of the unit, never stored (DESIGN.md, section 3).

use crate::model::{EmployerSector, OurUnit, UnitFacts, UnitLevel, UnitNode};
use crate::plan::Scope;

/// What a scope looks at in a unit.
///
/// Level and kind have days, and whoever asks takes those of the day that counts. Facts have none (decision 0010): it is
/// today's that count, for a phase that is over too.
#[derive(Debug, Clone, Copy)]
pub struct Attributes<'a> {
    pub(crate) level: UnitLevel,
    /// Code of its kind; empty while nobody has said.
    pub(crate) kind: &'a str,
    pub(crate) members: Option<u32>,
    pub(crate) sector: EmployerSector,
    pub(crate) has_page: Option<bool>,
}

impl<'a> Attributes<'a> {
    /// Those of a unit of this level and kind with these facts.
    pub(crate) fn of((level, kind): (UnitLevel, &'a str), facts: &UnitFacts) -> Attributes<'a> {
        let UnitFacts { members, sector, has_page, code: _, followed_by: _ } = facts;
        Attributes { level, kind, members: *members, sector: *sector, has_page: *has_page }
    }
}

impl<'a> From<&'a UnitNode> for Attributes<'a> {
    fn from(node: &'a UnitNode) -> Attributes<'a> {
        Attributes::of((node.level, &node.kind), &node.facts)
    }
}

impl From<&OurUnit> for Attributes<'static> {
    /// Of our own unit a book knows level and members only.
    fn from(unit: &OurUnit) -> Attributes<'static> {
        let OurUnit { level, members, .. } = unit;
        Attributes { level: *level, kind: "", members: *members, sector: EmployerSector::Unknown, has_page: None }
    }
}

/// Whether something is to be done by a unit: everything that the scope names holds of it. As long as nobody has said how
/// many members there are, which sector, which kind or whether there is a page, nothing is taken off the list for it.
pub fn applies(scope: &Scope, unit: &Attributes<'_>) -> bool {
    let Scope { levels, kinds, sector, has_page, members_from } = scope;
    let is_of_kind = kinds.is_empty() || unit.kind.is_empty() || kinds.iter().any(|kind| kind == unit.kind);
    let is_of_sector = unit.sector == EmployerSector::Unknown || sector.is_none_or(|sector| sector == unit.sector);
    let has_page_as_asked = unit.has_page.zip(*has_page).is_none_or(|(has, asked)| has == asked);
    let is_large_enough = unit.members.zip(*members_from).is_none_or(|(members, from)| members >= from);
    levels.contains(&unit.level) && is_of_kind && is_of_sector && has_page_as_asked && is_large_enough
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A unit of which everything is known, but what a line of the table says otherwise.
    const SCHOOL: Attributes<'_> = Attributes {
        level: UnitLevel::Grassroots,
        kind: "cdcs-truong-hoc",
        members: Some(20),
        sector: EmployerSector::State,
        has_page: Some(true),
    };

    #[test]
    fn it_applies_if_level_kind_sector_page_and_members_all_fit() {
        use UnitLevel::{District, Grassroots};
        let scope = |levels: &[UnitLevel]| Scope { levels: levels.to_vec(), ..Scope::default() };
        let all = || scope(&UnitLevel::ALL);
        let kinds = |kinds: &[&str]| Scope { kinds: kinds.iter().map(|&kind| kind.to_owned()).collect(), ..all() };
        let sector = |sector| Scope { sector: Some(sector), ..all() };
        let page = |has_page| Scope { has_page: Some(has_page), ..all() };
        let from = |members| Scope { members_from: Some(members), ..all() };
        let narrow = || Scope {
            levels: vec![Grassroots],
            kinds: vec!["cdcs-truong-hoc".to_owned()],
            sector: Some(EmployerSector::State),
            has_page: Some(true),
            members_from: Some(20),
        };
        let unknown =
            Attributes { level: Grassroots, kind: "", members: None, sector: EmployerSector::Unknown, has_page: None };
        let cases = [
            ("the level", scope(&[Grassroots]), SCHOOL, true),
            ("one of the levels", scope(&[District, Grassroots]), SCHOOL, true),
            ("another level", scope(&[District]), SCHOOL, false),
            ("another level of which nothing else is known", scope(&[District]), unknown, false),
            ("the kind", kinds(&["cdcs", "cdcs-truong-hoc"]), SCHOOL, true),
            ("another kind of the same level", kinds(&["cdcs"]), SCHOOL, false),
            ("a kind that the office does not have", kinds(&["cdcs-nong-truong"]), SCHOOL, false),
            ("a kind that nobody has said", kinds(&["cdcs"]), unknown, true),
            ("the sector", sector(EmployerSector::State), SCHOOL, true),
            ("the other sector", sector(EmployerSector::NonState), SCHOOL, false),
            ("a sector that nobody has said", sector(EmployerSector::NonState), unknown, true),
            ("a page", page(true), SCHOOL, true),
            ("a page, where there is none", page(true), Attributes { has_page: Some(false), ..SCHOOL }, false),
            ("no page", page(false), Attributes { has_page: Some(false), ..SCHOOL }, true),
            ("no page, where there is one", page(false), SCHOOL, false),
            ("a page that nobody has told of", page(true), unknown, true),
            ("as many members", from(20), SCHOOL, true),
            ("one member less", from(20), Attributes { members: Some(19), ..SCHOOL }, false),
            ("no member", from(1), Attributes { members: Some(0), ..SCHOOL }, false),
            ("members that nobody has counted", from(20), unknown, true),
            ("everything", narrow(), SCHOOL, true),
            ("all but the kind", narrow(), Attributes { kind: "cdcs", ..SCHOOL }, false),
            ("all but the sector", narrow(), Attributes { sector: EmployerSector::NonState, ..SCHOOL }, false),
            ("all but the page", narrow(), Attributes { has_page: Some(false), ..SCHOOL }, false),
            ("all but the members", narrow(), Attributes { members: Some(3), ..SCHOOL }, false),
            ("a level and nothing else known", narrow(), unknown, true),
        ];
        for (name, scope, unit, wanted) in cases {
            assert_eq!(applies(&scope, &unit), wanted, "{name}: {scope:?} for {unit:?}");
        }
    }
}
