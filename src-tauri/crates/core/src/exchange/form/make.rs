//! Forms out of the book: for one unit, for many, or for whoever needs one.

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, Result};
use crate::expected::{Attributes, Rules, SeenUnit};
use crate::hash::sha256;
use crate::history::{Change, Moment};
use crate::model::{
    LedgerDirection, LedgerKind, LedgerLine, Op, Outcome, SealedFile, UnitFacts, UnitId, UnitLevel, UnitRef,
};
use crate::plan::{Activity, Phase};
use crate::store::{received_file, unit, unit_uid};
use crate::{export, store, text, timeline};

use super::FORM_FORMAT;
use super::codes::FormHead;
use super::rows::{self, AskedActivity};
use super::write::{self, FormSheets};

impl Book {
    /// The Excel form of a phase for a unit; `None` for a form into which a unit writes its name itself.
    ///
    /// # Errors
    /// `not_set_up`, `not_found` for phase or unit.
    pub fn excel_form(&self, phase: &str, unit: Option<UnitId>, today: NaiveDate) -> Result<SealedFile> {
        self.form(&Rules::read(self)?, phase, unit, today)
    }

    /// Writes the forms of units into a folder and their lines into the ledger; no units: all of which the report is
    /// expected. Gives how many.
    ///
    /// # Errors
    /// As [`Book::excel_form`]; what the disk reports.
    pub fn make_forms(
        &mut self,
        moment: &Moment,
        phase: &str,
        units: &[UnitId],
        folder: &std::path::Path,
    ) -> Result<(Outcome, u32)> {
        let rules = Rules::read(self)?;
        let named = rules.phase(phase)?.clone();
        let units = if units.is_empty() { self.asked_units(&named, moment.today)? } else { units.to_vec() };
        let mut lines = Vec::with_capacity(units.len());
        std::fs::create_dir_all(folder).map_err(Error::io("create the folder", folder))?;
        for unit in &units {
            let file = self.form(&rules, phase, Some(*unit), moment.today)?;
            export::save(&folder.join(&file.file_name), &file.bytes)?;
            lines.push(ledger_line(*unit, &named.code, &file, moment.today));
        }
        let n = u32::try_from(units.len()).unwrap_or(u32::MAX);
        let outcome = self.write_forms_down(moment, &named, &lines)?;
        Ok((outcome, n))
    }

    /// Writes down that the form of one unit was made.
    ///
    /// # Errors
    /// What SQLite reports; `not_found` for the phase.
    pub fn make_form(&mut self, moment: &Moment, phase: &str, unit: UnitId) -> Result<(Outcome, SealedFile)> {
        let rules = Rules::read(self)?;
        let named = rules.phase(phase)?.clone();
        let file = self.form(&rules, phase, Some(unit), moment.today)?;
        let outcome = self.write_forms_down(moment, &named, &[ledger_line(unit, phase, &file, moment.today)])?;
        Ok((outcome, file))
    }

    fn write_forms_down(&mut self, moment: &Moment, phase: &Phase, lines: &[LedgerLine]) -> Result<Outcome> {
        let campaign = self.current()?.campaign;
        let named = self.newly_named(lines)?;
        let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
        let change = Change { op: Op::MakeForms, subject: phase.name.clone(), count };
        self.transact(moment, &change, |transaction| {
            named.iter().try_for_each(|(unit, uid)| unit_uid::set(transaction, *unit, uid))?;
            let at = (moment.instant(), moment.who.as_str());
            lines.iter().try_for_each(|line| store::ledger::add(transaction, campaign, (&at.0, at.1), line))
        })
    }

    /// Units that have no name in files yet, with the one that their form gives them, so that it is known again when it comes
    /// back. Where another office leads the campaign, it names the units.
    fn newly_named(&self, lines: &[LedgerLine]) -> Result<Vec<(UnitId, String)>> {
        let issuer = self.campaign_ref()?.issuer;
        if !issuer.is_empty() && issuer != self.office_key()?.public() {
            return Ok(Vec::new());
        }
        let mut named = Vec::new();
        for unit in lines.iter().filter_map(|line| line.unit) {
            if unit_uid::read(&self.connection, unit)?.is_empty() {
                named.push((unit, self.uid_for(unit)?));
            }
        }
        Ok(named)
    }

    /// The units of which the report of a phase is expected.
    fn asked_units(&self, phase: &Phase, today: NaiveDate) -> Result<Vec<UnitId>> {
        let register = self.register(&phase.code, crate::model::StructureOf::Then, today)?;
        Ok(register.rows.into_iter().filter(|row| row.is_expected).map(|row| row.unit).collect())
    }

