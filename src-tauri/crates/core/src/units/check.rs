//! What may be entered of a unit: cleaned, complete, not too long.

use chrono::{Datelike as _, NaiveDate};
use rusqlite::Connection;

use crate::error::{Error, ErrorCode, Result};
use crate::model::{NewUnit, UnitContact, UnitFacts, UnitId, UnitKind};
use crate::store::organisation::span::Place;
use crate::store::organisation::{kind, span, unit};
use crate::text;

pub(crate) const NAME_LIMIT: usize = 300;
pub(crate) const CODE_LIMIT: usize = 50;
pub(crate) const SHORT_LIMIT: usize = 100;
const DOCUMENT_LIMIT: usize = 300;

/// A new unit as it may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CheckedUnit {
    pub(crate) place: Place,
    pub(crate) starts_on: Option<NaiveDate>,
    pub(crate) facts: UnitFacts,
    pub(crate) contacts: Vec<UnitContact>,
}

/// Cleans what was entered of a new unit. Whether its name and code are free is asked when it is added.
pub(crate) fn new_unit(kinds: &[UnitKind], ours: UnitId, input: &NewUnit) -> Result<CheckedUnit> {
    let NewUnit { parent, name, kind, starts_on, facts, contacts } = input;
    let kind = find_kind(kinds, kind)?;
    Ok(CheckedUnit {
        place: Place {
            parent: parent.filter(|parent| *parent != ours),
            name: text::require_line("name", name, NAME_LIMIT)?,
            level: kind.level,
            kind: kind.code.clone(),
            position: 0,
        },
        starts_on: starts_on.map(day).transpose()?,
        facts: clean_facts(facts)?,
        contacts: clean_contacts(contacts)?,
    })
}

pub(crate) fn find_kind<'a>(kinds: &'a [UnitKind], code: &str) -> Result<&'a UnitKind> {
    kinds.iter().find(|kind| kind.code == code).ok_or_else(|| Error::not_found("unit_kind", code))
}

pub(crate) fn read_kind(connection: &Connection, code: &str) -> Result<UnitKind> {
    find_kind(&kind::list(connection)?, code).cloned()
}

pub(crate) fn clean_facts(facts: &UnitFacts) -> Result<UnitFacts> {
    let UnitFacts { code, members, sector, has_page, followed_by } = facts;
    Ok(UnitFacts {
        code: text::limited("code", text::clean_line(code), CODE_LIMIT)?,
        members: *members,
        sector: *sector,
        has_page: *has_page,
        followed_by: text::limited("followed_by", text::clean_line(followed_by), SHORT_LIMIT)?,
    })
}

/// A line in which nothing was entered is left out.
pub(crate) fn clean_contacts(contacts: &[UnitContact]) -> Result<Vec<UnitContact>> {
    let cleaned = contacts.iter().map(|UnitContact { title, phone, email }| UnitContact {
        title: text::clean_line(title),
        phone: text::clean_line(phone),
        email: text::clean_line(email),
    });
    let entered = cleaned.filter(|contact| {
        let UnitContact { title, phone, email } = contact;
        !(title.is_empty() && phone.is_empty() && email.is_empty())
    });
    entered.map(check_contact).collect()
}

fn check_contact(contact: UnitContact) -> Result<UnitContact> {
    let UnitContact { title, phone, email } = contact;
    if !email.is_empty() && !is_email(&email) {
        return Err(Error::refused(ErrorCode::BadEmail, "reading a contact").with("text", email));
    }
    let within = |error: Error| error.within("contact");
    Ok(UnitContact {
        title: text::require_line("title", &title, SHORT_LIMIT).map_err(within)?,
        phone: text::limited("phone", phone, SHORT_LIMIT).map_err(within)?,
        email: text::limited("email", email, SHORT_LIMIT).map_err(within)?,
    })
}

/// Something before an @ and a domain with a dot after it. More would refuse addresses that work.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((account, domain)) = text.split_once('@') else { return false };
    let is_plain = !text.contains(char::is_whitespace) && !domain.contains('@');
    is_plain && !account.is_empty() && domain.split('.').count() > 1 && domain.split('.').all(|part| !part.is_empty())
}

/// A day of the time in which unions exist: another one is a slip of the finger, and the store compares days as text.
pub(crate) fn day(day: NaiveDate) -> Result<NaiveDate> {
    if (1900..=2200).contains(&day.year()) {
        return Ok(day);
    }
    Err(Error::refused(ErrorCode::BadDate, "reading the day of a change").with("text", text::short_date(day)))
}

pub(crate) fn document(typed: &str) -> Result<String> {
    text::limited("document", text::clean_line(typed), DOCUMENT_LIMIT)
}

/// No neighbour may have this name on a day from `from` on; capitals make no difference. `from` is `None` for a unit that
/// exists since ever.
pub(crate) fn name_is_free(
    connection: &Connection,
    (parent, name): (Option<UnitId>, &str),
    but: UnitId,
    from: Option<NaiveDate>,
) -> Result<()> {
    let wanted = name.to_lowercase();
    let neighbours = span::list_below(connection, parent, from.unwrap_or(super::SINCE_EVER))?;
    let taken = |span: &span::StoredSpan| span.unit != but && span.place.name.to_lowercase() == wanted;
    if !neighbours.iter().any(taken) {
        return Ok(());
    }
    let parent = parent.map(|parent| unit::get(connection, parent)).transpose()?.map(|parent| parent.name);
    Err(Error::refused(ErrorCode::NameTaken, "naming a unit")
        .with("name", name)
        .with("parent", parent.unwrap_or_default()))
}

/// No other unit may have this code.
pub(crate) fn code_is_free(connection: &Connection, code: &str, but: Option<UnitId>) -> Result<()> {
    match unit::find_by_code(connection, code)?.filter(|found| Some(found.id) != but) {
        Some(found) => Err(Error::refused(ErrorCode::CodeTaken, "giving a unit its code")
            .with("code", code)
            .with("unit", found.name)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_e_mail_address_has_an_account_and_a_domain() {
        for good in ["vanphong@vi-du.vn", "a.b+c@mail.vi-du.com.vn"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "vi-du.vn", "@vi-du.vn", "a@", "a@vn", "a@vi-du.", "a b@vi-du.vn", "a@b@vi-du.vn"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
