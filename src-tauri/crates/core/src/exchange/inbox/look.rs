//! Every file of a drop with what it says of itself; what the office knows of it comes afterwards.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::content::{self, Content, Sealed, Verdict};
use super::edits;
use super::found::{self, Bytes, Found};
use super::remembered;
use crate::error::Result;
use crate::exchange::key;
use crate::hash::sha256;
use crate::model::{CampaignRef, Channel, FateReason, FileFate, InboxFile, UnitRef};
use crate::plan::Plan;
use crate::text;

/// Places of an Excel form that are named.
const TROUBLES_LIMIT: usize = 100;

/// What a report says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub campaign: CampaignRef,
    pub unit: UnitRef,
    pub sequence: i64,
    pub is_sent: bool,
    /// Public key that signed it.
    pub key: String,
    /// Hash of the payload.
    pub sha256: String,
    /// How it came.
    pub channel: Channel,
    /// True if its evidence came along.
    pub has_evidence: bool,
}

/// A file with what it says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    pub file: InboxFile,
    /// `None` for anything but a report.
    pub head: Option<Head>,
}

/// Looks at everything that was dropped; how many files were left out.
///
/// # Errors
/// `io` if what was dropped is not there.
pub fn look(paths: &[PathBuf], plan: &Plan) -> Result<(Vec<Looked>, u32)> {
    let (places, n_left_out) = found::list(paths)?;
    let mut looked = Vec::new();
    let plan = (plan, mark_of(plan));
    for place in &places {
        place.visit(&mut |found| {
            looked.push(look_at(found, (plan.0, &plan.1)));
            Ok(())
        })?;
    }
    // The same file may be dropped twice, by its folder and by itself.
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for one in &mut looked {
        let times = seen.entry(one.file.id.clone()).or_default();
        if *times > 0 {
            one.file.id = format!("{}-{times}", one.file.id);
        }
        *times += 1;
    }
    Ok((looked, n_left_out))
}

/// Of the names by which figures that were changed are called.
fn mark_of(plan: &Plan) -> String {
    let names = plan.indicators.iter().map(|known| format!("{}\0{}\0{}\0", known.code, known.name, known.phrase));
    sha256(names.collect::<String>().as_bytes())
}

fn look_at(found: &Found<'_>, (plan, mark): (&Plan, &str)) -> Looked {
    let Bytes::Document { document, .. } = found.bytes else { return read(found, plan) };
    // What of old is no workbook is told by its name.
    let ending = if found::is_compound(document) { found::ending_of(found) } else { String::new() };
    let name = format!("{mark}{}{ending}", sha256(document));
    if let Some(known) = remembered::find(&name) {
        let payload = known.head.as_ref().map(|head| head.sha256.as_str()).unwrap_or_default();
        let InboxFile { id, name, folder, inside, size, .. } = blank(found, payload);
        let head = known.head.map(|head| Head { has_evidence: has_evidence(found), ..head });
        return Looked { file: InboxFile { id, name, folder, inside, size, ..known.file }, head };
    }
    let looked = read(found, plan);
    remembered::keep(name, &looked);
    looked
}

/// True if the evidence lies beside the document in its packed file.
fn has_evidence(found: &Found<'_>) -> bool {
    matches!(found.bytes, Bytes::Document { document, file } if document.len() != file.len())
}

fn read(found: &Found<'_>, plan: &Plan) -> Looked {
    match content::read(found, plan) {
        Content::Report(sealed) => of_report(found, &sealed, plan),
        Content::Other(Verdict { fate, reason, fields }) => {
            Looked { file: InboxFile { fate, reason, fields, ..blank(found, "") }, head: None }
        }
    }
}

/// Where a file was found, as sixteen letters.
pub fn place_of(found: &Found<'_>) -> String {
    let place = format!("{}\0{}\0{}\0{}", found.folder, found.name, found.inside.join("\0"), found.size);
    sha256(place.as_bytes()).chars().take(PLACE_LETTERS).collect()
}

/// Letters of [`place_of`], with which the name of every file of a drop begins; what it says follows.
pub const PLACE_LETTERS: usize = 16;

fn blank(found: &Found<'_>, payload: &str) -> InboxFile {
    InboxFile {
        id: place_of(found) + payload.get(..8).unwrap_or_default(),
        name: found.name.to_owned(),
        folder: found.folder.to_owned(),
        inside: found.inside.to_vec(),
        size: i64::try_from(found.size).unwrap_or(i64::MAX),
        fate: FileFate::Foreign,
        reason: FateReason::None,
        fields: BTreeMap::new(),
        unit: None,
        unit_name: String::new(),
        superior: String::new(),
        candidates: Vec::new(),
        phase: String::new(),
        version: 0,
        number: String::new(),
        dated_on: None,
        sent_on: None,
        fingerprint: String::new(),
        is_first_key: false,
        is_sample: false,
        edits: Vec::new(),
        n_edits: 0,
        troubles: Vec::new(),
        n_troubles: 0,
        is_signed: false,
    }
}

fn of_report(found: &Found<'_>, sealed: &Sealed, plan: &Plan) -> Looked {
    let Sealed { payload, key: signer, sha256, channel, troubles, edits: changed } = sealed;
    let file = InboxFile {
        unit_name: text::clean_line(&payload.unit.name),
        superior: text::clean_line(&payload.unit.superior),
        phase: text::clean_line(&payload.phase),
        version: payload.version,
        number: text::clean_line(&payload.number),
        dated_on: payload.dated_on,
        sent_on: payload.sent_on,
        fingerprint: if signer.is_empty() { String::new() } else { key::fingerprint(signer) },
        is_sample: payload.is_sample,
        edits: edits::named(changed, payload, plan),
        n_edits: changed.count,
        troubles: troubles.iter().take(TROUBLES_LIMIT).cloned().collect(),
        n_troubles: u32::try_from(troubles.len()).unwrap_or(u32::MAX),
        is_signed: !signer.is_empty(),
        ..blank(found, sha256)
    };
    let head = Head {
        campaign: payload.campaign.clone(),
        unit: payload.unit.clone(),
        sequence: payload.sequence,
        is_sent: payload.is_sent,
        key: signer.clone(),
        sha256: sha256.clone(),
        channel: *channel,
        has_evidence: has_evidence(found),
    };
    Looked { file, head: Some(head) }
}
