//! What a file is, told by what is in it and not by its name.

use std::collections::BTreeMap;
use std::io::Read as _;

use super::edits::{self, Edits};
use super::found::{Bytes, FILE_LIMIT, Found, NESTING_LIMIT, has_ending, is_compound};
use super::sound;
use crate::error::ErrorCode;
use crate::exchange::envelope::{self, SealFault};
use crate::exchange::form::{self, FormContent};
use crate::exchange::untrusted::{self, Archive, MEGABYTE};
use crate::exchange::{carried, lines};
use crate::hash::sha256;
use crate::model::{Channel, EXCHANGE_FORMAT, FateReason, FileFate, FormTrouble, ReportPayload, SealedKind};
use crate::plan::Plan;

/// Parts of a Word document below this size may be packed as tightly as they like: long annexes repeat themselves.
const RATIO_FROM: u64 = 4 * MEGABYTE;

/// What a file turned out to be.
pub enum Content {
    /// A report: signed, or an Excel form.
    Report(Box<Sealed>),
    /// Anything else.
    Other(Verdict),
}

/// A report with what signed it.
pub struct Sealed {
    /// What it says; without the lines of the document, which were compared.
    pub payload: ReportPayload,
    /// Public key, in hex; empty for an Excel form, which nobody signs.
    pub key: String,
    /// Hash of the payload, in hex; of the file for an Excel form.
    pub sha256: String,
    /// How it came.
    pub channel: Channel,
    /// What was not understood of an Excel form.
    pub troubles: Vec<FormTrouble>,
    /// What was changed in the document afterwards.
    pub edits: Edits,
}

/// A fate that needs nothing but the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What becomes of it.
    pub fate: FileFate,
    /// Why.
    pub reason: FateReason,
    /// What the words speak of.
    pub fields: BTreeMap<String, String>,
}

impl Verdict {
    pub fn new(fate: FileFate, reason: FateReason) -> Verdict {
        Verdict { fate, reason, fields: BTreeMap::new() }
    }

    #[must_use]
    pub fn with(mut self, field: &str, value: impl ToString) -> Verdict {
        self.fields.insert(field.to_owned(), value.to_string());
        self
    }
}

/// The payload of a document that was looked at before: its signature is looked at again, its lines are not.
pub fn reopen(document: &[u8], plan: &Plan) -> Option<(ReportPayload, String)> {
    // Somebody may have put another file in its place.
    let of_form = || Some((form::read("", document.to_vec(), plan).ok()?.payload, sha256(document)));
    if is_compound(document) {
        return of_form();
    }
    let mut archive = untrusted::open(document, RATIO_FROM).ok()?;
    if archive.index_for_name("word/document.xml").is_none() {
        return if is_large_workbook(document) { None } else { of_form() };
    }
    let opened = envelope::open::<ReportPayload>(&carried::find(&mut archive)?, SealedKind::Report).ok()?;
    let payload = ReportPayload { printed: Vec::new(), ..opened.payload };
    Some((payload, opened.sha256))
}

/// Reads a file.
pub fn read(found: &Found<'_>, plan: &Plan) -> Content {
    let name = found.inside.last().map_or(found.name, String::as_str);
    match &found.bytes {
        Bytes::Document { document, .. } if is_compound(document) => of_compound(name, document, plan),
        Bytes::Document { document, .. } => of_document(name, document, plan),
        Bytes::Text(text) => Content::Other(of_text(name, text)),
        Bytes::Beginning(beginning) => Content::Other(of_beginning(name, beginning)),
        Bytes::Problem(reason) => Content::Other(
            Verdict::new(FileFate::Damaged, *reason)
                .with("limit_mb", FILE_LIMIT / MEGABYTE)
                .with("limit", NESTING_LIMIT),
        ),
    }
}

fn damaged(reason: FateReason) -> Content {
    Content::Other(Verdict::new(FileFate::Damaged, reason))
}