    fn form(&self, rules: &Rules, phase: &str, id: Option<UnitId>, today: NaiveDate) -> Result<SealedFile> {
        let phase = rules.phase(phase)?;
        let (head, due_on, activities) = match id {
            Some(id) => self.asked_of(rules, phase, id, today)?,
            None => self.asked_of_whoever(rules, phase)?,
        };
        let plan = &rules.current.plan;
        let name = if head.unit.name.is_empty() { "don-vi".to_owned() } else { text::file_name(&head.unit.name) };
        let name: String = name.chars().take(80).collect();
        // Units of one name must not write over each other's forms.
        let uid = head.unit.uid.rsplit('-').next().unwrap_or_default().to_owned();
        let file_name = format!("Bieu-mau_{}_{name}_{uid}.xlsx", phase.code).replace("_.", ".");
        let sheets = FormSheets {
            head,
            phase_name: phase.name.clone(),
            plan: timeline::document_line(plan),
            office: self.our_name()?,
            due_on,
            figures: rows::figures(plan),
            activities,
            sections: rows::sections(plan),
        };
        Ok(SealedFile { file_name, bytes: write::workbook(&sheets)? })
    }

    fn asked_of(&self, rules: &Rules, phase: &Phase, id: UnitId, today: NaiveDate) -> Result<Asked> {
        let seen = SeenUnit::read(&self.connection, id)?;
        let named = self.ref_of(id, today)?;
        let uid = if named.uid.is_empty() { self.uid_for(id)? } else { named.uid };
        let campaign = rules.current.campaign;
        let came = received_file::list_of_unit(&self.connection, campaign, (id, &phase.code))?;
        let head = FormHead {
            format: FORM_FORMAT,
            campaign: self.campaign_ref()?,
            unit: UnitRef { uid, ..named },
            phase: phase.code.clone(),
            version: came.first().map_or(0, |last| last.head.version) + 1,
            is_sample: self.is_sample(),
        };
        let items = rules.items(&seen, today);
        let of_phase = items.into_iter().filter(|item| item.phase == phase.code);
        let (mut due_on, mut activities) = (None, Vec::new());
        for item in of_phase {
            if item.activity.is_empty() {
                due_on = item.due_on;
            } else if item.exception.as_ref().is_none_or(|exception| exception.due_on.is_some()) {
                activities.push(AskedActivity { code: item.activity, title: item.title, due_on: item.due_on });
            }
        }
        Ok((head, due_on, activities))
    }

    /// A form for a grassroots unit that nobody has entered yet.
    fn asked_of_whoever(&self, rules: &Rules, phase: &Phase) -> Result<Asked> {
        let level = UnitLevel::Grassroots;
        let facts = UnitFacts::default();
        let attributes = Attributes::of((level, ""), &facts);
        let unit = UnitRef { uid: String::new(), name: String::new(), superior: self.our_name()?, level };
        let head = FormHead {
            format: FORM_FORMAT,
            campaign: self.campaign_ref()?,
            unit,
            phase: phase.code.clone(),
            version: 1,
            is_sample: self.is_sample(),
        };
        let is_asked = |activity: &&Activity| {
            activity.phase == phase.code && crate::expected::applies(&activity.scope, &attributes)
        };
        let asked = |activity: &Activity| AskedActivity {
            code: activity.code.clone(),
            title: activity.title.clone(),
            due_on: rules.schedule.activity(activity).ends_on,
        };
        let activities = rules.current.plan.activities.iter().filter(is_asked).map(asked).collect();
        Ok((head, rules.usual_report_due(phase), activities))
    }

    /// The name in files that our office would give a unit that has none yet.
    fn uid_for(&self, id: UnitId) -> Result<String> {
        let key = self.office_key()?.public();
        Ok(format!("{}-{id}", key.get(..8).unwrap_or_default()))
    }

    /// The unit that a name in files stands for: the one that has it, or the one to which our office would give it.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn unit_of_uid(&self, uid: &str) -> Result<Option<UnitId>> {
        if uid.is_empty() {
            return Ok(None);
        }
        if let Some(id) = unit_uid::find(&self.connection, uid)? {
            return Ok(Some(id));
        }
        let Some(id) = uid.rsplit_once('-').and_then(|(_, id)| id.parse().ok()).map(UnitId) else { return Ok(None) };
        let is_ours = self.uid_for(id)? == uid && unit::find_uid(&self.connection, id)?.is_empty();
        let exists = is_ours && store::organisation::unit::get(&self.connection, id).is_ok();
        Ok(exists.then_some(id))
    }
}

/// Head, due day and activities of a form.
type Asked = (FormHead, Option<NaiveDate>, Vec<AskedActivity>);

fn ledger_line(unit: UnitId, phase: &str, file: &SealedFile, today: NaiveDate) -> LedgerLine {
    LedgerLine {
        direction: LedgerDirection::Sent,
        kind: LedgerKind::Form,
        unit: Some(unit),
        phase: phase.to_owned(),
        version: 0,
        file_name: file.file_name.clone(),
        sha256: sha256(&file.bytes),
        on: today,
        note: String::new(),
    }
}
