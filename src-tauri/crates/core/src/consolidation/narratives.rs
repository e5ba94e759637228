//! The reading room: what all units wrote into one section, beside each other.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use super::alike;
use super::gathered::is_there;
use super::pick::credit;
use crate::book::Book;
use crate::error::Result;
use crate::model::{
    NarrativeGroup, NarrativeSection, NarrativeText, Narratives, ReceivedFile, ReceivedFileId, RegisterRow, RichText,
    SentSection, StructureOf, TextBlock, TextInline, UnitId,
};
use crate::plan::Compose;
use crate::reports::compose::NOTHING;
use crate::snapshot::Snapshot;
use crate::store;

impl Book {
    /// The sections of the report of a phase, and how many units wrote them.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn narrative_sections(&self, phase: &str, today: NaiveDate) -> Result<Vec<NarrativeSection>> {
        let room = Room::read(self, phase, today)?;
        let current = self.current()?;
        let outline = current.plan.report.outline.iter().filter(|section| section.compose != Compose::Nothing);
        let section = |section: &crate::plan::OutlineSection| {
            let said: Vec<&Said> = room.said.iter().filter(|said| said.section.code == section.code).collect();
            let count = |filter: &dyn Fn(&&&Said) -> bool| {
                u32::try_from(said.iter().filter(filter).count()).unwrap_or(u32::MAX)
            };
            NarrativeSection {
                code: section.code.clone(),
                number: section.number.clone(),
                title: section.title.clone(),
                n_own: count(&|said| said.section.is_own),
                n_composed: count(&|said| !said.section.is_own),
                n_picked: count(&|said| room.is_picked(said)),
            }
        };
        Ok(outline.map(section).collect())
    }

    /// What all units wrote into one section: texts that are nearly the same together.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn narratives(&self, phase: &str, section: &str, today: NaiveDate) -> Result<Narratives> {
        let room = Room::read(self, phase, today)?;
        let (own, composed): (Vec<&Said>, Vec<&Said>) =
            room.said.iter().filter(|said| said.section.code == section).partition(|said| said.section.is_own);
        let n_said = own.len() + composed.len();
        let mut groups = room.grouped(&own, true);
        groups.extend(room.grouped(&composed, false));
        let n_silent = u32::try_from(room.n_reports.saturating_sub(n_said)).unwrap_or(u32::MAX);
        Ok(Narratives { section: section.to_owned(), groups, n_silent })
    }
}

/// Letters of a line by which it is known; shorter ones stand in many reports.
const TELLING: usize = 24;

/// A text of a unit.
pub(super) struct Said {
    pub(super) unit: UnitId,
    pub(super) name: String,
    pub(super) file: ReceivedFileId,
    pub(super) section: SentSection,
}

/// All texts of the reports that count, in the order of the tree.
struct Room {
    said: Vec<Said>,
    n_reports: usize,
    picked: BTreeSet<(String, ReceivedFileId)>,
    /// Sections of our report in the official's own words: what was picked stands in one of them, or was deleted again.
    ours: BTreeMap<String, String>,
}

impl Room {
    fn read(book: &Book, phase: &str, today: NaiveDate) -> Result<Room> {
        Snapshot::read(book, today)?.phase(phase)?;
        let campaign = book.current()?.campaign;
        let register = book.register(phase, StructureOf::Then, today)?;
        let places: HashMap<UnitId, (usize, &RegisterRow)> =
            register.rows.iter().enumerate().map(|(place, row)| (row.unit, (place, row))).collect();
        let mut by_place: BTreeMap<usize, Vec<Said>> = BTreeMap::new();
        store::received_file::each_sections(&book.connection, campaign, phase, |file, sections| {
            if let Some((place, row)) = places.get(&file.head.unit).filter(|(_, row)| is_there(row)) {
                by_place.insert(*place, said(row, &file, sections));
            }
        })?;
        Ok(Room {
            n_reports: by_place.len(),
            said: by_place.into_values().flatten().collect(),
            picked: store::picked_text::list(&book.connection, campaign, phase)?,
            ours: book.kept_sections(phase)?.into_iter().map(|(code, kept)| (code, kept.kept.plain())).collect(),
        })
    }

    /// It was picked, and stands in our report still.
    fn is_picked(&self, said: &Said) -> bool {
        self.picked.contains(&(said.section.code.clone(), said.file))
            && self.ours.get(&said.section.code).is_some_and(|ours| stands_in(ours, said))
    }

    fn grouped(&self, said: &[&Said], is_own: bool) -> Vec<NarrativeGroup> {
        let words: Vec<Vec<String>> =
            said.iter().map(|said| alike::words(&said.section.text.plain(), &said.name)).collect();
        let text = |said: &&Said| NarrativeText {
            unit: said.unit,
            name: said.name.clone(),
            file: said.file,
            text: said.section.text.clone(),
            is_picked: self.is_picked(said),
        };
        let group = |numbers: Vec<usize>| NarrativeGroup {
            is_own,
            texts: numbers.into_iter().filter_map(|number| said.get(number)).map(text).collect(),
        };
        let mut groups: Vec<NarrativeGroup> = alike::groups(&words).into_iter().map(group).collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.texts.len()));
        groups
    }
}

/// Whether a text that was picked is still there: by the name that it was credited to, or by a line of it, should the official
/// have written the credit in another way.
fn stands_in(ours: &str, said: &Said) -> bool {
    let lines = said.section.text.content.iter().map(TextBlock::plain);
    let mut lines = lines.map(|line| line.trim().trim_end_matches('.').to_owned());
    ours.contains(&credit(&said.name)) || lines.any(|line| line.chars().count() >= TELLING && ours.contains(&line))
}

/// What a report says in its sections; nothing of those that say only that there is nothing.
fn said(row: &RegisterRow, file: &ReceivedFile, sections: Vec<SentSection>) -> Vec<Said> {
    let of_section = |section: SentSection| {
        let section = SentSection { text: in_letters(&section.text), ..section };
        let plain = section.text.plain();
        let says = !plain.trim().is_empty() && (section.is_own || plain.trim() != NOTHING);
        says.then(|| Said { unit: row.unit, name: row.name.clone(), file: file.id, section })
    };
    sections.into_iter().filter_map(of_section).collect()
}

/// The text without anything that is linked to the book of the unit: figures as their letters, no tables and charts.
pub(super) fn in_letters(text: &RichText) -> RichText {
    let letters = |inline: &TextInline| match inline {
        TextInline::Text { .. } => inline.clone(),
        TextInline::Figure { attrs, marks } => TextInline::Text { text: attrs.value.clone(), marks: marks.clone() },
    };
    let content = |content: &[TextInline]| content.iter().map(letters).collect();
    let block = |block: &TextBlock| match block {
        TextBlock::Paragraph { content: inside } => Some(TextBlock::Paragraph { content: content(inside) }),
        TextBlock::Heading { content: inside } => Some(TextBlock::Heading { content: content(inside) }),
        TextBlock::DashItem { content: inside } => Some(TextBlock::DashItem { content: content(inside) }),
        TextBlock::FigureTable { .. } | TextBlock::Chart { .. } => None,
    };
    RichText { content: text.content.iter().filter_map(block).collect() }
}
