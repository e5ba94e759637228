//! Sealed files that were tampered with, opened where a unit opens them; and files whose data somebody with a key of his own
//! wrote to do harm: their signature is right, so all that reads the data is reached.
//!
//! Seeded, as in `mutated`.

use std::io::{Read as _, Write as _};
use std::time::Instant;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer as _, SigningKey};
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde_json::Value;
use sotg_core::exchange::carried;
use sotg_core::exchange::opening::kind_of;
use sotg_core::model::{Envelope, SealedKind};

use super::mutated::{Chance, LONGEST, mutated, small};
use super::{DATA, office, with_parts};
use crate::offices::sent;
use crate::support::{TestBook, book, content_of, empty_book, moment};

/// Of each kind, tampered with and sealed anew.
const FILES: usize = 600;

const FOLDER: &str = "../../../tests/fixtures/exchange/v1";

fn kept(name: &str) -> Vec<u8> {
    std::fs::read(format!("{FOLDER}/{name}")).unwrap()
}

fn payload_of(sealed: &[u8]) -> Value {
    let envelope: Envelope = serde_json::from_slice(sealed).unwrap();
    let mut payload = Vec::new();
    ZlibDecoder::new(STANDARD.decode(envelope.payload).unwrap().as_slice()).read_to_end(&mut payload).unwrap();
    serde_json::from_slice(&payload).unwrap()
}

/// By the format as docs/dinh-dang-tep.md has it, without the program.
pub fn sealed(kind: SealedKind, payload: &[u8]) -> Vec<u8> {
    let key = SigningKey::from_bytes(&[7; 32]);
    let signed = [b"so-tuyen-giao/", serde_json::to_string(&kind).unwrap().as_bytes(), b"\n", payload].concat();
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(payload).unwrap();
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let envelope = Envelope {
        format: 1,
        kind,
        payload: STANDARD.encode(packed.finish().unwrap()),
        key: hex(key.verifying_key().as_bytes()),
        signature: hex(&key.sign(&signed).to_bytes()),
    };
    serde_json::to_vec(&envelope).unwrap()
}

/// What no program of ours writes in the place of a value.
fn strange(chance: &mut Chance) -> Value {
    let values = [
        Value::Null,
        Value::Bool(true),
        Value::from(-1),
        Value::from(0),
        Value::from(i64::MIN),
        Value::from(u64::MAX),
        Value::from(1e308),
        Value::from(""),
        Value::from("\0"),
        Value::from("../../../../etc/passwd"),
        Value::from("<script>=HYPERLINK(1)"),
        Value::from("9999-12-31"),
        Value::from("-262143-01-01"),
        Value::from("đ".repeat(300_000)),
        Value::from("e\u{301}\u{202e}\u{feff}".repeat(100)),
        Value::from(vec![Value::from(vec![0; 50]); 50]),
        Value::from(serde_json::Map::new()),
    ];
    values[chance.below(values.len())].clone()
}

