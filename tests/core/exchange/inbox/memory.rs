//! What a file of a stranger costs: none takes more than 200 MB of the whole process, and none ends it. Each is looked at in a
//! process of its own, which says how much memory it had at most.

use std::io::{Cursor, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use sotg_core::model::{FateReason, FileFate, SealedKind};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::mutated::Chance;
use super::resealed::sealed;
use super::{DATA, office, report, with_parts, zip};
use crate::support::moment;

const DROP: &str = "SOTG_TEST_DROP";
const LIMIT_KILOBYTES: u64 = 200 * 1024;
const MEGABYTE: usize = 1024 * 1024;

/// The process that looks: run by the test below.
#[test]
fn looks_at_a_file_and_says_how_much_memory_it_took() {
    let Some(path) = std::env::var_os(DROP) else { return };
    let office = office();
    let files = office.made.book.preview_files(&[PathBuf::from(path)], moment().today).unwrap().files;
    let fates: Vec<_> = files.iter().take(3).map(|file| (file.fate, file.reason)).collect();
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    println!("\nlooked {} kB {fates:?}", most.trim().trim_end_matches(" kB"));
}

/// The most memory that looking at it took, in kilobytes, and what became of it.
fn looked_at(path: &Path) -> (u64, String) {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "inbox::memory::looks_at_a_file_and_says_how_much_memory_it_took", "--nocapture"]);
    let output = child.env(DROP, path).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = said.lines().find_map(|line| line.strip_prefix("looked "));
    let (most, fates) = line.and_then(|line| line.split_once(" kB ")).unwrap_or_else(|| {
        panic!("{}: {:?} {}", path.display(), output.status, String::from_utf8_lossy(&output.stderr))
    });
    (most.parse().unwrap(), fates.to_owned())
}

/// So many bytes of this text over and over, with numbers in it that keep it from being packed too tightly.
fn filled(length: usize, piece: &str) -> Vec<u8> {
    let mut chance = Chance(1);
    let mut text = String::with_capacity(length + 100);
    while text.len() < length {
        text.push_str(&piece.replace('#', &(chance.below(1 << 20)).to_string()));
    }
    text.into_bytes()
}

fn within(head: &str, middle: Vec<u8>, tail: &str) -> Vec<u8> {
    [head.as_bytes(), &middle, tail.as_bytes()].concat()
}

const WORD: (&str, &str) = ("<w:document xmlns:w=\"w\"><w:body>", "</w:body></w:document>");

/// A report of ours whose body is this.
fn with_body(body: &[u8]) -> Vec<u8> {
    let body = String::from_utf8(within(WORD.0, body.to_vec(), WORD.1)).unwrap();
    with_parts(&report(0, 1), |name, text| match name {
        "word/document.xml" => Some(body.clone()),
        DATA | "[Content_Types].xml" => Some(text),
        _ => None,
    })
}

/// A report of ours with these data, signed.
fn with_data(payload: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(sealed(SealedKind::Report, payload)).unwrap().replace('"', "&quot;");
    let part = format!("<exchange xmlns=\"{}\">{text}</exchange>", sotg_core::exchange::carried::NAMESPACE);
    with_parts(&report(0, 1), |name, text| Some(if name == DATA { part.clone() } else { text }))
}

/// A form in which one part is this.
fn with_part(part: &str, bytes: &[u8]) -> Vec<u8> {
    let form = std::fs::read("../../../tests/fixtures/exchange/v1/bieu-mau.xlsx").unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(form)).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).unwrap();
        if file.name().unwrap() != part {
            zip.raw_copy_file(file).unwrap();
        }
    }
    zip.start_file(part, SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap().into_inner()
}

/// The same, where the packed file says that the last part has a thousand bytes.
fn understated(mut packed: Vec<u8>, part: &str) -> Vec<u8> {
    let small = 1_000u32.to_le_bytes();
    let places: Vec<usize> =
        packed.windows(part.len()).enumerate().filter(|(_, at)| *at == part.as_bytes()).map(|(at, _)| at).collect();
    for at in places {
        // The name stands 30 bytes after the beginning of its own head, and 46 after that of the list at the end.
        for (head, size, mark) in [(30, 22, b"PK\x03\x04"), (46, 24, b"PK\x01\x02")] {
            if at >= head && packed[at - head..].starts_with(mark) {
                packed[at - head + size..at - head + size + 4].copy_from_slice(&small);
            }
        }
    }
    packed
}

