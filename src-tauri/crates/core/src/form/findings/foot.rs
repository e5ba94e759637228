//! Recipients and signature.

use super::{count, instead};
use crate::model::{FormFinding, FormPlace, FormProfile, FormRule, ReportHead, SignatureForm, Signer};
use crate::text::{clean_line, clean_text};

/// What is wrong below the text of a report.
pub fn findings(head: &ReportHead, form: &FormProfile) -> Vec<FormFinding> {
    let mut findings = recipients(head);
    findings.extend(signer(&head.signer, form));
    findings
}

fn recipients(head: &ReportHead) -> Vec<FormFinding> {
    let bare = |line: &String| clean_line(line).trim_start_matches(['-', '–', ' ']).to_owned();
    let lines: Vec<String> = head.recipients.iter().map(bare).filter(|line| !line.is_empty()).collect();
    let last = lines.len().saturating_sub(1);
    let at = |index: usize| FormPlace::Recipient { index: count(index) };
    let mut findings = Vec::new();
    let has_addressee = head.addressees.iter().any(|line| !clean_line(line).is_empty());
    let is_above = |line: &String| ["Như trên", "Như kính gửi"].iter().any(|start| line.starts_with(start));
    if has_addressee && !lines.iter().any(is_above) {
        let found = lines.first().cloned().unwrap_or_default();
        findings.push(instead(FormRule::AsAboveMissing, at(0), found, "Như trên"));
    }
    match lines.iter().position(|line| line.starts_with("Lưu:")) {
        Some(index) if index != last => {
            findings.push(instead(
                FormRule::FiledNotLast,
                at(index),
                lines.get(index).cloned().unwrap_or_default(),
                "",
            ));
        }
        Some(_) => {}
        None => {
            let found = lines.last().cloned().unwrap_or_default();
            let rest = found.strip_prefix("Lưu").map(|rest| rest.trim_start_matches([' ', '-', ':']));
            let expected = rest.map_or("Lưu: VT".to_owned(), |rest| format!("Lưu: {rest}"));
            findings.push(instead(FormRule::FiledMissing, at(last), found, expected));
        }
    }
    findings
}

fn signer(signer: &Signer, form: &FormProfile) -> Vec<FormFinding> {
    let mut findings = Vec::new();
    let lines = clean_text(&format!("{}\n{}", signer.authority, signer.title));
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let expected = powers(line.trim());
        if expected != line.trim() {
            findings.push(instead(FormRule::AuthorityForm, FormPlace::Signer, line.trim(), expected));
        }
    }
    findings.extend(acting(&lines, form));
    if let Some(honour) = honour(&clean_line(&signer.name)) {
        findings.push(instead(
            FormRule::SignerHonours,
            FormPlace::Signer,
            &signer.name,
            without(&signer.name, &honour),
        ));
    }
    findings
}

/// A line in capitals, its power with a dot and a space: "T/M Ban Thường vụ" is "TM. BAN THƯỜNG VỤ".
fn powers(line: &str) -> String {
    const POWERS: [&str; 5] = ["TUQ", "TM", "KT", "TL", "Q"];
    let line = line.to_uppercase();
    let first: String = line.chars().take_while(|sign| !sign.is_whitespace() && *sign != '.').collect();
    let power = first.replace('/', "");
    if !POWERS.contains(&power.as_str()) {
        return line;
    }
    let rest: String = line.chars().skip(first.chars().count()).collect();
    format!("{power}. {}", rest.trim_start_matches(['.', ' ']))
}

/// "KT. CHỦ TỊCH" beside "TM.": union documents do not have it, State bodies do (DOMAIN.md, section 0, item 2).
fn acting(lines: &str, form: &FormProfile) -> Option<FormFinding> {
    let begins = |power: &str| lines.lines().any(|line| line.trim().to_uppercase().starts_with(power));
    let (is_collective, is_acting) = (begins("TM"), begins("KT"));
    match form.signature {
        SignatureForm::TwoLines if is_collective && is_acting => {
            let kept: Vec<&str> = lines.lines().filter(|line| !line.trim().to_uppercase().starts_with("KT")).collect();
            Some(instead(FormRule::ActingLine, FormPlace::Signer, lines.replace('\n', " / "), kept.join(" / ")))
        }
        SignatureForm::TwoLines | SignatureForm::ThreeLines => None,
    }
}

/// A title of learning or honour before a name.
fn honour(name: &str) -> Option<String> {
    const TITLES: [&str; 16] = [
        "ts",
        "ths",
        "gs",
        "pgs",
        "gsts",
        "pgsts",
        "bs",
        "ks",
        "cn",
        "ngưt",
        "ngnd",
        "nsưt",
        "tiến sĩ",
        "thạc sĩ",
        "cử nhân",
        "kỹ sư",
    ];
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_title = |text: &str| TITLES.contains(&text.to_lowercase().replace('.', "").as_str());
    let two = words.iter().take(2).copied().collect::<Vec<_>>().join(" ");
    let first = words.first().copied().unwrap_or_default();
    if is_title(&two) {
        return Some(two);
    }
    // A family name may read like a title; a title has its dot, or is written as nobody writes a name.
    (is_title(first) && (first.contains('.') || first.to_uppercase() == first || first == "ThS"))
        .then(|| first.to_owned())
}

fn without(name: &str, honour: &str) -> String {
    name.trim().strip_prefix(honour).unwrap_or(name).trim_start_matches(['.', ' ', ',']).to_owned()
}
