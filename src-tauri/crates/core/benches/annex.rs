//! How long Word documents of the largest kind take: an annex of 2.000 rows, against docxtpl on the same rows
//! (tests/fixtures/peers/annex_docxtpl.py), and the reports of a hundred units.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a benchmark is no part of the program: it may stop when its own input is wrong"
)]

use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use sotg_core::export::{docx, official_report};
use sotg_core::model::ReportContent;

#[allow(dead_code, reason = "shared with the tests of the documents, which use more of it")]
#[path = "../../../../tests/core/docx_content.rs"]
mod docx_content;
#[allow(dead_code, reason = "shared with the tests of what a report says, which use more of it")]
#[path = "../../../../tests/core/report_input.rs"]
mod report_input;

const N_ROWS: usize = 2_000;
const N_REPORTS: usize = 100;

fn annex(criterion: &mut Criterion) {
    let content = ReportContent { annexes: vec![docx_content::links_annex(N_ROWS)], ..docx_content::shortest() };
    let beside = Path::new(env!("CARGO_TARGET_TMPDIR")).join("annex-content.json");
    std::fs::write(&beside, serde_json::to_vec(&content).unwrap()).unwrap();
    against_docxtpl(&content, &beside);
    criterion.bench_function("annex of 2.000 rows to .docx", |bencher| {
        bencher.iter(|| docx::write(&official_report(black_box(&content))).unwrap());
    });
}

/// The median of some runs of ours, and what docxtpl says of its own in the same minute.
fn against_docxtpl(content: &ReportContent, beside: &Path) {
    let run = || {
        let start = Instant::now();
        black_box(docx::write(&official_report(black_box(content))).unwrap());
        start.elapsed().as_secs_f64() * 1000.0
    };
    let mut ours: Vec<f64> = (0..21).map(|_| run()).collect();
    ours.sort_by(f64::total_cmp);
    let ours = ours[ours.len() / 2];
    let script = Path::new("../../../tests/fixtures/peers/annex_docxtpl.py");
    // Debian's own Python: the package python3-docxtpl belongs to it, whatever other Python comes first.
    let output = Command::new("/usr/bin/python3").arg(script).arg(beside).output().unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("docxtpl: {error}: {}", String::from_utf8_lossy(&output.stderr)));
    let theirs = answer["milliseconds"].as_f64().unwrap();
    assert_eq!(answer["rows"].as_u64(), u64::try_from(N_ROWS).ok(), "docxtpl wrote the same rows");
    println!("{N_ROWS} rows to .docx: {ours:.1} ms; docxtpl: {theirs:.0} ms; {:.0} times as fast", theirs / ours);
}

fn reports(criterion: &mut Criterion) {
    let case = report_input::Case::of_phase_size();
    let with_pictures = {
        let pictures = docx_content::with_pictures();
        ReportContent { charts: pictures.charts, photos: pictures.photos, ..docx_content::composed(&case) }
    };
    for (name, content) in [("with their tables", docx_content::composed(&case)), ("with three photos", with_pictures)]
    {
        let start = Instant::now();
        for _ in 0..N_REPORTS {
            black_box(docx::write(&official_report(black_box(&content))).unwrap());
        }
        println!("{N_REPORTS} reports {name} to .docx: {:.2} s", start.elapsed().as_secs_f64());
    }
    let content = docx_content::with_pictures();
    criterion.bench_function("report with a chart and three photos to .docx", |bencher| {
        bencher.iter(|| docx::write(&official_report(black_box(&content))).unwrap());
    });
}

criterion_group!(benches, annex, reports);
criterion_main!(benches);
