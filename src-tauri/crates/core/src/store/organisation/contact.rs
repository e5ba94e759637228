//! Whom one writes to or calls: by title.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, named_params};

use crate::error::{Doing as _, Result};
use crate::model::{UnitContact, UnitId};

fn row_to_contact(row: &Row<'_>) -> rusqlite::Result<(i64, UnitContact)> {
    let contact = UnitContact { title: row.get("title")?, phone: row.get("phone")?, email: row.get("email")? };
    Ok((row.get("id")?, contact))
}

/// Contacts of a unit, in the order in which they were entered.
///
/// # Errors
/// What SQLite reports.
pub fn list(connection: &Connection, unit: UnitId) -> Result<Vec<UnitContact>> {
    Ok(list_rows(connection, unit)?.into_iter().map(|(_, contact)| contact).collect())
}

/// Contacts of all units.
///
/// # Errors
/// What SQLite reports.
pub fn list_all(connection: &Connection) -> Result<BTreeMap<UnitId, Vec<UnitContact>>> {
    let mut of_units: BTreeMap<UnitId, Vec<UnitContact>> = BTreeMap::new();
    let read = |row: &Row<'_>| Ok((UnitId(row.get("unit_id")?), row_to_contact(row)?.1));
    let rows: Vec<(UnitId, UnitContact)> = connection
        .prepare_cached("SELECT id, unit_id, title, phone, email FROM unit_contact ORDER BY unit_id, position, id")
        .and_then(|mut statement| statement.query_map([], read)?.collect())
        .doing("reading the contacts of all units")?;
    for (unit, contact) in rows {
        of_units.entry(unit).or_default().push(contact);
    }
    Ok(of_units)
}

fn list_rows(connection: &Connection, unit: UnitId) -> Result<Vec<(i64, UnitContact)>> {
    connection
        .prepare_cached("SELECT id, title, phone, email FROM unit_contact WHERE unit_id = ?1 ORDER BY position, id")
        .and_then(|mut statement| statement.query_map([unit.0], row_to_contact)?.collect())
        .doing("reading the contacts of a unit")
}

/// Writes the contacts of a unit: these, and no others. A contact that stays as it is is not touched.
///
/// # Errors
/// What SQLite reports.
pub fn set_all(connection: &Connection, unit: UnitId, contacts: &[UnitContact]) -> Result<()> {
    let known = list_rows(connection, unit)?;
    for (id, _) in known.iter().skip(contacts.len()) {
        connection
            .prepare_cached("DELETE FROM unit_contact WHERE id = ?1")
            .and_then(|mut statement| statement.execute([id]))
            .doing("removing a contact")?;
    }
    for (position, contact) in (0_i64..).zip(contacts) {
        let id = usize::try_from(position).ok().and_then(|at| known.get(at)).map(|(id, _)| *id);
        set(connection, unit, id, position, contact)?;
    }
    Ok(())
}

fn set(connection: &Connection, unit: UnitId, id: Option<i64>, position: i64, contact: &UnitContact) -> Result<()> {
    let UnitContact { title, phone, email } = contact;
    connection
        .prepare_cached(
            "INSERT INTO unit_contact (id, unit_id, title, phone, email, position)
             VALUES (:id, :unit, :title, :phone, :email, :position)
             ON CONFLICT (id) DO UPDATE SET title = excluded.title, phone = excluded.phone, email = excluded.email",
        )
        .and_then(|mut statement| {
            statement.execute(named_params! {
                ":id": id, ":unit": unit.0, ":title": title, ":phone": phone, ":email": email, ":position": position,
            })
        })
        .doing("writing a contact")
        .map(drop)
}
