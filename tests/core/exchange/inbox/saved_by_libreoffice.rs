//! A report that LibreOffice itself opened and saved.

use std::path::Path;
use std::process::Command;

use sotg_core::model::FileFate;

use super::edited::{a_figure, looked_at, with_number};
use super::report;

/// A document as LibreOffice writes it after it has read it.
fn through_libreoffice(folder: &Path, document: &[u8]) -> Vec<u8> {
    let (file, out) = (folder.join("bao-cao.docx"), folder.join("ra"));
    std::fs::write(&file, document).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("ho-so").display());
    let soffice = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--convert-to", "docx:Office Open XML Text", "--outdir"])
        .arg(&out)
        .arg(&file)
        .output();
    let soffice = soffice.expect("LibreOffice is installed (package libreoffice-writer)");
    assert!(soffice.status.success(), "{}", String::from_utf8_lossy(&soffice.stderr));
    std::fs::read(out.join("bao-cao.docx")).unwrap()
}

#[test]
fn a_report_that_libreoffice_saved_is_still_read_and_a_changed_figure_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let document = report(0, 1);
    let saved = through_libreoffice(folder.path(), &document);
    assert_ne!(saved, document);
    let file = looked_at(&saved);
    assert_eq!((file.fate, &file.edits), (FileFate::New, &vec![]), "nothing was changed but by the program itself");
    let (indicator, number) = a_figure(&document);
    let file = looked_at(&with_number(&saved, &indicator, &number, "9.999"));
    assert_eq!((file.fate, file.n_edits), (FileFate::New, 1));
    assert_eq!(file.edits[0].indicators, [indicator]);
}
