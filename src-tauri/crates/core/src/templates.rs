//! Word templates of the office's own in the book: looked at before they are kept, chosen for a report, removed.
//!
//! A file is kept under the hash of its content where evidence is kept, and is never removed there: removing a template
//! can be taken back. So it moves and is copied with the book.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::evidence::vanished_or_failed;
use crate::export::template;
use crate::history::{Change, Moment};
use crate::model::{
    Op, Outcome, ReportContent, TemplateCheck, TemplateChoice, TemplateFault, TemplateFinding, TemplateId, WordTemplate,
};
use crate::reports;
use crate::snapshot::Snapshot;
use crate::{export, hash, store, text};

const NAME_LIMIT: usize = 100;

/// Looks at a file that may become a template.
///
/// # Errors
/// `file_vanished`, `not_a_file`, `io`.
pub fn check_file(path: &Path) -> Result<TemplateCheck> {
    Ok(read(path)?.map_or_else(too_large, |bytes| template::check(&bytes)))
}

impl Book {
    /// All templates.
    ///
    /// # Errors
    /// What SQLite reports.
    pub fn list_templates(&self) -> Result<Vec<WordTemplate>> {
        let mut templates = store::template::list(&self.connection)?;
        for template in &mut templates {
            template.is_missing = !self.evidence_path(&template.sha256).is_file();
        }
        templates.sort_by_key(|template| text::fold(&template.name));
        Ok(templates)
    }

    /// Keeps a file as a template, under that name or, without one, under its own. One of the same name gives way to it, and
    /// the reports that had that one have this one.
    ///
    /// # Errors
    /// `bad_template` with the first thing that is wrong; `required`, `too_long`, `file_vanished`, `not_a_file`, `io`.
    pub fn add_template(&mut self, moment: &Moment, path: &Path, name: &str) -> Result<Outcome> {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = if name.trim().is_empty() { stem } else { name.to_owned() };
        let name = text::require_line("name", &name, NAME_LIMIT)?;
        let bytes = read(path)?;
        let check = bytes.as_deref().map_or_else(too_large, template::check);
        if let Some(finding) = check.findings.iter().find(|finding| !finding.is_warning) {
            return Err(template::refused(finding).with("path", path.display()));
        }
        let bytes = bytes.unwrap_or_default();
        let sha256 = hash::sha256(&bytes);
        let kept = self.evidence_path(&sha256);
        let folder = kept.parent().unwrap_or(self.folder());
        fs::create_dir_all(folder).map_err(Error::io("create the folder", folder))?;
        export::save(&kept, &bytes)?;
        let known = self.list_templates()?.into_iter().find(|known| text::fold(&known.name) == text::fold(&name));
        let template = WordTemplate {
            id: TemplateId(0),
            name: name.clone(),
            sha256,
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            added_at: moment.instant(),
            is_missing: false,
        };
        self.transact(moment, &Change::of(Op::AddTemplate, name), |transaction| {
            store::template::set(transaction, known.map(|known| known.id), &template)
        })
    }

    /// Removes a template; the reports that had it are written in the program's form again.
    ///
    /// # Errors
    /// `not_found`.
    pub fn remove_template(&mut self, moment: &Moment, id: TemplateId) -> Result<Outcome> {
        let template = self.get_template(id)?;
        self.transact(moment, &Change::of(Op::RemoveTemplate, template.name), |transaction| {
            store::template::remove(transaction, id)
        })
    }

    /// In what form the report of a phase is written out, and what it could be.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn template_choice(&self, phase: &str) -> Result<TemplateChoice> {
        let current = self.current()?;
        let chosen = store::template::find_chosen(&self.connection, (current.unit, current.campaign), phase)?;
        Ok(TemplateChoice { chosen, templates: self.list_templates()? })
    }

    /// Chooses the template of a report; `None` is the program's own form.
    ///
    /// # Errors
    /// `not_found`, `report_sent`.
    pub fn set_report_template(
        &mut self,
        moment: &Moment,
        phase: &str,
        template: Option<TemplateId>,
    ) -> Result<Outcome> {
        let snapshot = Snapshot::read(self, moment.today)?;
        let report = reports::writable(&snapshot, phase)?;
        if let Some(id) = template {
            self.get_template(id)?;
        }
        let whose = (snapshot.current.unit, snapshot.current.campaign);
        let change = Change::of(Op::SetReportTemplate, snapshot.phase(phase)?.name.as_str());
        self.transact(moment, &change, |transaction| {
            if template.is_some() && !snapshot.reports.contains_key(phase) {
                store::report::set(transaction, whose, phase, &report)?;
            }
            store::template::choose(transaction, whose, phase, template)
        })
    }

    /// The report of a phase as a Word file, in the form that was chosen for it.
    ///
    /// # Errors
    /// As [`Book::word_in_form`].
    pub fn report_word(&self, phase: &str, today: NaiveDate) -> Result<Vec<u8>> {
        let content = self.report_content(phase, today)?;
        let chosen = self.template_choice(phase)?.chosen;
        self.word_in_form(&content, chosen)
    }

    /// A report as a Word file, in the form of a template or in the program's own.
    ///
    /// # Errors
    /// `not_found`; `file_vanished`, `evidence_changed` if the kept template is gone or no longer what was kept;
    /// `bad_template`.
    pub fn word_in_form(&self, content: &ReportContent, form: Option<TemplateId>) -> Result<Vec<u8>> {
        let Some(id) = form else { return export::report_docx(content) };
        let template = self.get_template(id)?;
        let kept = self.evidence_path(&template.sha256);
        let named = |error: Error| error.with("path", &template.name);
        let bytes = fs::read(&kept).map_err(|error| named(vanished_or_failed(&kept, error)))?;
        if hash::sha256(&bytes) != template.sha256 {
            return Err(named(Error::refused(ErrorCode::EvidenceChanged, "using a Word template")));
        }
        template::fill(&bytes, content).map_err(named)
    }

    /// A template to begin with: the program's form of this unit's reports, with fields.
    ///
    /// # Errors
    /// `not_set_up`.
    pub fn template_sample(&self, today: NaiveDate) -> Result<Vec<u8>> {
        let current = self.current()?;
        let phase = current.plan.phases.first().map(|phase| phase.code.clone()).unwrap_or_default();
        template::sample(&self.report_content(&phase, today)?)
    }

    fn get_template(&self, id: TemplateId) -> Result<WordTemplate> {
        let templates = store::template::list(&self.connection)?;
        templates.into_iter().find(|known| known.id == id).ok_or_else(|| Error::not_found("template", id))
    }
}

/// The content of a file; `None` if it is too large to be one of ours.
fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    let facts = fs::metadata(path).map_err(|error| vanished_or_failed(path, error))?;
    if !facts.is_file() {
        return Err(Error::refused(ErrorCode::NotAFile, "reading a template").with("path", path.display()));
    }
    if facts.len() > template::FILE_LIMIT {
        return Ok(None);
    }
    fs::read(path).map(Some).map_err(|error| vanished_or_failed(path, error))
}

fn too_large() -> TemplateCheck {
    TemplateCheck { findings: vec![TemplateFinding::of_file(TemplateFault::TooLarge, "")], fields: Vec::new() }
}
