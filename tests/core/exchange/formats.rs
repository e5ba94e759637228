//! docs/dinh-dang-tep.md says what the files are: every name in them stands there, and its script reads our report.

use std::process::Command;

use serde_json::Value;

use crate::support::{book, moment};

const PAGE: &str = "../../../docs/dinh-dang-tep.md";

fn names(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            into.push(name.clone());
            names(value, into);
        }),
        Value::Array(items) => items.iter().for_each(|item| names(item, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_name_in_a_report_file_is_explained() {
    let made = book();
    let file = made.book.report_file("dot1", moment().today).unwrap();
    let payload = super::report_file::opened(&file).payload;
    let mut found = Vec::new();
    names(&serde_json::to_value(payload).unwrap(), &mut found);
    let page = std::fs::read_to_string(PAGE).unwrap();
    for name in found {
        assert!(page.contains(&format!("`{name}`")), "{name} is not explained in docs/dinh-dang-tep.md");
    }
}

#[test]
fn the_script_in_the_document_reads_a_report() {
    let made = book();
    let file = made.folder.path().join("báo cáo.docx");
    std::fs::write(&file, made.book.report_file("dot1", moment().today).unwrap()).unwrap();
    let page = std::fs::read_to_string(PAGE).unwrap();
    let script = page.split("```python\n").nth(1).unwrap().split("```").next().unwrap();
    let output = Command::new("python3").args(["-c", script]).arg(&file).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.starts_with("Liên đoàn Lao động huyện Tam Đường dot1"), "{}", String::from_utf8_lossy(&output.stderr));
}
