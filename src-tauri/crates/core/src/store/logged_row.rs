//! Rows as the log keeps them: compared with the book, and put back into it.

use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use super::log::row_as_json;
use super::open::columns;
use crate::error::{Doing as _, Result};

/// The row as it is now, as JSON; `None` if it does not exist.
///
/// # Errors
/// What SQLite reports.
pub fn find_row(connection: &Connection, table: &str, row_id: i64) -> Result<Option<String>> {
    let names = columns(connection, table)?;
    let sql = format!("SELECT {} FROM {table} WHERE id = ?1", row_as_json(table, &names));
    connection
        .prepare_cached(&sql)
        .and_then(|mut statement| statement.query_row([row_id], |row| row.get(0)).optional())
        .doing("comparing a row")
}

/// What the log kept of a row, with the columns that the table has now. A program that wrote the log before a column was
/// added knew nothing of it: the row then had the column's default, and an upgrade that gave it another value counts as a
/// later change.
///
/// # Errors
/// What SQLite reports.
pub fn as_of_now(connection: &Connection, table: &str, content: Option<&str>) -> Result<Option<String>> {
    let Some(content) = content else { return Ok(None) };
    let pairs: Vec<String> =
        logged_values(connection, table)?.into_iter().map(|(name, value)| format!("'{name}', {value}")).collect();
    connection
        .prepare_cached(&format!("SELECT json_object({})", pairs.join(", ")))
        .and_then(|mut statement| statement.query_row(named_params! { ":content": content }, |row| row.get(0)))
        .doing("reading a row of the log")
        .map(Some)
}

/// Makes a row what `content` says: adds, changes or, for `None`, removes it.
///
/// # Errors
/// What SQLite reports, a broken constraint among it.
pub fn put_row(connection: &Connection, table: &str, row_id: i64, content: Option<&str>) -> rusqlite::Result<()> {
    let Some(content) = content else {
        return connection.execute(&format!("DELETE FROM {table} WHERE id = ?1"), [row_id]).map(drop);
    };
    let (names, values): (Vec<String>, Vec<String>) =
        logged_values(connection, table).map_err(|_| rusqlite::Error::InvalidQuery)?.into_iter().unzip();
    let updates: Vec<String> = names.iter().map(|name| format!("{name} = excluded.{name}")).collect();
    // "WHERE true" keeps SQLite's parser from reading ON as part of a join.
    let sql = format!(
        "INSERT INTO {table} ({}) SELECT {} WHERE true ON CONFLICT (id) DO UPDATE SET {}",
        names.join(", "),
        values.join(", "),
        updates.join(", ")
    );
    connection.prepare_cached(&sql)?.execute(named_params! { ":content": content }).map(drop)
}

/// Each column of a table with the expression that takes its value out of `:content`, or its default if it is not in there.
fn logged_values(connection: &Connection, table: &str) -> Result<Vec<(String, String)>> {
    let read = |row: &Row<'_>| {
        let (name, default): (String, Option<String>) = (row.get(0)?, row.get(1)?);
        let logged = format!("json_extract(:content, '$.{name}')");
        let value = match default {
            Some(default) => format!("iif(json_type(:content, '$.{name}') IS NULL, {default}, {logged})"),
            None => logged,
        };
        Ok((name, value))
    };
    connection
        .prepare_cached("SELECT name, dflt_value FROM pragma_table_info(?1) ORDER BY cid")
        .and_then(|mut statement| statement.query_map([table], read)?.collect())
        .doing("reading the columns")
}
