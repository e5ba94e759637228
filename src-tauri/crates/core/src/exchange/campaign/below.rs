//! The units below ours by a plan file: matched with those that the book has, added, renamed and moved, never removed.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::terms::{self, Duty, merged, merged_maps};
use crate::error::{Error, ErrorCode, Result};
use crate::model::{
    CampaignId, CampaignPayload, EmployerSector, SentException, SentUnit, UnitException, UnitFacts, UnitId, UnitKind,
};
use crate::store::organisation::span::{self, Place, PlacedUnit, StoredSpan};
use crate::store::organisation::{kind, unit};
use crate::unit_list::Name;
use crate::units::check::{self, CheckedUnit};
use crate::units::life::Life;
use crate::units::{SINCE_EVER, change, edit};
use crate::{store, text};

/// Where a unit stands by the file: below ours, or below the unit of that name in files.
pub(super) type Above = Option<String>;

/// A unit of the file beside what the book has of it.
#[derive(Debug, Clone)]
pub(super) struct Matched {
    pub(super) sent: SentUnit,
    /// What the file before said of it.
    base: Option<SentUnit>,
    pub(super) known: Option<Known>,
    /// What it is to be called, of which kind it is to be, and where it is to stand.
    pub(super) name: String,
    kind: String,
    /// `None`: it stays where the book has it.
    pub(super) moves_to: Option<Above>,
}

/// A unit of the book.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) id: UnitId,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) parent: Option<UnitId>,
    facts: UnitFacts,
}

/// All units below ours by the file, each after the one above it; and those of the book that the file no longer has.
#[derive(Debug, Clone, Default)]
pub(super) struct Below {
    pub(super) units: Vec<Matched>,
    pub(super) gone: Vec<String>,
}

impl Below {
    /// Compares the units that the file has below `uid` with those of the book on a day.
    pub(super) fn compare(
        connection: &Connection,
        file: &CampaignPayload,
        base: Option<&CampaignPayload>,
        uid: &str,
        today: NaiveDate,
    ) -> Result<Below> {
        let book = BookUnits::read(connection, today)?;
        let before: HashMap<&str, &SentUnit> =
            base.iter().flat_map(|base| &base.units).map(|unit| (unit.uid.as_str(), unit)).collect();
        let sent = terms::below(file, uid);
        let units: Vec<Matched> =
            sent.iter().map(|sent| book.matched(sent, before.get(sent.uid.as_str()).copied(), uid)).collect();
        let still: std::collections::HashSet<&str> = sent.iter().map(|sent| sent.uid.as_str()).collect();
        let was_below = base.map(|base| terms::below(base, uid)).unwrap_or_default().into_iter();
        let gone = was_below.filter(|unit| !still.contains(unit.uid.as_str()));
        let gone = gone.filter_map(|unit| book.of_uid(&unit.uid)).map(|known| known.name.clone()).collect();
        Ok(Below { units, gone })
    }

    /// Writes them. `on` is the day from which new units exist and others are called or stand otherwise; `None`: since ever.
    pub(super) fn write(&self, connection: &Connection, file: &CampaignPayload, on: Option<NaiveDate>) -> Result<()> {
        let kinds = with_new_kinds(connection, file, &self.units)?;
        let mut ids: HashMap<&str, UnitId> = HashMap::new();
        for unit in &self.units {
            let id = match &unit.known {
                Some(known) => {
                    unit.change(connection, known, (&kinds, &ids), on)?;
                    known.id
                }
                None => unit.add(connection, (&kinds, &ids), on)?,
            };
            store::unit_uid::set(connection, id, &unit.sent.uid)?;
            ids.insert(&unit.sent.uid, id);
        }
        // Two units may have changed places, so that only the whole can be judged.
        for unit in self.units.iter().filter(|unit| unit.moves_to.is_some()) {
            let Some(id) = ids.get(unit.sent.uid.as_str()) else { continue };
            if change::stands_in_circle(connection, *id)? {
                return Err(Error::refused(ErrorCode::BelowItself, "taking a plan file over").with("unit", &unit.name));
            }
        }
        Ok(())
    }

    /// Writes the exceptions of the units, after [`Below::write`] has given them their names in files.
    pub(super) fn write_exceptions(&self, connection: &Connection, campaign: CampaignId) -> Result<()> {
        let mut known: HashMap<UnitId, BTreeMap<Duty, SentException>> = HashMap::new();
        for exception in store::expected::list_exceptions(connection, campaign)? {
            let duty = (exception.phase.clone(), exception.activity.clone());
            known.entry(exception.unit).or_default().insert(duty, super::payload::sent_exception(exception));
        }
        for unit in &self.units {
            let Some(id) = store::unit_uid::find(connection, &unit.sent.uid)? else { continue };
            let base = unit.base.as_ref().map(|base| by_duty(&base.exceptions)).unwrap_or_default();
            let ours = known.remove(&id).unwrap_or_default();
            let after = merged_maps(&base, &ours, &by_duty(&unit.sent.exceptions));
            write_exceptions(connection, (campaign, id), &ours, &after)?;
        }
        Ok(())
    }
}