fn of_document(name: &str, bytes: &[u8], plan: &Plan) -> Content {
    let mut archive = match untrusted::open(bytes, RATIO_FROM) {
        Ok(archive) => archive,
        Err(untrusted::Problem::Damaged) => return damaged(FateReason::Broken),
        Err(untrusted::Problem::Bomb) => return damaged(FateReason::Bomb),
        Err(untrusted::Problem::Locked) => return damaged(FateReason::Locked),
    };
    if archive.index_for_name("word/document.xml").is_some() {
        return of_word(&mut archive);
    }
    let foreign = || Content::Other(Verdict::new(FileFate::Foreign, FateReason::NoReport));
    if archive.index_for_name(WORKBOOK).is_some() {
        return of_workbook(name, bytes, plan);
    }
    // A form that was saved by LibreOffice in its own kind of file; a text of LibreOffice is none.
    match archive.index_for_name("content.xml").map(|_| of_workbook(name, bytes, plan)) {
        Some(Content::Report(sealed)) => Content::Report(sealed),
        Some(Content::Other(_)) | None => foreign(),
    }
}

/// A form that was saved as .xls; another table, a text of old, or something that is locked with a password.
fn of_compound(name: &str, bytes: &[u8], plan: &Plan) -> Content {
    match of_workbook(name, bytes, plan) {
        Content::Other(Verdict { reason: FateReason::DataBroken, .. }) => Content::Other(of_beginning(name, bytes)),
        known @ (Content::Report(_) | Content::Other(_)) => known,
    }
}

const WORKBOOK: &str = "xl/workbook.xml";

fn of_workbook(name: &str, bytes: &[u8], plan: &Plan) -> Content {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > crate::unit_list::read::SIZE_LIMIT || is_large_workbook(bytes) {
        return damaged(FateReason::TooBig);
    }
    match form::read(name, bytes.to_vec(), plan) {
        Ok(FormContent { payload, troubles }) if sound::is_sound(&payload) => Content::Report(Box::new(Sealed {
            payload,
            key: String::new(),
            sha256: sha256(bytes),
            channel: Channel::Excel,
            troubles,
            edits: Edits::default(),
        })),
        Ok(_) => damaged(FateReason::DataBroken),
        Err(error) if error.code() == ErrorCode::NotFound => {
            Content::Other(Verdict::new(FileFate::NoData, FateReason::PlainExcel))
        }
        Err(error) if error.code() == ErrorCode::TooNew => {
            let fields = error.fields();
            let field = |name: &str| fields.get(name).cloned().unwrap_or_default();
            let verdict = Verdict::new(FileFate::TooNew, FateReason::Format);
            Content::Other(verdict.with("format", field("found")).with("known", field("known")))
        }
        Err(error) if error.code() == ErrorCode::ListLocked => damaged(FateReason::Locked),
        Err(_) => damaged(FateReason::DataBroken),
    }
}

/// Most bytes that the sheets and tables of a form may have once unpacked; one has half a megabyte.
const FORM_LIMIT: u64 = 24 * MEGABYTE;

/// The same of what its cells look like, which takes many times its size in memory.
const STYLES_LIMIT: u64 = 4 * MEGABYTE;

/// The reader of workbooks keeps texts and styles whole, and what a part says of its size is not believed. Pictures are not read.
fn is_large_workbook(bytes: &[u8]) -> bool {
    let Ok(mut archive) = untrusted::open(bytes, RATIO_FROM) else { return false };
    let mut left = FORM_LIMIT;
    for index in 0..archive.len() {
        let Ok(part) = archive.by_index(index) else { continue };
        let name = String::from_utf8_lossy(part.name_raw()).to_lowercase();
        if !has_ending(&name, "xml") && !has_ending(&name, "rels") {
            continue;
        }
        let limit = if name.ends_with("styles.xml") { left.min(STYLES_LIMIT) } else { left };
        // What cannot be unpacked is found out by the reader.
        let size = std::io::copy(&mut part.take(limit + 1), &mut std::io::sink()).unwrap_or_default();
        if size > limit {
            return true;
        }
        left -= size;
    }
    false
}