/// A packed file that lists so many parts, all of them the same.
fn listing(count: usize) -> Vec<u8> {
    let one = zip(&[("a", b"")]);
    let at = one.windows(4).position(|mark| mark == b"PK\x01\x02").unwrap();
    let end = one.windows(4).rposition(|mark| mark == b"PK\x05\x06").unwrap();
    let mut packed = one[..at].to_vec();
    (0..count).for_each(|_| packed.extend_from_slice(&one[at..end]));
    let (size, start) = (packed.len() - at, at);
    let large = packed.len();
    packed.extend_from_slice(b"PK\x06\x06");
    packed.extend(44u64.to_le_bytes());
    packed.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for number in [count, count, size, start] {
        packed.extend(u64::try_from(number).unwrap().to_le_bytes());
    }
    packed.extend_from_slice(b"PK\x06\x07");
    packed.extend(0u32.to_le_bytes());
    packed.extend(u64::try_from(large).unwrap().to_le_bytes());
    packed.extend(1u32.to_le_bytes());
    packed.extend_from_slice(b"PK\x05\x06");
    packed.extend([0; 4]);
    let short = u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes();
    packed.extend([short, short].concat());
    packed.extend([0xff; 8]);
    packed.extend([0; 2]);
    packed
}

/// A file that has a beginning and then a gigabyte of nothing.
fn sparse(path: &Path, beginning: &[u8]) {
    let mut file = std::fs::File::create(path).unwrap();
    file.write_all(beginning).unwrap();
    file.seek(std::io::SeekFrom::Start(1 << 30)).unwrap();
    file.write_all(b"x").unwrap();
}

fn nested(depth: usize, innermost: Vec<u8>) -> Vec<u8> {
    (0..depth).fold(innermost, |inner, _| zip(&[("a.zip", &inner)]))
}

type Case = (&'static str, Box<dyn Fn() -> Vec<u8>>);

fn hostile() -> Vec<Case> {
    let sheet = |row: &'static str, length: usize| {
        move || {
            with_part(
                "xl/worksheets/sheet1.xml",
                &within("<worksheet><sheetData>", filled(length, row), "</sheetData></worksheet>"),
            )
        }
    };
    let strings = |length| within("<sst count=\"1\" uniqueCount=\"1\">", filled(length, "<si><t>#</t></si>"), "</sst>");
    let part = "xl/sharedStrings.xml";
    let word = |length, piece: &'static str| move || with_body(&filled(length, piece));
    let printed = |length: usize, piece: &'static str| {
        move || with_data(&within("{\"printed\":[\"\"", filled(length, piece), "]}"))
    };
    vec![
        ("hệ số nén.zip", Box::new(|| zip(&[("a.docx", &vec![0; 250 * MEGABYTE])]))),
        ("lồng nhau.zip", Box::new(|| nested(12, report(0, 1)))),
        (
            "lồng nhau, lớn.zip",
            Box::new(|| {
                let held = filled(30 * MEGABYTE, "#");
                nested(2, zip(&[("[Content_Types].xml", b"<a/>"), ("word/document.xml", &held)]))
            }),
        ),
        ("nhiều mục.zip", Box::new(|| listing(1_200_000))),
        ("65.000 mục.docx", Box::new(|| listing(65_000))),
        ("chuỗi dài.xlsx", Box::new(move || with_part(part, &strings(120 * MEGABYTE)))),
        ("chuỗi vừa giới hạn.xlsx", Box::new(move || with_part(part, &strings(23 * MEGABYTE)))),
        ("chuỗi khai man.xlsx", Box::new(move || understated(with_part(part, &strings(120 * MEGABYTE)), part))),
        (
            "kiểu ô.xlsx",
            Box::new(|| {
                let styles = within(
                    "<styleSheet><cellXfs>",
                    filled(60 * MEGABYTE, "<xf numFmtId=\"#\"/>"),
                    "</cellXfs></styleSheet>",
                );
                with_part("xl/styles.xml", &styles)
            }),
        ),
        (
            "kiểu ô vừa giới hạn.xlsx",
            Box::new(|| {
                let styles = within(
                    "<styleSheet><cellXfs>",
                    filled(4 * MEGABYTE - 200, "<xf numFmtId=\"#\"/>"),
                    "</cellXfs></styleSheet>",
                );
                with_part("xl/styles.xml", &styles)
            }),
        ),
        ("một triệu dòng.xlsx", Box::new(sheet("<row><c><v>#</v></c></row>", 32 * MEGABYTE))),
        ("nhiều ô.xlsx", Box::new(sheet("<c t=\"str\"><v>#</v></c>", 23 * MEGABYTE))),
        (
            "công thức chung.xlsx",
            Box::new(sheet(
                "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"99999999999\" ref=\"A1:A2\">B#</f></c></row>",
                100,
            )),
        ),
        (
            "một triệu dòng.ods",
            Box::new(|| {
                let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"><text:p>#</text:p></table:table-cell></table:table-row>";
                let content = within(
                    "<office:document-content><table:table table:name=\"a\">",
                    filled(22 * MEGABYTE, row),
                    "</table:table></office:document-content>",
                );
                zip(&[
                    ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                    ("META-INF/manifest.xml", b"<a/>"),
                    ("content.xml", &content),
                ])
            }),
        ),
        (
            "một dòng chữ.ods",
            Box::new(|| {
                zip(&[
                    ("mimetype", b"x"),
                    ("META-INF/manifest.xml", b"<a/>"),
                    ("content.xml", &filled(120 * MEGABYTE, "#")),
                ])
            }),
        ),
        ("thân dài.docx", Box::new(word(120 * MEGABYTE, "<w:p><w:r><w:t>#</w:t></w:r></w:p>"))),
        ("thân vừa giới hạn.docx", Box::new(word(23 * MEGABYTE, "<w:p><w:t>#</w:t></w:p>"))),
        (
            "một dòng.docx",
            Box::new(|| with_body(&within("<w:p><w:t>", filled(23 * MEGABYTE, "# a b "), "</w:t></w:p>"))),
        ),
        ("bảng lồng nhau.docx", Box::new(word(23 * MEGABYTE, "<w:tbl><w:tr><w:tc>"))),
        ("dữ liệu dài.docx", Box::new(printed(60 * MEGABYTE, ",\"#\""))),
        ("dữ liệu vừa giới hạn.docx", Box::new(printed(7 * MEGABYTE, ",\"\""))),
        ("dữ liệu lồng nhau.docx", Box::new(|| with_data(&filled(7 * MEGABYTE, "[")))),
        (
            "phần XML lồng nhau.docx",
            Box::new(|| {
                with_parts(&report(0, 1), |name, text| {
                    Some(if name == DATA { "<a>".repeat(8 * MEGABYTE) } else { text })
                })
            }),
        ),
        ("ngoặc.sotg", Box::new(|| within("{\"format\":1,\"kind\":", filled(60 * MEGABYTE, "["), ""))),
        (
            "dài.sotg",
            Box::new(|| {
                within(
                    "{\"format\":1,\"kind\":\"return\",\"payload\":\"",
                    filled(15 * MEGABYTE, "#"),
                    "\",\"key\":\"\",\"signature\":\"\"}",
                )
            }),
        ),
        (
            "cũ.xls",
            Box::new(|| {
                // A head that points everywhere: sectors of 512 bytes, a table that is made of the file itself.
                let mut old = filled(19 * MEGABYTE, "#");
                old[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
                old[30..34].copy_from_slice(&[9, 0, 6, 0]);
                (48..512)
                    .step_by(4)
                    .for_each(|at| old[at..at + 4].copy_from_slice(&u32::try_from(at % 97).unwrap().to_le_bytes()));
                old
            }),
        ),
    ]
}

