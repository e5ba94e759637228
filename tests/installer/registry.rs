//! What stands in the registry, as `reg export` writes it.

use std::collections::BTreeSet;

/// Every value as (key, name, data) and every key as (key, "", ""), keys without "HKEY_CURRENT_USER\".
#[derive(Debug, PartialEq, Eq)]
pub struct Registry(BTreeSet<(String, String, String)>);

/// Keys that every Windows has and a new folder of wine has not yet: they stay, and are empty.
const OF_WINDOWS: [&str; 3] = [
    r"Software\Classes",
    r"Software\Microsoft\Windows\CurrentVersion\App Paths",
    r"Software\Microsoft\Windows\CurrentVersion\Uninstall",
];
/// What wine keeps of itself.
const OF_WINE: &str = r"Software\Wine";

impl Registry {
    pub fn read(bytes: &[u8]) -> Registry {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        let text = String::from_utf16(&units).unwrap();
        let mut entries = BTreeSet::new();
        let mut key = String::new();
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("[HKEY_CURRENT_USER").and_then(|name| name.strip_suffix(']')) {
                key = name.trim_start_matches('\\').to_owned();
                entries.insert((key.clone(), String::new(), String::new()));
            } else if let Some((name, data)) = line.split_once('=') {
                let name = if name == "@" { String::new() } else { plain(name) };
                entries.insert((key.clone(), name, plain(data)));
            }
        }
        let is_ours = |key: &str| !key.starts_with(OF_WINE) && !OF_WINDOWS.contains(&key);
        Registry(entries.into_iter().filter(|(key, ..)| is_ours(key)).collect())
    }

    /// Data of a value; the name of a key's own value is "".
    pub fn value(&self, key: &str, name: &str) -> Option<&str> {
        let found = |entry: &&(String, String, String)| entry.0 == key && entry.1 == name && !entry.2.is_empty();
        self.0.iter().find(found).map(|(.., data)| data.as_str())
    }

    /// What is here and not there.
    pub fn more_than<'a>(&'a self, other: &'a Registry) -> Vec<&'a (String, String, String)> {
        self.0.difference(&other.0).collect()
    }
}

/// Without the quotation marks around it and the backslash before each that is inside; numbers are as they are.
fn plain(text: &str) -> String {
    let Some(inside) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) else { return text.to_owned() };
    let mut letters = inside.chars();
    let mut plain = String::new();
    while let Some(letter) = letters.next() {
        plain.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    plain
}
