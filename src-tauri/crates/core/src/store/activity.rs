//! Activities: of the plan by their code, of our own with all that they are.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use crate::error::{Doing as _, Result};
use crate::model::{ActivityId, CampaignId, OwnActivity};

/// An activity of our own with its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredOwnActivity {
    /// Its id.
    pub id: ActivityId,
    /// Its code.
    pub code: String,
    /// What was entered.
    pub activity: OwnActivity,
}

/// Adds the activities of a plan.
///
/// # Errors
/// What SQLite reports.
pub fn add_of_plan<'a>(
    connection: &Connection,
    campaign: CampaignId,
    codes: impl Iterator<Item = &'a str>,
) -> Result<()> {
    let mut statement = connection
        .prepare("INSERT INTO activity (campaign_id, code) VALUES (?1, ?2)")
        .doing("adding the activities of the plan")?;
    for code in codes {
        statement.execute((campaign.0, code)).doing("adding an activity of the plan")?;
    }
    Ok(())
}

/// Ids by code.
///
/// # Errors
/// What SQLite reports.
pub fn list_ids(connection: &Connection, campaign: CampaignId) -> Result<BTreeMap<String, ActivityId>> {
    connection
        .prepare_cached("SELECT code, id FROM activity WHERE campaign_id = ?1")
        .and_then(|mut statement| {
            statement.query_map([campaign.0], |row| Ok((row.get(0)?, ActivityId(row.get(1)?))))?.collect()
        })
        .doing("reading the activities")
}

/// Activities of our own, in the order in which they were added.
///
/// # Errors
/// What SQLite reports.
pub fn list_own(connection: &Connection, campaign: CampaignId) -> Result<Vec<StoredOwnActivity>> {
    let mut forms = list_forms(connection, campaign)?;
    let read = |row: &Row<'_>| {
        let id = row.get("id")?;
        let (starts_on, due_on): (NaiveDate, NaiveDate) = (row.get("starts_on")?, row.get("due_on")?);
        Ok(StoredOwnActivity {
            id: ActivityId(id),
            code: row.get("code")?,
            activity: OwnActivity {
                attached_to: row.get("attached_code")?,
                title: row.get("title")?,
                explanation: row.get("explanation")?,
                forms: forms.remove(&id).unwrap_or_default(),
                starts_on,
                due_on,
            },
        })
    };
    connection
        .prepare_cached(
            "SELECT own.id, own.code, plan.code AS attached_code, own.title, own.explanation, own.starts_on, own.due_on
             FROM activity AS own JOIN activity AS plan ON plan.id = own.attached_to
             WHERE own.campaign_id = ?1 ORDER BY own.id",
        )
        .and_then(|mut statement| statement.query_map([campaign.0], read)?.collect())
        .doing("reading our own activities")
}

fn list_forms(connection: &Connection, campaign: CampaignId) -> Result<BTreeMap<i64, Vec<String>>> {
    let mut forms: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    let mut statement = connection
        .prepare_cached(
            "SELECT activity_id, form FROM activity_form JOIN activity ON activity.id = activity_id
             WHERE campaign_id = ?1 ORDER BY activity_id, position",
        )
        .doing("reading the forms of activities")?;
    let rows = statement
        .query_map([campaign.0], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
        .doing("reading the forms of activities")?;
    for row in rows {
        let (activity, form) = row.doing("reading a form of an activity")?;
        forms.entry(activity).or_default().push(form);
    }
    Ok(forms)
}

/// Adds an activity of our own.
///
/// # Errors
/// What SQLite reports.
pub fn add_own(
    connection: &Connection,
    campaign: CampaignId,
    code: &str,
    attached_to: ActivityId,
    activity: &OwnActivity,
) -> Result<()> {
    let id = connection
        .prepare_cached(
            "INSERT INTO activity (campaign_id, code, attached_to, title, explanation, starts_on, due_on)
             VALUES (:campaign, :code, :attached_to, :title, :explanation, :starts_on, :due_on)",
        )
        .and_then(|mut statement| {
            statement.insert(named_params! {
                ":campaign": campaign.0, ":code": code, ":attached_to": attached_to.0, ":title": activity.title,
                ":explanation": activity.explanation, ":starts_on": activity.starts_on, ":due_on": activity.due_on,
            })
        })
        .doing("adding our own activity")?;
    set_forms(connection, ActivityId(id), &activity.forms)
}

/// Changes an activity of our own.
///
/// # Errors
/// What SQLite reports.
pub fn edit_own(
    connection: &Connection,
    id: ActivityId,
    attached_to: ActivityId,
    activity: &OwnActivity,
) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE activity SET attached_to = :attached_to, title = :title, explanation = :explanation,
                 starts_on = :starts_on, due_on = :due_on WHERE id = :id",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":id": id.0, ":attached_to": attached_to.0, ":title": activity.title,
                ":explanation": activity.explanation, ":starts_on": activity.starts_on, ":due_on": activity.due_on,
            })
        })
        .doing("changing our own activity")?;
    set_forms(connection, id, &activity.forms)
}

fn set_forms(connection: &Connection, id: ActivityId, forms: &[String]) -> Result<()> {
    let n = i64::try_from(forms.len()).unwrap_or(i64::MAX);
    connection
        .execute("DELETE FROM activity_form WHERE activity_id = ?1 AND position >= ?2", (id.0, n))
        .doing("removing forms of an activity")?;
    for (position, form) in (0_i64..).zip(forms) {
        connection
            .execute(
                "INSERT INTO activity_form (activity_id, position, form) VALUES (?1, ?2, ?3)
                 ON CONFLICT (activity_id, position) DO UPDATE SET form = excluded.form",
                (id.0, position, form),
            )
            .doing("writing a form of an activity")?;
    }
    Ok(())
}

/// Removes an activity of our own, with its forms and with a progress that says nothing.
///
/// # Errors
/// What SQLite reports; also if something else still speaks of it.
pub fn remove_own(connection: &Connection, id: ActivityId) -> Result<()> {
    connection
        .execute("DELETE FROM progress WHERE activity_id = ?1 AND state = 'not_started' AND note = ''", [id.0])
        .doing("removing an empty progress")?;
    connection.execute("DELETE FROM activity_form WHERE activity_id = ?1", [id.0]).doing("removing forms")?;
    connection.execute("DELETE FROM activity WHERE id = ?1", [id.0]).doing("removing our own activity").map(drop)
}

/// True if progress, evidence or figures speak of an activity.
///
/// # Errors
/// What SQLite reports.
pub fn is_in_use(connection: &Connection, id: ActivityId) -> Result<bool> {
    connection
        .query_row(
            "SELECT EXISTS (SELECT 1 FROM progress WHERE activity_id = ?1 AND (state <> 'not_started' OR note <> ''))
                 OR EXISTS (SELECT 1 FROM evidence WHERE activity_id = ?1)
                 OR EXISTS (SELECT 1 FROM figure WHERE activity_id = ?1)",
            [id.0],
            |row| row.get(0),
        )
        .doing("asking whether an activity is in use")
}
