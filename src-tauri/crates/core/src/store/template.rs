//! Word templates of the office's own: what is kept of them, and which report is written out with which.

use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use crate::error::{Doing as _, Result};
use crate::model::{CampaignId, TemplateId, UnitId, WordTemplate};

const COLUMNS: &str = "id, name, sha256, size, added_at";

/// `is_missing` is false here: the store does not look at files.
fn row_to_template(row: &Row<'_>) -> rusqlite::Result<WordTemplate> {
    Ok(WordTemplate {
        id: TemplateId(row.get("id")?),
        name: row.get("name")?,
        sha256: row.get("sha256")?,
        size: row.get("size")?,
        added_at: row.get("added_at")?,
        is_missing: false,
    })
}

/// All templates, in the order in which they were added.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection) -> Result<Vec<WordTemplate>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM report_template ORDER BY id"))
        .and_then(|mut statement| statement.query_map([], row_to_template)?.collect())
        .doing("reading the templates")
}

/// Adds a template, or gives the one of that id another file.
///
/// # Errors
/// What SQLite reports.
pub fn set(connection: &Connection, id: Option<TemplateId>, template: &WordTemplate) -> Result<()> {
    let WordTemplate { id: _, name, sha256, size, added_at, is_missing: _ } = template;
    connection
        .prepare_cached(
            "INSERT INTO report_template (id, name, sha256, size, added_at)
             VALUES (:id, :name, :sha256, :size, :added_at)
             ON CONFLICT (id) DO UPDATE SET
                 name = excluded.name, sha256 = excluded.sha256, size = excluded.size, added_at = excluded.added_at",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":id": id.map(|id| id.0), ":name": name, ":sha256": sha256, ":size": size, ":added_at": added_at,
            })
        })
        .doing("writing a template")
        .map(drop)
}

/// Removes a template; reports that had it are written in the program's form again.
///
/// # Errors
/// What SQLite reports.
pub fn remove(connection: &Connection, id: TemplateId) -> Result<()> {
    connection
        .execute("UPDATE report SET template_id = NULL WHERE template_id = ?1", [id.0])
        .doing("letting go of a template")?;
    connection.execute("DELETE FROM report_template WHERE id = ?1", [id.0]).doing("removing a template").map(drop)
}

/// The template of a report; `None` is the program's own form.
///
/// # Errors
/// What SQLite reports.
pub fn find_chosen(
    connection: &Connection,
    (unit, campaign): (UnitId, CampaignId),
    phase: &str,
) -> Result<Option<TemplateId>> {
    connection
        .prepare_cached("SELECT template_id FROM report WHERE unit_id = ?1 AND campaign_id = ?2 AND phase = ?3")
        .and_then(|mut statement| {
            statement.query_row((unit.0, campaign.0, phase), |row| row.get::<_, Option<i64>>(0)).optional()
        })
        .doing("reading the template of a report")
        .map(|found| found.flatten().map(TemplateId))
}

/// Chooses the template of a report, which must have a row.
///
/// # Errors
/// What SQLite reports.
pub fn choose(
    connection: &Connection,
    (unit, campaign): (UnitId, CampaignId),
    phase: &str,
    template: Option<TemplateId>,
) -> Result<()> {
    connection
        .execute(
            "UPDATE report SET template_id = ?4 WHERE unit_id = ?1 AND campaign_id = ?2 AND phase = ?3",
            (unit.0, campaign.0, phase, template.map(|template| template.0)),
        )
        .doing("choosing a template")
        .map(drop)
}
