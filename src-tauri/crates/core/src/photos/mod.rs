//! Photos of evidence in a report: which ones the official chose, and how they are printed.
//!
//! A photo is reduced once and kept beside the book under the hash of its evidence; what is kept there is made again when
//! it is gone. The evidence itself is never changed.

mod reduce;

use std::fs;
use std::path::Path;

use chrono::NaiveDate;

use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::hash::sha256;
use crate::history::{Change, Moment};
use crate::model::{
    ChecklistItem, Evidence, EvidenceId, EvidenceKind, Op, Outcome, PhotoBytes, PhotoChoice, PhotoView, ReportPhoto,
};
use crate::replace::replace;
use crate::snapshot::Snapshot;
use crate::store::extras::ReportKey;
use crate::{reports, store, text};

use reduce::{Fault, Reduced, reduce};

/// Long side of a photo in a report, in points.
const SIDE: u32 = 1_600;
/// Long side of a photo in the window.
const THUMBNAIL_SIDE: u32 = 320;
/// Folder for reduced photos, beside the book.
const FOLDER: &str = "anh-thu-nho";
const CAPTION_LIMIT: usize = 300;
/// Photos of one report: twenty pages of them.
const COUNT_LIMIT: usize = 80;
/// Endings of names of files that can be photos.
const ENDINGS: [&str; 6] = ["jpg", "jpeg", "jpe", "jfif", "png", "webp"];

impl Book {
    /// The photos of a report: first the chosen ones in their order, then all others of the phase.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn report_photos(&self, phase: &str, today: NaiveDate) -> Result<Vec<PhotoView>> {
        let snapshot = Snapshot::read(self, today)?;
        let offered = offered(&snapshot, phase)?;
        let chosen = store::extras::list_photos(&self.connection, key(&snapshot, phase))?;
        let view = |(item, piece): &(ChecklistItem, Evidence), choice: Option<&PhotoChoice>| PhotoView {
            evidence: piece.id,
            title: piece.title.clone(),
            activity: item.title.clone(),
            caption: choice
                .map(|choice| choice.caption.clone())
                .filter(|caption| !caption.is_empty())
                .unwrap_or_else(|| proposed_caption(item)),
            is_chosen: choice.is_some(),
            is_large: choice.is_some_and(|choice| choice.is_large),
            is_missing: self.is_evidence_missing(piece),
        };
        let find = |choice: &PhotoChoice| offered.iter().find(|(_, piece)| piece.id == choice.evidence);
        let first = chosen.iter().filter_map(|choice| find(choice).map(|offer| view(offer, Some(choice))));
        let is_other = |(_, piece): &&(ChecklistItem, Evidence)| chosen.iter().all(|known| known.evidence != piece.id);
        Ok(first.chain(offered.iter().filter(is_other).map(|offer| view(offer, None))).collect())
    }

    /// Puts photos into a report, in this order; those that are not named leave it.
    ///
    /// # Errors
    /// `not_found`, `too_long`, `too_many_photos`, `report_sent`; for one that comes new into the report also
    /// `picture_unreadable`, `picture_too_large`, `file_vanished`, `evidence_changed`.
    pub fn set_report_photos(&mut self, moment: &Moment, phase: &str, photos: &[PhotoChoice]) -> Result<Outcome> {
        let snapshot = Snapshot::read(self, moment.today)?;
        let report = reports::writable(&snapshot, phase)?;
        if photos.len() > COUNT_LIMIT {
            let refusal = Error::refused(ErrorCode::TooManyPhotos, "choosing photos");
            return Err(refusal.with("count", photos.len()).with("limit", COUNT_LIMIT));
        }
        let offered = offered(&snapshot, phase)?;
        let before = store::extras::list_photos(&self.connection, key(&snapshot, phase))?;
        let mut cleaned: Vec<PhotoChoice> = Vec::with_capacity(photos.len());
        for photo in photos.iter() {
            let offer = offered.iter().find(|(_, piece)| piece.id == photo.evidence);
            let (item, piece) = offer.ok_or_else(|| Error::not_found("evidence", photo.evidence))?;
            if before.iter().all(|known| known.evidence != piece.id) {
                self.reduced(piece, SIDE)?;
            }
            let caption = text::limited("caption", text::clean_line(&photo.caption), CAPTION_LIMIT)?;
            let caption = if caption == proposed_caption(item) { String::new() } else { caption };
            if cleaned.iter().all(|known| known.evidence != photo.evidence) {
                cleaned.push(PhotoChoice { caption, ..photo.clone() });
            }
        }
        let phase = snapshot.phase(phase)?;
        let (unit, campaign) = (snapshot.current.unit, snapshot.current.campaign);
        self.transact(moment, &Change::of(Op::SetReportPhotos, phase.name.as_str()), |transaction| {
            store::report::set(transaction, (unit, campaign), &phase.code, &report)?;
            store::extras::set_photos(transaction, key(&snapshot, &phase.code), &cleaned)
        })
    }

    /// A photo of evidence as small as the window shows it, a JPEG.
    ///
    /// # Errors
    /// `not_found`, `picture_unreadable`, `picture_too_large`, `file_vanished`, `evidence_changed`.
    pub fn photo_thumbnail(&self, id: EvidenceId) -> Result<Vec<u8>> {
        let found = store::evidence::find(&self.connection, id)?;
        let (_, piece) = found.ok_or_else(|| Error::not_found("evidence", id))?;
        self.reduced(&piece, THUMBNAIL_SIDE).map(|reduced| reduced.jpeg)
    }

    /// The same as an address that holds the picture itself, as a page shows it.
    ///
    /// # Errors
    /// As [`Book::photo_thumbnail`].
    pub fn photo_address(&self, id: EvidenceId) -> Result<String> {
        use base64::Engine as _;
        let jpeg = self.photo_thumbnail(id)?;
        Ok(format!("data:image/jpeg;base64,{}", base64::engine::general_purpose::STANDARD.encode(jpeg)))
    }

    /// How many photos a report has.
    pub(crate) fn count_photos(&self, snapshot: &Snapshot, phase: &str) -> Result<usize> {
        Ok(store::extras::list_photos(&self.connection, key(snapshot, phase))?.len())
    }

    /// The photos of a report as they are printed.
    pub(crate) fn printed_photos(&self, phase: &str, today: NaiveDate) -> Result<Vec<ReportPhoto>> {
        let snapshot = Snapshot::read(self, today)?;
        let offered = offered(&snapshot, phase)?;
        let mut printed = Vec::new();
        for PhotoChoice { evidence, caption, is_large } in
            store::extras::list_photos(&self.connection, key(&snapshot, phase))?
        {
            let Some((item, piece)) = offered.iter().find(|(_, piece)| piece.id == evidence) else { continue };
            let Reduced { jpeg, width, height } = self.reduced(piece, SIDE)?;
            let caption = if caption.is_empty() { proposed_caption(item) } else { caption };
            let (sha256, jpeg) = (piece.sha256.clone(), PhotoBytes(jpeg.into()));
            printed.push(ReportPhoto { caption, is_large, width, height, sha256, jpeg });
        }
        Ok(printed)
    }

    /// A photo whose long side is at most `side` points: as kept, or made now.
    fn reduced(&self, piece: &Evidence, side: u32) -> Result<Reduced> {
        let kept = self.folder().join(FOLDER).join(format!("{}-{side}.jpeg", piece.sha256));
        if let Ok(jpeg) = fs::read(&kept)
            && let Ok((width, height)) = reduce::size(&jpeg)
        {
            return Ok(Reduced { jpeg, width, height });
        }
        let original = self.photo_file(piece)?;
        let reduced = reduce(&original, side).map_err(|fault| refusal(fault, &piece.title))?;
        // Kept only to be quicker the next time: a full disk must not keep a report from being written.
        drop(keep(&kept, &reduced.jpeg));
        Ok(reduced)
    }

    /// The evidence file, whole and as it was kept.
    fn photo_file(&self, piece: &Evidence) -> Result<Vec<u8>> {
        let refuse = |code| Error::refused(code, "reading a photo").with("path", &piece.title);
        let path = self.evidence_path(&piece.sha256);
        let bytes = match fs::read(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(refuse(ErrorCode::FileVanished)),
            read => read.map_err(Error::io("read", &path))?,
        };
        if sha256(&bytes) == piece.sha256 { Ok(bytes) } else { Err(refuse(ErrorCode::EvidenceChanged)) }
    }
}

