//! What our office knows, made ready for files to be compared with.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::Result;
use crate::model::{ImportCandidate, UnitId, UnitKind, UnitRef};
use crate::plan::Plan;
use crate::store;
use crate::store::organisation::kind;
use crate::unit_list::names::Name;
use crate::unit_list::{Index, KnownUnit, Office};

/// The files of one unit for one phase: version, sequence, hash of the payload, day it came.
pub type Kept = (u32, i64, String, Option<NaiveDate>);

/// What is known before a drop is looked at.
pub struct Desk {
    pub plan: Arc<Plan>,
    /// Public key of the office that leads the campaign; empty without a plan file.
    pub issuer: String,
    pub our_uid: String,
    /// True for a book with invented data.
    pub is_sample: bool,
    our_name: String,
    our_level: crate::model::UnitLevel,
    by_uid: HashMap<String, UnitId>,
    pub names: HashMap<UnitId, String>,
    /// Public keys by unit.
    pub keys: HashMap<UnitId, String>,
    pub kept: HashMap<(UnitId, String), Vec<Kept>>,
    units: Vec<KnownUnit>,
    kinds: Vec<UnitKind>,
}

impl Desk {
    pub fn read(book: &Book, today: NaiveDate) -> Result<Desk> {
        let current = book.current()?;
        let connection = &book.connection;
        let ours = store::unit::find_ours(connection)?.map(|(_, ours)| ours);
        let listed = store::organisation::unit::list_in_files(connection)?;
        let mut kept: HashMap<(UnitId, String), Vec<Kept>> = HashMap::new();
        for (unit, phase, version, sequence, sha256, on) in
            store::received_file::list_marks(connection, current.campaign)?
        {
            kept.entry((unit, phase)).or_default().push((version, sequence, sha256, Some(on)));
        }
        let by_uid = listed.iter().filter(|(_, uid, _)| !uid.is_empty()).map(|(id, uid, _)| (uid.clone(), *id));
        Ok(Desk {
            issuer: store::campaign::find_issue(connection, current.campaign)?.0,
            is_sample: book.is_sample(),
            our_uid: store::unit::find_uid(connection, current.unit)?,
            our_level: ours.as_ref().map_or(crate::model::UnitLevel::Grassroots, |ours| ours.level),
            our_name: ours.map(|ours| ours.name).unwrap_or_default(),
            by_uid: by_uid.collect(),
            names: listed.into_iter().map(|(id, _, name)| (id, name)).collect(),
            keys: store::trusted_key::list(connection)?,
            kept,
            units: book.known_units(today)?,
            kinds: kind::list(connection)?,
            plan: current.plan,
        })
    }

    /// The unit of a name in files.
    pub fn of_uid(&self, uid: &str) -> Option<UnitId> {
        self.by_uid.get(uid).copied()
    }

    /// The one unit that this key is known of.
    pub fn of_key(&self, key: &str) -> Option<UnitId> {
        let mut owners = self.keys.iter().filter(|(_, known)| *known == key).map(|(unit, _)| *unit);
        owners.next().filter(|_| owners.next().is_none())
    }
}

/// The names of the units; made when a file first needs them.
pub struct Names<'a> {
    desk: &'a Desk,
    index: OnceCell<Index<'a>>,
}

impl<'a> Names<'a> {
    pub fn new(desk: &'a Desk) -> Names<'a> {
        Names { desk, index: OnceCell::new() }
    }

    fn index(&self) -> &Index<'a> {
        self.index.get_or_init(|| {
            let Desk { our_name, our_level, units, kinds, .. } = self.desk;
            Index::new(Office { our_name, our_level: *our_level, units, kinds })
        })
    }

    /// The one unit that a name stands for, if there is exactly one, and the units that it may stand for.
    pub fn look_up(&self, unit: &UnitRef) -> (Option<UnitId>, Vec<ImportCandidate>) {
        let name = Name::new(&unit.name);
        if !name.is_name() {
            return (None, Vec::new());
        }
        let index = self.index();
        let agrees = |at: &usize| index.names.get(*at).is_some_and(|known| known.marks_agree(&name));
        let whole: Vec<usize> = index.of_key(&name.key).iter().copied().filter(agrees).collect();
        let superior = Name::new(&unit.superior).place;
        let candidates: Vec<ImportCandidate> = if whole.is_empty() {
            let alike = index.alike(&name, |_| true);
            alike.into_iter().filter_map(|(at, likeness)| index.candidate(at, likeness)).collect()
        } else {
            whole.iter().filter_map(|at| index.candidate(*at, 100)).collect()
        };
        let is_there = |candidate: &&ImportCandidate| {
            superior.is_empty()
                || candidate.parent_name.is_empty()
                || Name::new(&candidate.parent_name).place == superior
        };
        let mut same = candidates.iter().filter(|_| !whole.is_empty()).filter(is_there);
        let only = same.next().map(|candidate| candidate.unit).filter(|_| same.next().is_none());
        (only, candidates)
    }
}