/// Writes the exceptions of one unit that differ.
pub(super) fn write_exceptions(
    connection: &Connection,
    (campaign, unit): (CampaignId, UnitId),
    before: &BTreeMap<Duty, SentException>,
    after: &BTreeMap<Duty, SentException>,
) -> Result<()> {
    for (phase, activity) in before.keys().filter(|duty| !after.contains_key(*duty)) {
        store::expected::remove_exception(connection, campaign, unit, (phase, activity))?;
    }
    for (_, sent) in after.iter().filter(|(duty, sent)| before.get(*duty) != Some(*sent)) {
        let SentException { phase, activity, due_on, reason, allowed_by, document } = sent.clone();
        let exception = UnitException { unit, phase, activity, due_on, reason, allowed_by, document };
        store::expected::set_exception(connection, campaign, &exception)?;
    }
    Ok(())
}

fn by_duty(exceptions: &[SentException]) -> BTreeMap<Duty, SentException> {
    exceptions.iter().map(|one| ((one.phase.clone(), one.activity.clone()), one.clone())).collect()
}

/// The units of the book on a day, by their names in files and by the names that people give them.
struct BookUnits {
    placed: Vec<Known>,
    uids: HashMap<UnitId, String>,
    by_uid: HashMap<String, usize>,
    by_name: HashMap<String, Vec<(Name, usize)>>,
}

impl BookUnits {
    fn read(connection: &Connection, today: NaiveDate) -> Result<BookUnits> {
        let uids = store::unit_uid::list(connection)?;
        let placed: Vec<Known> = span::list_placed(connection, today)?.into_iter().map(known).collect();
        let (mut by_uid, mut by_name) = (HashMap::new(), HashMap::<String, Vec<(Name, usize)>>::new());
        for (at, unit) in placed.iter().enumerate() {
            match uids.get(&unit.id) {
                Some(uid) => drop(by_uid.insert(uid.clone(), at)),
                None => {
                    let name = Name::new(&unit.name);
                    by_name.entry(name.key.clone()).or_default().push((name, at));
                }
            }
        }
        Ok(BookUnits { placed, uids, by_uid, by_name })
    }

    fn of_uid(&self, uid: &str) -> Option<&Known> {
        self.by_uid.get(uid).and_then(|at| self.placed.get(*at))
    }

    /// The one unit without a name in files that people call so; of two nobody can say which.
    fn of_name(&self, name: &str) -> Option<&Known> {
        let wanted = Name::new(name);
        let alike = self.by_name.get(&wanted.key)?.iter().filter(|(known, _)| known.marks_agree(&wanted));
        match alike.map(|(_, at)| *at).collect::<Vec<_>>().as_slice() {
            [one] => self.placed.get(*one),
            _ => None,
        }
    }

    fn matched(&self, sent: &SentUnit, base: Option<&SentUnit>, ours: &str) -> Matched {
        let known = self.of_uid(&sent.uid).or_else(|| self.of_name(&sent.name)).cloned();
        let taken = |news: &String, base: Option<&String>, own: Option<&String>| {
            merged(base, own, Some(news)).unwrap_or_else(|| news.clone())
        };
        let above = |unit: &SentUnit| Some(unit.parent.clone()).filter(|parent| parent != ours);
        let stands = known.as_ref().map(|known| known.parent.and_then(|parent| self.uids.get(&parent).cloned()));
        // A unit that the book keeps below one of its own, which no file knows, is moved only if the office moved it.
        let is_news = base.is_none_or(|base| above(base) != above(sent));
        let moves = known.is_none() || is_news && stands.as_ref() != Some(&above(sent));
        Matched {
            name: taken(&sent.name, base.map(|base| &base.name), known.as_ref().map(|known| &known.name)),
            kind: taken(&sent.kind, base.map(|base| &base.kind), known.as_ref().map(|known| &known.kind)),
            moves_to: moves.then(|| above(sent)),
            base: base.cloned(),
            sent: sent.clone(),
            known,
        }
    }
}

fn known(unit: PlacedUnit) -> Known {
    let PlacedUnit { id, place: Place { parent, name, kind, .. }, facts } = unit;
    Known { id, name, kind, parent, facts }
}

type Places<'a> = (&'a [UnitKind], &'a HashMap<&'a str, UnitId>);