#[test]
fn no_file_takes_more_than_two_hundred_megabytes() {
    let folder = tempfile::tempdir().unwrap();
    let mut costs = Vec::new();
    let mut look = |path: &Path| {
        let (most, fates) = looked_at(path);
        costs.push((most, path.file_name().unwrap().to_string_lossy().into_owned(), fates));
        std::fs::remove_file(path).unwrap();
    };
    let usual = folder.path().join("báo cáo.docx");
    std::fs::write(&usual, report(0, 1)).unwrap();
    look(&usual);
    for (name, make) in hostile() {
        let path = folder.path().join(name);
        std::fs::write(&path, make()).unwrap();
        look(&path);
    }
    let beginnings: [(&str, &[u8]); 5] = [
        ("a.docx", b"PK\x03\x04"),
        ("a.sotg", b"{"),
        ("a.xls", b"\xd0\xcf\x11\xe0"),
        ("a.pdf", b"%PDF"),
        ("b.sotg", b"# sotg"),
    ];
    for (name, beginning) in beginnings {
        let path = folder.path().join(format!("1 GB {name}"));
        sparse(&path, beginning);
        look(&path);
    }
    let table: String =
        costs.iter().map(|(most, name, fates)| format!("{:>4} MB {name} {fates}\n", most / 1024)).collect();
    println!("{table}");
    assert!(costs.iter().all(|(most, ..)| *most < LIMIT_KILOBYTES), "\n{table}");
    let taken = |(_, _, fates): &&(u64, String, String)| fates.contains("New") && !fates.contains("UnknownUnit");
    assert!(costs[0].2.contains(&format!("({:?}, {:?})", FileFate::New, FateReason::None)), "{table}");
    assert!(
        costs.iter().skip(1).filter(taken).count() <= 4,
        "a long report is still a report, the rest is not\n{table}"
    );
}
