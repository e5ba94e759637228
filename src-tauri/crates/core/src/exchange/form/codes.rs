//! The hidden codes of a form: whose it is, and what each row is.

use crate::model::{CampaignRef, UnitLevel, UnitRef};

/// What every sheet begins its hidden code with, and the first key of the hidden sheet.
pub const MARK: &str = "sotg-bieu-mau";

/// The keys of the hidden sheet, in their order.
const KEYS: [&str; 11] =
    [MARK, "plan", "issuer", "plan_version", "uid", "unit", "superior", "level", "phase", "version", "is_sample"];

/// Whose form it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormHead {
    /// Format of the form.
    pub format: u32,
    /// Which campaign.
    pub campaign: CampaignRef,
    /// Whose; the name is empty in a form that is not made for one unit.
    pub unit: UnitRef,
    /// Code of the phase.
    pub phase: String,
    /// Version that its report will be.
    pub version: u32,
    /// True for invented data.
    pub is_sample: bool,
}

/// What a row of a form is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowCode {
    /// A field of the head: "unit", "number", "dated_on".
    Head(String),
    /// A figure: indicator and split.
    Figure(String, String),
    /// An activity.
    Activity(String),
    /// A section of the report.
    Section(String),
}

impl RowCode {
    /// As it stands in the hidden column.
    pub fn written(&self) -> String {
        match self {
            RowCode::Head(field) => format!("dau:{field}"),
            RowCode::Figure(indicator, split) if split.is_empty() => format!("so-lieu:{indicator}"),
            RowCode::Figure(indicator, split) => format!("so-lieu:{indicator}/{split}"),
            RowCode::Activity(code) => format!("viec:{code}"),
            RowCode::Section(code) => format!("muc:{code}"),
        }
    }

    /// The code that a cell holds; `None` for any other text.
    pub fn read(cell: &str) -> Option<RowCode> {
        let (kind, code) = cell.trim().split_once(':')?;
        match kind {
            "dau" => Some(RowCode::Head(code.to_owned())),
            "so-lieu" => {
                let (indicator, split) = code.split_once('/').unwrap_or((code, ""));
                Some(RowCode::Figure(indicator.to_owned(), split.to_owned()))
            }
            "viec" => Some(RowCode::Activity(code.to_owned())),
            "muc" => Some(RowCode::Section(code.to_owned())),
            _ => None,
        }
    }
}

impl FormHead {
    /// As the hidden sheet says it, line by line.
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        let values = [
            self.format.to_string(),
            self.campaign.plan.clone(),
            self.campaign.issuer.clone(),
            self.campaign.version.to_string(),
            self.unit.uid.clone(),
            self.unit.name.clone(),
            self.unit.superior.clone(),
            level_code(self.unit.level),
            self.phase.clone(),
            self.version.to_string(),
            self.is_sample.to_string(),
        ];
        KEYS.into_iter().zip(values).collect()
    }

    /// The same in one line, for a sheet that is copied into another file.
    pub fn line(&self) -> String {
        let values: Vec<String> = self.lines().into_iter().map(|(_, value)| value.replace('|', " ")).collect();
        format!("{MARK}|{}", values.join("|"))
    }

    /// Read from the values of keys; `None` if it is no head of a form.
    pub fn of(value: impl Fn(&str) -> Option<String>) -> Option<FormHead> {
        let number = |key: &str| value(key).and_then(|text| text.parse().ok());
        let text = |key: &str| value(key).unwrap_or_default();
        Some(FormHead {
            format: number(MARK)?,
            campaign: CampaignRef {
                plan: value("plan")?,
                issuer: text("issuer"),
                version: number("plan_version").unwrap_or(0),
            },
            unit: UnitRef {
                uid: text("uid"),
                name: text("unit"),
                superior: text("superior"),
                level: level_of(&text("level")).unwrap_or(UnitLevel::Grassroots),
            },
            phase: value("phase")?,
            version: number("version").unwrap_or(1).max(1),
            is_sample: text("is_sample").eq_ignore_ascii_case("true"),
        })
    }

    /// Read from the line of a sheet.
    pub fn of_line(line: &str) -> Option<FormHead> {
        let values: Vec<&str> = line.trim().strip_prefix(MARK)?.strip_prefix('|')?.split('|').collect();
        FormHead::of(|wanted| {
            let at = KEYS.iter().position(|key| *key == wanted)?;
            values.get(at).map(|value| (*value).to_owned())
        })
    }
}

fn level_code(level: UnitLevel) -> String {
    match serde_json::to_value(level) {
        Ok(serde_json::Value::String(code)) => code,
        Ok(_) | Err(_) => String::new(),
    }
}

fn level_of(code: &str) -> Option<UnitLevel> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_from_its_line_and_from_its_keys() {
        let head = FormHead {
            format: 1,
            campaign: CampaignRef { plan: "383".to_owned(), issuer: "ab".to_owned(), version: 2 },
            unit: UnitRef {
                uid: "ab-7".to_owned(),
                name: "CĐCS Trường mầm non".to_owned(),
                superior: String::new(),
                level: UnitLevel::DirectGrassroots,
            },
            phase: "dot1".to_owned(),
            version: 3,
            is_sample: true,
        };
        assert_eq!(FormHead::of_line(&head.line()), Some(head.clone()));
        let lines = head.lines();
        let of_key = |key: &str| lines.iter().find(|(known, _)| *known == key).map(|(_, value)| value.clone());
        assert_eq!(FormHead::of(of_key), Some(head));
        assert_eq!(FormHead::of_line("sotg-bieu-mau"), None);
        assert_eq!(FormHead::of_line("khác|1|2"), None);
    }

    #[test]
    fn a_row_code_is_read_as_it_was_written() {
        let codes = [
            RowCode::Head("unit".to_owned()),
            RowCode::Figure("TQ03".to_owned(), String::new()),
            RowCode::Figure("CS02".to_owned(), "nu".to_owned()),
            RowCode::Activity("IV.3-1/dot2".to_owned()),
            RowCode::Section("II.1".to_owned()),
        ];
        for code in codes {
            assert_eq!(RowCode::read(&code.written()), Some(code));
        }
        assert_eq!(RowCode::read("Ghi chú: xem phụ lục"), None);
    }
}
