//! Every fixture against what it should come to. SOTG_WRITE_EXPECTED=1 writes what it does come to; then read it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sotg_core::model::{ImportChoices, LegacyLetters};
use sotg_core::unit_list::read::ListFile;

use crate::office;

const FOLDER: &str = "../../../tests/fixtures/unit-lists";

fn fixtures() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| !["json", "md", "py"].contains(&file.extension().unwrap().to_str().unwrap()));
    files.sort();
    files
}

fn outcome(file: &Path, choices: &ImportChoices) -> Value {
    match ListFile::open(file).and_then(|list| office::preview(&list, choices)) {
        Ok(preview) => {
            let mut preview = serde_json::to_value(preview).unwrap();
            // The hash is of the bytes; what they mean is compared here.
            preview.as_object_mut().unwrap().remove("sha256");
            preview
        }
        Err(error) => {
            let mut fields = error.fields();
            fields.remove("detail");
            json!({ "refused": error.code(), "fields": fields })
        }
    }
}

/// One line of the list on one line of the file, so that a difference can be read.
fn written(outcome: &Value) -> String {
    let rows = |value: &Value| match value {
        Value::Array(rows) if rows.iter().any(Value::is_object) => {
            let rows: Vec<String> = rows.iter().map(|row| format!("    {row}")).collect();
            format!("[\n{}\n  ]", rows.join(",\n"))
        }
        Value::Array(_) | Value::Object(_) | Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            value.to_string()
        }
    };
    let fields = outcome.as_object().unwrap().iter().map(|(name, value)| format!("  \"{name}\": {}", rows(value)));
    format!("{{\n{}\n}}\n", fields.collect::<Vec<_>>().join(",\n"))
}

fn check(file: &Path, choices: &ImportChoices, expected: &Path) -> Option<String> {
    let found = outcome(file, choices);
    if std::env::var_os("SOTG_WRITE_EXPECTED").is_some() {
        std::fs::write(expected, written(&found)).unwrap();
    }
    let text = std::fs::read_to_string(expected).unwrap_or_else(|error| panic!("{}: {error}", expected.display()));
    let wanted: Value = serde_json::from_str(&text).unwrap();
    (found != wanted).then(|| format!("{}:\nfound {}wanted {}", file.display(), written(&found), written(&wanted)))
}

#[test]
fn every_ugly_list_comes_to_what_a_careful_official_would_make_of_it() {
    let files = fixtures();
    assert!(files.len() >= 20, "the fixtures are there");
    let wrong: Vec<String> = files
        .iter()
        .filter_map(|file| check(file, &ImportChoices::default(), &file.with_file_name(format!("{}.json", name(file)))))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn old_letters_are_converted_once_the_user_says_so() {
    for (name, letters) in [
        ("03-tcvn3.xls", LegacyLetters::Tcvn3),
        ("04-vni.xlsx", LegacyLetters::Vni),
        ("22-tcvn3.csv", LegacyLetters::Tcvn3),
    ] {
        let file = Path::new(FOLDER).join(name);
        let choices = ImportChoices { convert: Some(letters), ..ImportChoices::default() };
        let wrong = check(&file, &choices, &file.with_file_name(format!("{name}.converted.json")));
        assert!(wrong.is_none(), "{}", wrong.unwrap());
    }
}

#[test]
fn the_list_of_fixtures_says_what_is_ugly_about_each_and_no_preview_is_left_without_its_file() {
    let listed = std::fs::read_to_string(Path::new(FOLDER).join("README.md")).unwrap();
    let files: Vec<String> = fixtures().iter().map(|file| name(file).to_owned()).collect();
    let unnamed: Vec<&String> = files.iter().filter(|file| !listed.contains(&format!("`{file}`"))).collect();
    assert!(unnamed.is_empty(), "README.md does not say what is ugly about {unnamed:?}");
    let all = std::fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let of_no_file = |preview: &String| {
        preview
            .strip_suffix(".json")
            .is_some_and(|of| !files.iter().any(|file| file == of.strip_suffix(".converted").unwrap_or(of)))
    };
    let left: Vec<String> = all.filter(of_no_file).collect();
    assert!(left.is_empty(), "{left:?}");
}

fn name(file: &Path) -> &str {
    file.file_name().unwrap().to_str().unwrap()
}
