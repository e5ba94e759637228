//! NSIS leaves a name that is not defined yet as it stands, in the middle of a sentence, and says nothing.

use std::collections::BTreeSet;

use crate::files::root;

const FOLDER: &str = "packaging/windows";
/// What `cargo xtask release` defines from outside.
const FROM_OUTSIDE: &[&str] = &["VERSION"];

#[test]
fn every_name_in_a_text_of_the_installer_is_defined_before_it() {
    let mut known: BTreeSet<String> = FROM_OUTSIDE.iter().map(|name| (*name).to_owned()).collect();
    let mut n_texts = 0;
    read("installer.nsi", &mut known, &mut n_texts);
    assert!(n_texts > 20, "the texts are found: {n_texts}");
}

fn read(file: &str, known: &mut BTreeSet<String>, n_texts: &mut usize) {
    let path = root().join(FOLDER).join(file);
    // A sentence goes on in the next line after a backslash.
    let text = std::fs::read_to_string(&path).unwrap().replace("\\\n", "");
    for line in text.lines() {
        let mut words = line.split_whitespace();
        match (words.next(), words.next()) {
            (Some("!define"), Some(name)) => {
                known.insert(name.to_owned());
            }
            (Some("!include"), Some(other)) if path.with_file_name(other).exists() => read(other, known, n_texts),
            (Some("LangString"), Some(name)) => {
                *n_texts += 1;
                let sentence = line.split_once('"').map_or("", |(_, sentence)| sentence);
                for used in sentence.split("${").skip(1).filter_map(|rest| rest.split_once('}')) {
                    assert!(known.contains(used.0), "{file}: {name} says ${{{}}}, which comes later or never", used.0);
                }
            }
            _ => {}
        }
    }
}
