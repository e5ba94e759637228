//! How long it takes to open a book of an ordinary unit after a year, and from a tick to its answer.
//!
//! The book has plan 383 and 3.000 changes in its log. A tick is measured with everything that the window waits for: the
//! change flushed to the disk, and the checklist and the state of the book read anew.

// A benchmark is no part of the program: it may stop when its own input is wrong.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use sotg_core::book::Book;
use sotg_core::model::ProgressState;

#[path = "../../../../tests/core/support/mod.rs"]
mod support;

use support::{book, codes, moment, state};

const N_CHANGES: usize = 3_000;
const N_TICKS: usize = 2_000;

fn tick(book: &mut Book, codes: &[String], round: usize) {
    let states = [ProgressState::Done, ProgressState::Doing, ProgressState::NotStarted];
    let code = std::slice::from_ref(&codes[round % codes.len()]);
    let said = state(states[(round / codes.len()) % 3]);
    book.set_progress(&moment(), code, &said).unwrap();
}

fn answer(book: &Book) {
    let today = moment().today;
    std::hint::black_box((book.checklist("dot1", today).unwrap(), book.state(today, today).unwrap()));
}

fn grown_book() -> (tempfile::TempDir, Vec<String>) {
    let mut made = book();
    let codes = codes(&made.book, "dot1");
    let mut round = 0;
    while made.book.history(u32::MAX).unwrap().len() < N_CHANGES {
        for _ in 0..500 {
            tick(&mut made.book, &codes, round);
            round += 1;
        }
    }
    made.book.close().unwrap();
    (made.folder, codes)
}

fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort();
    times[(times.len() - 1) * percent / 100]
}

fn ticks(folder: &Path, codes: &[String]) {
    let mut book = Book::open(folder).unwrap();
    let mut times: Vec<Duration> = (0..N_TICKS)
        .map(|round| {
            let start = Instant::now();
            tick(&mut book, codes, round);
            answer(&book);
            start.elapsed()
        })
        .collect();
    let (p50, p95) = (percentile(&mut times, 50), percentile(&mut times, 95));
    println!("tick to answer, {N_TICKS} times: p50 {p50:.2?}, p95 {p95:.2?}");
    book.close().unwrap();
}

fn of_a_year(criterion: &mut Criterion) {
    let (folder, codes) = grown_book();
    ticks(folder.path(), &codes);
    criterion.bench_function("book: open, 3.000 changes in its log", |bencher| {
        bencher.iter_with_large_drop(|| Book::open(folder.path()).unwrap());
    });
    let book = Book::open(folder.path()).unwrap();
    let today = moment().today;
    criterion.bench_function("screen: overview", |bencher| bencher.iter(|| book.overview(today).unwrap()));
    criterion.bench_function("screen: timeline", |bencher| bencher.iter(|| book.timeline(today).unwrap()));
    criterion.bench_function("screen: figures", |bencher| bencher.iter(|| book.figure_table("dot3", today).unwrap()));
    criterion.bench_function("screen: report", |bencher| bencher.iter(|| book.report_draft("dot1", today).unwrap()));
}

criterion_group!(benches, of_a_year);
criterion_main!(benches);
