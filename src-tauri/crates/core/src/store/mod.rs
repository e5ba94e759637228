//! The only SQL of the program. One file per noun: reading and writing rows, with the column list beside its mapper.
//!
//! Functions take a `&Connection`; inside an operation that is its transaction. Nothing here knows what an operation is
//! called, what day it is, or whether a change makes sense: that is decided above.

pub mod activity;
pub mod campaign;
pub mod campaign_file;
pub mod congress;
pub mod consolidation;
pub mod evidence;
pub mod expected;
pub mod extras;
pub mod figure;
pub mod form;
pub mod ledger;
pub mod log;
mod logged_row;
mod long;
pub mod office_key;
pub mod open;
pub mod organisation;
pub mod picked_text;
pub mod preference;
pub mod progress;
pub mod received;
pub mod received_file;
pub mod reminder;
pub mod report;
pub mod report_seen;
pub mod report_version;
pub mod returned;
pub mod sample;
pub mod template;
pub mod trusted_key;
pub mod unit;
pub mod unit_history;
pub mod unit_uid;

use rusqlite::types::Type;

/// A text column that holds a code of a closed set, read into our enum by its serde name.
fn code_column<T: serde::de::DeserializeOwned>(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_value(serde_json::Value::String(text))
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

/// The serde name of a value of a closed set, as its column keeps it.
fn code_of<T: serde::Serialize>(value: T) -> rusqlite::Result<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => Ok(code),
        Ok(other) => Err(rusqlite::Error::ToSqlConversionFailure(format!("{other} is not a code").into())),
        Err(error) => Err(rusqlite::Error::ToSqlConversionFailure(Box::new(error))),
    }
}
