//! The same report in Word and as PDF: the same pages, each line within one line of its place, the same words.

use std::path::{Path, PathBuf};

use sotg_core::export::{docx, official_report};
use sotg_core::model::ReportContent;

use crate::docx_content::{self, on};
use crate::programs;

/// A folder that stays after the test, so that the pages can be looked at.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    std::fs::create_dir_all(folder.join("word")).unwrap();
    folder
}

#[test]
fn word_and_pdf_have_the_same_lines_on_the_same_pages() {
    let folder = folder();
    let reports: Vec<(&str, ReportContent)> = docx_content::all();
    let mut documents = Vec::new();
    for (name, content) in &reports {
        let document = official_report(content);
        let word = folder.join("word").join(format!("{name}.docx"));
        std::fs::write(&word, docx::write(&document).unwrap()).unwrap();
        std::fs::write(folder.join(format!("{name}.pdf")), sotg_pages::pdf(&document, on(2023, 8, 4)).unwrap()).unwrap();
        documents.push(word);
    }
    programs::printed(&documents, &folder.join("word"));
    for (name, _) in &reports {
        let ours = programs::lines_of_pages(&folder.join(format!("{name}.pdf")));
        let words = programs::lines_of_pages(&folder.join("word").join(format!("{name}.pdf")));
        println!("{name}: {} {}", ours.len(), words.len());
        for (a, b) in ours.iter().zip(&words) {
            println!("  {} {} | {:?} | {:?}", a.len(), b.len(), a.last(), b.last());
        }
    }
}
