//! Returns, receipts and the ledger, for people to read.

use std::path::Path;

use sotg_core::exchange::receipts::short_hash;
use sotg_core::model::{LedgerEntry, Outcome, SealedKind, SealedPreview};
use sotg_core::text::short_date;

use crate::session::Session;
use crate::{print, words};

/// What was done, and where the file is.
pub fn written(session: &Session, outcome: &Outcome, path: &Path) {
    if session.json {
        print::json(&serde_json::json!({ "step": outcome.step, "path": path }));
    } else {
        print::outcome(outcome);
        println!("{}", path.display());
    }
}

/// The ledger, a line each.
pub fn ledger(entries: &[LedgerEntry]) {
    for entry in entries {
        let version = if entry.version == 0 { String::new() } else { format!(", bản {}", entry.version) };
        let parts = [&entry.phase, &entry.unit_name, &entry.file_name, &short_hash(&entry.sha256), &entry.note];
        let rest: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let (direction, kind) = (words::direction(entry.direction), words::ledger_kind(entry.kind));
        println!("{} {direction} {kind}{version}: {}", short_date(entry.on), rest.join(" | "));
    }
}

/// A return or a receipt.
pub fn preview(preview: &SealedPreview) {
    let what = match preview.kind {
        SealedKind::Return => "trả lại để sửa báo cáo",
        SealedKind::Receipt if preview.is_accepted => "đã nhận và chấp nhận báo cáo",
        SealedKind::Receipt | SealedKind::Report | SealedKind::Campaign => "đã nhận báo cáo",
    };
    println!(
        "{} {what} {}, bản {}, ngày {}",
        preview.office,
        preview.phase_name,
        preview.version,
        short_date(preview.on)
    );
    let known = if preview.is_known_key { "đã biết" } else { "chưa biết" };
    println!("Mã khóa: {} ({known})", preview.fingerprint);
    if let Some(day) = preview.wanted_by {
        println!("Đề nghị gửi lại trước ngày {}", short_date(day));
    }
    if !preview.note.is_empty() {
        println!("{}", preview.note);
    }
    preview.marks.iter().for_each(|mark| println!("- {}: {}", mark.label, mark.note));
    if preview.is_taken {
        println!("Tệp này đã mở trước đây.");
    }
}
