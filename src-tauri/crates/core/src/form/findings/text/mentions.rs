//! Documents that a text names: "Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022 của … về …".

use std::collections::BTreeSet;

use crate::form::findings::instead;
use crate::model::{FormFinding, FormPlace, FormRule};

/// Types of documents, as they stand before "số".
const TYPES: [&str; 15] = [
    "kế hoạch",
    "hướng dẫn",
    "công văn",
    "quyết định",
    "nghị quyết",
    "chỉ thị",
    "thông tri",
    "chương trình",
    "thông báo",
    "báo cáo",
    "nghị định",
    "thông tư",
    "quy định",
    "quy chế",
    "tờ trình",
];

/// Longest symbol, and longest rest of a sentence, that are looked at: whatever is longer is no mention of a document.
const SYMBOL_LIMIT: usize = 80;
const SENTENCE_LIMIT: usize = 600;
/// So many letters before "số" hold the type.
const TYPE_LIMIT: usize = 20;

/// One mention: what stands before "số", the symbol as written and as it should be, and the rest of the sentence.
struct Mention {
    before: String,
    written: String,
    symbol: String,
    after: String,
}

/// Symbols of a line with spaces around "/" or "-".
pub fn spaces(line: &str, place: &FormPlace) -> Vec<FormFinding> {
    let spaced = mentions(line).into_iter().filter(|mention| mention.written != mention.symbol);
    spaced.map(|mention| instead(FormRule::SymbolSpaces, place.clone(), mention.written, mention.symbol)).collect()
}

/// Documents that are mentioned for the first time without saying all that a first mention says.
pub fn incomplete(line: &str, mentioned: &mut BTreeSet<String>, place: &FormPlace) -> Vec<FormFinding> {
    let mut findings = Vec::new();
    for mention in mentions(line) {
        if !mentioned.insert(mention.symbol.clone()) {
            continue;
        }
        let lacking = lacking(&mention);
        if !lacking.is_empty() {
            let found = format!("số {}", mention.symbol);
            findings.push(instead(FormRule::CitationIncomplete, place.clone(), found, lacking.join(", ")));
        }
    }
    findings
}

/// The parts that are not there, in the words in which they would stand there.
fn lacking(mention: &Mention) -> Vec<&'static str> {
    let before = mention.before.to_lowercase();
    let after = format!(" {} ", mention.after.to_lowercase());
    let parts = [
        (TYPES.iter().any(|kind| before.ends_with(kind)), "tên loại"),
        (after.contains(" ngày "), "ngày …"),
        (after.contains(" của "), "của …"),
        (after.contains(" về ") || after.contains(['“', '"']), "về …"),
    ];
    parts.iter().filter(|(is_there, _)| !is_there).map(|(_, words)| *words).collect()
}

fn mentions(line: &str) -> Vec<Mention> {
    let at = |(start, _): (usize, &str)| Some((line.get(..start)?, line.get(start..)?.strip_prefix("số ")?));
    let is_word = |(before, _): &(&str, &str)| before.is_empty() || before.ends_with(char::is_whitespace);
    line.match_indices("số ")
        .filter_map(at)
        .filter(is_word)
        .filter_map(|(before, rest)| mention(before, rest))
        .collect()
}

fn mention(before: &str, rest: &str) -> Option<Mention> {
    let (written, symbol) = symbol(rest)?;
    let last: Vec<char> = before.trim_end().chars().rev().take(TYPE_LIMIT).collect();
    let after: String = rest.chars().skip(written.chars().count()).take(SENTENCE_LIMIT).collect();
    Some(Mention { before: last.into_iter().rev().collect(), written, symbol, after: sentence(&after) })
}

/// Until the sentence ends: a full stop or a semicolon with a blank behind it.
fn sentence(text: &str) -> String {
    let end = [". ", "; "].iter().filter_map(|sign| text.split_once(sign)).map(|(before, _)| before);
    end.min_by_key(|before| before.len()).unwrap_or(text).to_owned()
}

/// "383 / KH - LĐLĐ và …" gives what is written of the symbol, and the same without blanks. A group after a hyphen has at
/// least two letters, all capitals: anything else is the text that goes on.
fn symbol(text: &str) -> Option<(String, String)> {
    let letters: Vec<char> = text.chars().take(SYMBOL_LIMIT).collect();
    let take = |from: usize, is_one: &dyn Fn(char) -> bool| {
        letters.iter().skip(from).take_while(|sign| is_one(**sign)).count()
    };
    let blanks = |from: usize| from + take(from, &|sign| sign == ' ');
    let digits = take(0, &|sign| sign.is_ascii_digit());
    let slash = blanks(digits);
    if digits == 0 || letters.get(slash) != Some(&'/') {
        return None;
    }
    let mut end = blanks(slash + 1);
    let group = take(end, &char::is_alphabetic);
    if group == 0 {
        return None;
    }
    end += group;
    loop {
        let hyphen = blanks(end);
        let next = blanks(hyphen + 1);
        let group = take(next, &|sign| sign.is_alphabetic());
        let is_group = group >= 2 && letters.iter().skip(next).take(group).all(|letter| letter.is_uppercase());
        if letters.get(hyphen) != Some(&'-') || !is_group {
            break;
        }
        end = next + group;
    }
    let written: String = letters.iter().take(end).collect();
    let symbol = written.chars().filter(|sign| *sign != ' ').collect();
    Some((written, symbol))
}
