//! How long a report takes in the form of an office's own template, and as a workbook of 60.000 rows, each beside the
//! library of Python that offices would use for it, in the same run (tests/fixtures/peers).

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

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use sotg_core::export::template::{check, context, fill, sample};
use sotg_core::export::{TableHead, report_xlsx};
use sotg_core::model::ReportContent;

#[allow(dead_code, reason = "shared with the tests of the documents, which use more of it")]
#[path = "../../../../tests/core/docx_content.rs"]
mod docx_content;
#[allow(dead_code, reason = "shared with the tests of what a report says, which use more of it")]
#[path = "../../../../tests/core/report_input.rs"]
mod report_input;

const ROWS: usize = 60_000;

fn template(criterion: &mut Criterion) {
    let content = docx_content::composed(&report_input::Case::of_phase_size());
    let bytes = sample(&content).unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (file, values) = (folder.join("template.docx"), folder.join("template-values.json"));
    std::fs::write(&file, &bytes).unwrap();
    std::fs::write(&values, serde_json::to_vec(&context(&content)).unwrap()).unwrap();
    let ours = median(50, || fill(black_box(&bytes), black_box(&content)).unwrap());
    let theirs = by_python("template_docxtpl.py", &[&file, &values]);
    println!("fill a template, median: {ours:.2} ms; docxtpl: {theirs:.1} ms; {:.0} times as fast", theirs / ours);
    criterion.bench_function("template: fill", |bencher| {
        bencher.iter(|| fill(black_box(&bytes), black_box(&content)).unwrap());
    });
    criterion.bench_function("template: check", |bencher| bencher.iter(|| check(black_box(&bytes))));
}

fn workbook(_criterion: &mut Criterion) {
    let mut content = docx_content::composed(&report_input::Case::of_phase_size());
    let pattern = content.activities.clone();
    content.activities = pattern.into_iter().cycle().take(ROWS).collect();
    let day = NaiveDate::from_ymd_opt(2023, 7, 20).unwrap();
    let head =
        TableHead { unit: "Đơn vị".to_owned(), plan: "Kế hoạch".to_owned(), today: day, is_sample: false };
    let folder = tempfile::tempdir().unwrap();
    let write = |content: &ReportContent| report_xlsx(&head, content, folder.path()).unwrap();
    let ours = median(3, || write(black_box(&content)));
    println!("workbook of {ROWS} rows: {} KB", write(&content).len() / 1024);
    let rows = Path::new(env!("CARGO_TARGET_TMPDIR")).join("workbook-rows.json");
    std::fs::write(&rows, serde_json::to_vec(&content.activities).unwrap()).unwrap();
    let theirs = by_python("workbook_openpyxl.py", &[&rows]);
    println!(
        "{ROWS} rows to .xlsx, median: {ours:.0} ms; openpyxl: {theirs:.0} ms; {:.1} times as fast",
        theirs / ours
    );
}

/// In milliseconds.
fn median<T>(times: usize, mut work: impl FnMut() -> T) -> f64 {
    let mut taken: Vec<Duration> = (0..times)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    taken.sort();
    taken[times / 2].as_secs_f64() * 1000.0
}

/// What the same work takes there, in milliseconds; reading what it works on is not counted.
fn by_python(script: &str, arguments: &[&Path]) -> f64 {
    let script = Path::new("../../../tests/fixtures/peers").join(script);
    // Debian's own Python: the packages belong to it, whatever other Python comes first.
    let output = Command::new("/usr/bin/python3").arg(script).args(arguments).output().unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    println!("{answer}");
    answer["milliseconds"].as_f64().unwrap()
}

criterion_group!(benches, template, workbook);
criterion_main!(benches);
