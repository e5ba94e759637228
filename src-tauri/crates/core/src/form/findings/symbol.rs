//! The symbol after the number: BC-LĐLĐ.

use super::instead;
use crate::model::{FormFinding, FormPlace, FormRule};

/// Abbreviations of the types of documents (NĐ 30/2020, Phụ lục III).
const TYPES: [&str; 29] = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ",
    "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "SY", "SL",
];

/// The type of the documents that the program writes under this head.
const REPORT: &str = "BC";

/// What is wrong in the symbol of a report.
pub fn findings(symbol: &str) -> Vec<FormFinding> {
    let symbol: String = symbol.split_whitespace().collect();
    let (kind, groups) = match symbol.split_once('-') {
        Some((kind, groups)) => (kind, groups),
        None => (symbol.as_str(), ""),
    };
    let mut findings = Vec::new();
    let kind_in_form = TYPES.iter().find(|known| known.to_uppercase() == kind.to_uppercase());
    let is_capital = groups.to_uppercase() == groups && kind_in_form.is_none_or(|known| *known == kind);
    if !is_capital {
        let kind = kind_in_form.copied().unwrap_or(kind);
        let expected = format!("{kind}-{}", groups.to_uppercase());
        findings.push(instead(FormRule::SymbolCapitals, FormPlace::Number, &symbol, expected));
    }
    if kind.to_uppercase() != REPORT {
        let expected = format!("{REPORT}-{groups}");
        findings.push(instead(FormRule::SymbolType, FormPlace::Number, &symbol, expected));
    }
    findings
}