impl Matched {
    fn add(&self, connection: &Connection, (kinds, ids): Places<'_>, on: Option<NaiveDate>) -> Result<UnitId> {
        let parent = self.moves_to.as_ref().and_then(|above| above.as_deref()).and_then(|uid| ids.get(uid)).copied();
        // A unit exists no longer than the one above it.
        let starts = parent.map(|parent| span::list(connection, parent)).transpose()?;
        let starts = starts.and_then(|spans| spans.first().and_then(|span| span.starts_on));
        let kind = check::find_kind(kinds, &self.kind)?;
        let facts = UnitFacts { code: self.free_code(connection, None)?, ..self.facts() };
        let place = Place { parent, name: self.name.clone(), level: kind.level, kind: kind.code.clone(), position: 0 };
        let unit = CheckedUnit { place, starts_on: on.max(starts), facts, contacts: Vec::new() };
        edit::insert(connection, &unit, "")
    }

    fn change(
        &self,
        connection: &Connection,
        known: &Known,
        (kinds, ids): Places<'_>,
        on: Option<NaiveDate>,
    ) -> Result<()> {
        let facts = self.facts_over(connection, known)?;
        if facts != known.facts {
            unit::set_facts(connection, known.id, &facts)?;
        }
        let parent = match &self.moves_to {
            Some(above) => above.as_deref().and_then(|uid| ids.get(uid)).copied(),
            None => known.parent,
        };
        let life = Life::read(connection, known.id)?;
        let Some(last) = life.spans.last().filter(|span| span.ends_on.is_none()) else { return Ok(()) };
        let kind = check::find_kind(kinds, &self.kind)?;
        let position = if parent == last.place.parent { last.place.position } else { 0 };
        let place = Place { parent, name: self.name.clone(), level: kind.level, kind: kind.code.clone(), position };
        if place == last.place {
            return Ok(());
        }
        if let Some(parent) = parent {
            change::refuse_too_deep(connection, Some(known.id), parent, on.unwrap_or(SINCE_EVER))?;
        }
        match on.filter(|on| last.starts_on.is_none_or(|start| start <= *on)) {
            Some(on) => life.change(connection, (on, ""), &place),
            // The book knows of a later change: the file puts right what stands there last.
            None => {
                span::set(connection, &StoredSpan { place, ..last.clone() })?;
                unit::follow_last_span(connection, known.id)
            }
        }
    }

    fn facts(&self) -> UnitFacts {
        let SentUnit { members, sector, has_page, .. } = &self.sent;
        UnitFacts {
            members: *members,
            sector: *sector,
            has_page: *has_page,
            code: String::new(),
            followed_by: String::new(),
        }
    }

    /// What the file says anew; else what the book knows, and what the file says where it knows nothing.
    fn facts_over(&self, connection: &Connection, known: &Known) -> Result<UnitFacts> {
        let (sent, base, own) = (&self.sent, self.base.as_ref(), &known.facts);
        let sector = Some(sent.sector).filter(|sector| *sector != EmployerSector::Unknown);
        let own_sector = Some(own.sector).filter(|sector| *sector != EmployerSector::Unknown);
        let is_news = |differs: fn(&SentUnit, &SentUnit) -> bool| base.is_some_and(|base| differs(base, sent));
        let members = if is_news(|one, two| one.members != two.members) { sent.members } else { own.members };
        let has_page = if is_news(|one, two| one.has_page != two.has_page) { sent.has_page } else { own.has_page };
        let newer = if is_news(|one, two| one.sector != two.sector) { sector } else { own_sector };
        Ok(UnitFacts {
            code: if own.code.is_empty() { self.free_code(connection, Some(known.id))? } else { own.code.clone() },
            members: members.or(sent.members),
            sector: newer.or(sector).unwrap_or_default(),
            has_page: has_page.or(sent.has_page),
            followed_by: own.followed_by.clone(),
        })
    }

    /// The code that the file gives it, unless the book has it for another unit.
    fn free_code(&self, connection: &Connection, but: Option<UnitId>) -> Result<String> {
        match check::code_is_free(connection, &self.sent.code, but) {
            Ok(()) => Ok(self.sent.code.clone()),
            Err(error) if error.code() == ErrorCode::CodeTaken => Ok(String::new()),
            Err(error) => Err(error),
        }
    }
}

/// The kinds of the book, those that the units need and it does not have added.
fn with_new_kinds(connection: &Connection, file: &CampaignPayload, units: &[Matched]) -> Result<Vec<UnitKind>> {
    let known = kind::list(connection)?;
    let is_needed = |kind: &&UnitKind| units.iter().any(|unit| unit.kind == kind.code);
    for new in file.kinds.iter().filter(is_needed).filter(|new| !known.iter().any(|kind| kind.code == new.code)) {
        kind::set(connection, &UnitKind { name: text::clean_line(&new.name), ..new.clone() })?;
    }
    kind::list(connection)
}