fn refusal(fault: Fault, title: &str) -> Error {
    let refuse = |code| Error::refused(code, "reading a photo").with("path", title);
    match fault {
        Fault::Unreadable => refuse(ErrorCode::PictureUnreadable),
        Fault::TooLarge { width, height } => refuse(ErrorCode::PictureTooLarge)
            .with("width", width)
            .with("height", height)
            .with("limit", reduce::limit_in_millions()),
    }
}

/// Under another name first, so that there is never half a photo under this one.
fn keep(path: &Path, jpeg: &[u8]) -> std::io::Result<()> {
    let unfinished = path.with_extension(format!("{}.tmp", std::process::id()));
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(&unfinished, jpeg)?;
    replace(&unfinished, path)
}

fn key<'a>(snapshot: &Snapshot, phase: &'a str) -> ReportKey<'a> {
    ReportKey { unit: snapshot.current.unit, campaign: snapshot.current.campaign, phase }
}

/// Files of evidence of a phase that can be photos, in the order of the checklist.
fn offered(snapshot: &Snapshot, phase: &str) -> Result<Vec<(ChecklistItem, Evidence)>> {
    let code = &snapshot.phase(phase)?.code;
    let mut offered = Vec::new();
    for item in snapshot.items().into_iter().filter(|item| item.phase == *code) {
        let pieces = snapshot.ids.get(&item.code).and_then(|id| snapshot.evidence.get(id));
        let photos = pieces.into_iter().flatten().filter(|piece| is_photo(piece));
        offered.extend(photos.map(|piece| (item.clone(), piece.clone())));
    }
    Ok(offered)
}

fn is_photo(piece: &Evidence) -> bool {
    let ending = piece.title.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    piece.kind == EvidenceKind::File && ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// What the photo shows, as far as the program knows.
fn proposed_caption(item: &ChecklistItem) -> String {
    let title = text::clean_line(&item.title);
    let title: String = title.trim_end_matches(['.', ';', ',', ':', ' ']).chars().take(CAPTION_LIMIT).collect();
    title.trim_end().to_owned()
}