/// Somewhere in the data something else: another value, nothing, something twice, a great many.
fn spoil(chance: &mut Chance, value: &mut Value) {
    let is_deeper = chance.below(8) > 0;
    match value {
        Value::Array(list) if !list.is_empty() && is_deeper => {
            let at = chance.below(list.len());
            match chance.below(12) {
                0 => drop(list.remove(at)),
                1 => list.insert(at, list[at].clone()),
                2 => *list = vec![list[at].clone(); 2_000],
                _ => spoil(chance, &mut list[at]),
            }
        }
        Value::Object(fields) if !fields.is_empty() && is_deeper => {
            let name = fields.keys().nth(chance.below(fields.len())).unwrap().clone();
            match chance.below(20) {
                0 => drop(fields.remove(&name)),
                _ => spoil(chance, &mut fields[&name]),
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) | Value::Object(_) => {
            *value = strange(chance)
        }
    }
}

fn spoiled(chance: &mut Chance, payload: &Value) -> Vec<u8> {
    let mut payload = payload.clone();
    (0..=chance.below(3)).for_each(|_| spoil(chance, &mut payload));
    serde_json::to_vec(&payload).unwrap()
}

/// Opens a file wherever the program opens one, in a book that has nothing yet and in one that has sent its report.
fn opened(books: [&TestBook; 2], bytes: &[u8]) -> usize {
    let started = Instant::now();
    let _kind = kind_of(bytes);
    let mut n_shown = 0;
    for made in books {
        n_shown += usize::from(made.book.preview_campaign(bytes, None, moment().today).is_ok());
        n_shown += usize::from(made.book.preview_sealed(bytes).is_ok());
    }
    assert!(started.elapsed() < LONGEST, "{:?}", started.elapsed());
    n_shown
}

#[test]
fn sealed_files_that_were_tampered_with_or_written_to_do_harm_open_nothing_and_stop_nothing() {
    let (fresh, mut district) = (empty_book(), book());
    sent(&mut district.book);
    let books = [&fresh, &district];
    let before = books.map(|made| content_of(made.folder.path()));
    let mut chance = Chance(865);
    let other = kept("bao-cao.docx");
    let kinds = [
        ("ke-hoach.sotg", SealedKind::Campaign, 1),
        ("tra-lai.sotg", SealedKind::Return, 1),
        ("bien-nhan.sotg", SealedKind::Receipt, 1),
    ];
    for (name, kind, n_books) in kinds {
        let whole = kept(name);
        let payload = payload_of(&whole);
        assert!(opened(books, &whole) >= n_books, "{name}: as it is, it can be opened");
        let anew = sealed(kind, &serde_json::to_vec(&payload).unwrap());
        assert!(opened(books, &anew) >= n_books, "{name}: so it can with another key");
        let mut n_shown = 0;
        for _ in 0..FILES {
            let bytes = mutated(&mut chance, &whole, &other);
            n_shown += if bytes == whole { 0 } else { opened(books, &bytes) };
        }
        // A letter of a hash may become the capital one, which says the same.
        assert!(n_shown < FILES / 50, "{name}: {n_shown} were shown although their signature cannot be right");
        for _ in 0..FILES {
            let bytes = sealed(kind, &spoiled(&mut chance, &payload));
            opened(books, &bytes);
        }
    }
    assert_eq!(books.map(|made| content_of(made.folder.path())), before, "looking writes nothing");
}

#[test]
fn reports_whose_data_were_written_to_do_harm_stop_nothing_and_write_nothing() {
    let office = office();
    let before = content_of(office.made.folder.path());
    let document = small();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(document.as_slice())).unwrap();
    let envelope = carried::find(&mut archive).unwrap();
    let payload = payload_of(&envelope);
    let mut chance = Chance(383_865);
    let mut n_taken = 0;
    for _ in 0..FILES / 100 {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..100 {
            let bytes = sealed(SealedKind::Report, &spoiled(&mut chance, &payload));
            let text = String::from_utf8(bytes).unwrap().replace('&', "&amp;").replace('"', "&quot;");
            let part = format!("<exchange xmlns=\"{}\">{text}</exchange>", carried::NAMESPACE);
            let report = with_parts(&document, |name, text| Some(if name == DATA { part.clone() } else { text }));
            std::fs::write(folder.path().join(format!("{number}.docx")), report).unwrap();
        }
        let started = Instant::now();
        let files = office.made.book.preview_files(&[folder.path().to_owned()], moment().today).unwrap().files;
        assert!(started.elapsed() < 2 * LONGEST, "a hundred take {:?}", started.elapsed());
        assert_eq!(files.len(), 100, "each has its line");
        n_taken += files.iter().filter(|file| file.fate.is_taken()).count();
    }
    assert_eq!(content_of(office.made.folder.path()), before, "looking writes nothing");
    assert!(n_taken < FILES, "{n_taken} would be taken");
}