fn of_word(archive: &mut Archive<'_>) -> Content {
    let brings_macro = archive.file_names().flatten().any(|name| name.to_lowercase().ends_with("vbaproject.bin"));
    if brings_macro {
        return damaged(FateReason::Macro);
    }
    let Some(sealed) = carried::find(archive) else {
        return Content::Other(Verdict::new(FileFate::NoData, FateReason::PlainWord));
    };
    let opened = match envelope::open::<ReportPayload>(&sealed, SealedKind::Report) {
        Ok(opened) => opened,
        Err(fault) => return Content::Other(of_fault(fault)),
    };
    drop(sealed);
    let mut payload = opened.payload;
    if !sound::is_sound(&payload) {
        return damaged(FateReason::DataBroken);
    }
    let printed = std::mem::take(&mut payload.printed);
    let Some(lines) = lines::lines_of(archive) else { return damaged(FateReason::Broken) };
    let edits = edits::between(&printed, &lines);
    Content::Report(Box::new(Sealed {
        payload,
        key: opened.key,
        sha256: opened.sha256,
        channel: Channel::Program,
        troubles: Vec::new(),
        edits,
    }))
}

fn of_fault(fault: SealFault) -> Verdict {
    match fault {
        SealFault::Damaged => Verdict::new(FileFate::Damaged, FateReason::DataBroken),
        SealFault::Forged => Verdict::new(FileFate::Forged, FateReason::Signature),
        SealFault::TooNew(format) => {
            Verdict::new(FileFate::TooNew, FateReason::Format).with("format", format).with("known", EXCHANGE_FORMAT)
        }
        SealFault::OtherKind(kind) => of_kind(kind),
    }
}

fn of_kind(kind: SealedKind) -> Verdict {
    match kind {
        SealedKind::Campaign => Verdict::new(FileFate::PlanFile, FateReason::OtherKind),
        SealedKind::Return => Verdict::new(FileFate::Return, FateReason::OtherKind),
        SealedKind::Receipt => Verdict::new(FileFate::Receipt, FateReason::OtherKind),
        // A report travels in its document; data that somebody took out of one are no report.
        SealedKind::Report => Verdict::new(FileFate::Foreign, FateReason::NoReport),
    }
}

/// A sealed file is JSON; a plan template is text.
fn of_text(name: &str, bytes: &[u8]) -> Verdict {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_ours = has_ending(name, "sotg");
    if text.starts_with(b"{") {
        return match envelope::read(text) {
            Ok(envelope) => of_kind(envelope.kind),
            Err(SealFault::Damaged) if !is_ours => Verdict::new(FileFate::Foreign, FateReason::NoReport),
            Err(fault) => of_fault(fault),
        };
    }
    if text.starts_with(b"# sotg") || (is_ours && !text.is_empty() && std::str::from_utf8(text).is_ok()) {
        return Verdict::new(FileFate::PlanFile, FateReason::OtherKind);
    }
    Verdict::new(FileFate::Damaged, FateReason::Broken)
}

fn of_beginning(name: &str, beginning: &[u8]) -> Verdict {
    let is_called = |endings: &[&str]| endings.iter().any(|ending| has_ending(name, ending));
    if is_compound(beginning) {
        if is_called(&["doc", "dot"]) {
            return Verdict::new(FileFate::NoData, FateReason::PlainWord);
        }
        if is_called(&["xls", "xlt"]) {
            return Verdict::new(FileFate::NoData, FateReason::PlainExcel);
        }
        if is_called(&["docx", "xlsx", "docm", "xlsm"]) {
            return Verdict::new(FileFate::Damaged, FateReason::Locked);
        }
    }
    // A download that ended early, or the page of a web site in its place.
    if is_called(&["docx", "xlsx", "zip"]) {
        return Verdict::new(FileFate::Damaged, FateReason::Broken);
    }
    Verdict::new(FileFate::Foreign, FateReason::NoReport)
}
