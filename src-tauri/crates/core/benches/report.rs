//! How long a report takes: written from the checklist, laid out in the official form, and turned into a Word file.
//!
//! Leaves the content that it prints as JSON beside the build, for the same document by python-docx
//! (tests/fixtures/peers/report_python_docx.py).

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
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use sotg_core::export::{docx, official_report};

#[allow(dead_code, reason = "shared with the tests of the documents, which use more of it")]
#[path = "../../../../tests/core/docx_content.rs"]
mod docx_content;
#[allow(dead_code, reason = "shared with the tests of what a report says, which use more of it")]
#[path = "../../../../tests/core/report_input.rs"]
mod report_input;
#[path = "../../../../tests/core/support/mod.rs"]
mod support;

/// What the window waits for after each change of a report: the check, and what has changed since it was sent.
fn signing(criterion: &mut Criterion) {
    let mut made = support::book();
    let (moment, codes) = (support::moment(), support::codes(&made.book, "dot1"));
    for code in &codes {
        made.book.set_progress(&moment, std::slice::from_ref(code), &support::done()).unwrap();
        made.book.set_note(&moment, code, "Đã tổ chức 3 cuộc tuyên truyền miệng với 120 lượt người dự").unwrap();
    }
    for section in made.book.report_draft("dot1", moment.today).unwrap().sections.iter().filter(|one| one.has_text) {
        let own =
            format!("{}\nNhiệm kỳ 2018 - 2023, Đại hội XII: 12 cuộc tuyên truyền miệng …", section.text().plain());
        let own = sotg_core::model::RichText::from_plain(&own);
        made.book.set_report_section(&moment, "dot1", &section.code, Some(&own)).unwrap();
    }
    criterion.bench_function("report: check before signing", |bencher| {
        bencher.iter(|| black_box(made.book.report_check("dot1", moment.today).unwrap()));
    });
    made.book.set_report_state(&moment, "dot1", sotg_core::model::ReportState::Sent, None).unwrap();
    criterion.bench_function("report: what has changed since it was sent", |bencher| {
        bencher.iter(|| black_box(made.book.report_versions("dot1", moment.today).unwrap()));
    });
}

fn report(criterion: &mut Criterion) {
    let case = report_input::Case::of_phase_size();
    let content = docx_content::composed(&case);
    let beside = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report-content.json");
    std::fs::write(&beside, serde_json::to_vec(&content).unwrap()).unwrap();
    against_python_docx(&case, &beside);
    criterion.bench_function("report: checklist and figures to .docx", |bencher| {
        bencher.iter(|| docx::write(&official_report(&docx_content::composed(black_box(&case)))).unwrap());
    });
    criterion.bench_function("report: text to .docx", |bencher| {
        bencher.iter(|| docx::write(&official_report(black_box(&content))).unwrap());
    });
}

/// The same document by python-docx, in the same run: how many times as long it takes.
fn against_python_docx(case: &report_input::Case, content: &Path) {
    let mut ours: Vec<Duration> = (0..200)
        .map(|_| {
            let start = Instant::now();
            black_box(docx::write(&official_report(&docx_content::composed(black_box(case)))).unwrap());
            start.elapsed()
        })
        .collect();
    ours.sort();
    let ours = ours[ours.len() / 2].as_secs_f64() * 1000.0;
    let script = Path::new("../../../tests/fixtures/peers/report_python_docx.py");
    // Debian's own Python: the package python3-docx belongs to it, whatever other Python comes first.
    let output = Command::new("/usr/bin/python3").arg(script).arg(content).output().unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("python-docx: {error}: {}", String::from_utf8_lossy(&output.stderr)));
    let theirs = answer["milliseconds"].as_f64().unwrap();
    println!("report to .docx, median: {ours:.2} ms; python-docx: {theirs:.1} ms; {:.0} times as fast", theirs / ours);
}

criterion_group!(benches, report, signing);
criterion_main!(benches);
