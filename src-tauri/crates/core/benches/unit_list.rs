//! How long a list of 10.000 units takes from the file to its preview, and until it is accepted.
//!
//! Compared with nothing known, with 1.000 and with 10.000 known units, of which the list has most: a tenth with a slip of the
//! finger in its name. Prints the most memory that the process had, and how long openpyxl needs only to read the file.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a benchmark is no part of the program: it may stop when its own input is wrong"
)]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use sotg_core::book::Book;
use sotg_core::model::{ImportChoices, OurUnit, SetUp, UnitLevel};

#[path = "../../../../tests/core/support/mod.rs"]
mod support;

use support::{empty_book, moment, set_up};

const N: usize = 10_000;

/// Invented names like those of a province: kinds of units at places.
fn name(number: usize, has_slip: bool) -> String {
    let kinds = [
        "Trường Tiểu học",
        "Trường Mầm non",
        "Trường THCS",
        "Trạm Y tế xã",
        "UBND xã",
        "Công ty Cổ phần",
        "Hợp tác xã",
        "Trường PTDTBT THCS",
    ];
    let firsts = ["Mường", "Bản", "Nậm", "Tả", "Pa", "Sin", "Khun", "Hồng", "Thanh", "Phúc", "Trung", "Đông", "Tây"];
    let seconds = [
        "Mạ", "Khoa", "Thuồng", "Tăm", "Cuổi", "Lỏng", "Ngài", "Phìn", "Sáng", "Đồng", "Kim", "Than", "Chải", "Suối",
        "Lèng", "Giang", "Cấu",
    ];
    let kind = kinds[number % kinds.len()];
    let first = firsts[number / 8 % firsts.len()];
    let second = seconds[number / 104 % seconds.len()];
    let second = if has_slip { format!("{second}h") } else { second.to_owned() };
    format!("CĐCS {kind} {first} {second} {}", number / 1_768 + 1)
}

/// A workbook with shared texts, as Excel writes it.
fn workbook(n: usize, slips: bool) -> Vec<u8> {
    let (mut texts, mut rows) = (String::new(), String::new());
    let mut n_texts = 0;
    let mut text = |value: &str| {
        write!(texts, "<si><t>{value}</t></si>").unwrap();
        n_texts += 1;
        n_texts - 1
    };
    let heads = ["TT", "Tên đơn vị", "Trực thuộc", "Số đoàn viên", "Khu vực"].map(&mut text);
    let districts: Vec<usize> = (1..=8).map(|number| text(&district(number))).collect();
    let sector = text("NN");
    let cells: Vec<String> = heads.iter().map(|head| format!("<c t=\"s\"><v>{head}</v></c>")).collect();
    write!(rows, "<row r=\"1\">{}</row>", cells.concat()).unwrap();
    for number in 0..n {
        let shown = text(&name(number, slips && number % 10 == 0));
        let (row, district) = (number + 2, districts[number % 8]);
        write!(
            rows,
            "<row r=\"{row}\"><c><v>{row}</v></c><c t=\"s\"><v>{shown}</v></c><c t=\"s\"><v>{district}</v></c><c><v>{}</v></c><c t=\"s\"><v>{sector}</v></c></row>",
            number % 90 + 5
        )
        .unwrap();
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    packed(&[
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{kind}.sharedStrings+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{kind}.worksheet+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"DS\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{main}\" uniqueCount=\"{n_texts}\">{texts}</sst>")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

fn district(number: usize) -> String {
    let places = ["Tam Đường", "Phong Thổ", "Sìn Hồ", "Nậm Nhùn", "Mường Tè", "Tân Uyên", "Than Uyên", "Mường Mẫu"];
    format!("LĐLĐ huyện {}", places[number - 1])
}

fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        packed.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        packed.write_all(content.as_bytes()).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

/// A province with its districts and as many units.
fn province(n: usize) -> support::TestBook {
    let mut made = empty_book();
    let unit =
        OurUnit {
            level: UnitLevel::Province, name: "Liên đoàn Lao động tỉnh Lai Châu".to_owned(), ..support::unit()
        };
    made.book.set_up(&moment(), &SetUp { unit, ..set_up() }).unwrap();
    let list =
        (1..=8).fold("Tên đơn vị;Số ĐV\n".to_owned(), |list, number| format!("{list}{};1\n", district(number)));
    let path = made.folder.path().join("huyen.csv");
    std::fs::write(&path, list).unwrap();
    made.book.import_units(&moment(), &path, &decided(&made.book, &path), None).unwrap();
    if n > 0 {
        let path = made.folder.path().join("co-so.xlsx");
        std::fs::write(&path, workbook(n, false)).unwrap();
        let start = Instant::now();
        made.book.import_units(&moment(), &path, &ImportChoices::default(), None).unwrap();
        println!("list of {n} new units, accepted: {:.2?}", start.elapsed());
    }
    made
}

/// Every doubtful line is a unit of its own.
fn decided(book: &Book, path: &Path) -> ImportChoices {
    let preview = book.preview_units(path, &ImportChoices::default(), moment().today).unwrap();
    let doubtful = preview.lines.iter().filter(|line| !line.candidates.is_empty());
    ImportChoices { decisions: doubtful.map(|line| (line.row, None)).collect(), ..ImportChoices::default() }
}

/// What the processor worked for one preview, which does not depend on what else the machine does.
fn processor_time(book: &Book, path: &Path) -> String {
    const ROUNDS: u64 = 10;
    let ticks = || -> u64 {
        let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
        let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum()
    };
    let before = ticks();
    for _ in 0..ROUNDS {
        book.preview_units(path, &ImportChoices::default(), moment().today).unwrap();
    }
    // Linux counts in hundredths of a second.
    format!("{} ms of the processor", (ticks() - before) * 10 / ROUNDS)
}

fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: not told").to_owned()
}

/// The same file only read, by openpyxl, in the same run.
fn read_by_openpyxl(path: &Path) {
    let script = Path::new("../../../tests/fixtures/peers/list_openpyxl.py");
    // Debian's own Python: the package python3-openpyxl belongs to it, whatever other Python comes first.
    let output = Command::new("/usr/bin/python3").arg(script).arg(path).output().unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("openpyxl: {error}: {}", String::from_utf8_lossy(&output.stderr)));
    println!("only read, by openpyxl {}: {} ms", answer["openpyxl"], answer["milliseconds"]);
}

fn previews(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("list of 10.000 units, file to preview");
    group.sample_size(10);
    for n_known in [0, 1_000, N] {
        let made = province(n_known);
        let path = made.folder.path().join("danh-sach.xlsx");
        std::fs::write(&path, workbook(N, true)).unwrap();
        let preview = made.book.preview_units(&path, &ImportChoices::default(), moment().today).unwrap();
        println!(
            "{n_known} known: {} new, {} changed, {} unchanged, {} doubtful, {} refused; {}; {}",
            preview.n_new,
            preview.n_changed,
            preview.n_unchanged,
            preview.n_doubtful,
            preview.n_refused,
            processor_time(&made.book, &path),
            most_memory()
        );
        read_by_openpyxl(&path);
        group.bench_function(format!("{n_known} known"), |bencher| {
            bencher.iter(|| made.book.preview_units(&path, &ImportChoices::default(), moment().today).unwrap());
        });
    }
    group.finish();
}

criterion_group!(benches, previews);
criterion_main!(benches);
