//! What becomes of each file: what it says of itself beside what the office knows. Pure.
//!
//! Files are judged in an order of their own, by unit, phase, version, sequence and hash, so that neither their names nor the
//! order in which they were dropped decides anything.

use std::collections::{BTreeMap, HashMap};

use super::content::Verdict;
use super::desk::{Desk, Kept, Names};
use super::look::{Head, Looked};
use crate::exchange::key;
use crate::hash::sha256;
use crate::model::{
    Channel, ConfirmedKey, FateReason, FileFate, ImportCandidate, InboxChoice, InboxFile, LineEdit, UnitId,
};
use crate::text;

/// The files with their fates, and those that are taken, in the order in which they were judged.
pub struct Judged {
    pub files: Vec<InboxFile>,
    pub taken: Vec<Taken>,
}

/// A file that is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    pub file: String,
    pub unit: UnitId,
    /// Hash of the payload.
    pub sha256: String,
    /// What was changed in the document afterwards.
    pub edits: Vec<LineEdit>,
    /// How it came.
    pub channel: Channel,
    /// The public key that signed it.
    pub key: String,
    /// The same, where it is the first or a new one of the unit.
    pub new_key: Option<String>,
}

/// Whose a report is.
enum Owner {
    Known(UnitId),
    Unknown(FateReason, Vec<ImportCandidate>),
}

/// Judges all files of a drop.
pub fn judge(desk: &Desk, looked: Vec<Looked>, choice: &InboxChoice) -> Judged {
    let names = Names::new(desk);
    let mut sheet = Sheet {
        desk,
        choice,
        keys: desk.keys.clone(),
        kept: desk.kept.clone(),
        in_drop: HashMap::new(),
        taken: Vec::new(),
    };
    let mut files = Vec::with_capacity(looked.len());
    let mut reports = Vec::new();
    for Looked { mut file, head } in looked {
        let Some(head) = head else {
            files.push(file);
            continue;
        };
        if let Some(verdict) = misplaced(desk, &file, &head) {
            files.push(decided(file, verdict));
            continue;
        }
        match owner(desk, &names, choice, &file, &head) {
            Owner::Known(unit) => {
                file.unit = Some(unit);
                if let Some(name) = desk.names.get(&unit) {
                    file.unit_name.clone_from(name);
                }
                reports.push((unit, file, head));
            }
            Owner::Unknown(reason, candidates) => {
                file.candidates = candidates;
                files.push(decided(file, Verdict::new(FileFate::UnknownUnit, reason)));
            }
        }
    }
    reports.sort_by(|one, two| order(one).cmp(&order(two)));
    for (unit, file, head) in reports {
        files.push(sheet.report(unit, file, &head));
    }
    files.sort_by(|one, two| shown(one).cmp(&shown(two)));
    Judged { files, taken: sheet.taken }
}

type Order<'a> = (UnitId, &'a str, u32, i64, &'a str, bool, &'a str);

/// Of copies of one report the one with its evidence comes first.
fn order((unit, file, head): &(UnitId, InboxFile, Head)) -> Order<'_> {
    (*unit, &file.phase, file.version, head.sequence, &head.sha256, !head.has_evidence, &file.id)
}

type Shown<'a> = (u8, Vec<u8>, &'a str, u32, &'a str, &'a str, &'a [String], &'a str);

fn shown(file: &InboxFile) -> Shown<'_> {
    let InboxFile { unit_name, phase, version, folder, name, inside, id, .. } = file;
    (file.rank(), text::sort_key(unit_name), phase, *version, folder, name, inside, id)
}

fn decided(mut file: InboxFile, verdict: Verdict) -> InboxFile {
    (file.fate, file.reason) = (verdict.fate, verdict.reason);
    file.fields.extend(verdict.fields);
    file
}

/// A report of another campaign, or our own.
fn misplaced(desk: &Desk, file: &InboxFile, head: &Head) -> Option<Verdict> {
    let wrong = |reason| Verdict::new(FileFate::WrongCampaign, reason);
    let campaign = &head.campaign;
    if file.is_sample && !desk.is_sample {
        return Some(wrong(FateReason::Sample));
    }
    if campaign.plan != desk.plan.code {
        return Some(wrong(FateReason::OtherPlan).with("plan", text::clean_line(&campaign.plan)));
    }
    if !campaign.issuer.is_empty() && !desk.issuer.is_empty() && campaign.issuer != desk.issuer {
        return Some(wrong(FateReason::OtherIssuer).with("issuer", key::fingerprint(&campaign.issuer)));
    }
    if !desk.plan.phases.iter().any(|phase| phase.code == file.phase) {
        return Some(wrong(FateReason::OtherPhase).with("phase", &file.phase));
    }
    let is_ours = !head.unit.uid.is_empty() && head.unit.uid == desk.our_uid;
    is_ours.then(|| Verdict::new(FileFate::UnknownUnit, FateReason::OwnReport))
}

fn owner(desk: &Desk, names: &Names<'_>, choice: &InboxChoice, file: &InboxFile, head: &Head) -> Owner {
    if let Some(unit) = desk.of_uid(&head.unit.uid).filter(|_| !head.unit.uid.is_empty()) {
        return Owner::Known(unit);
    }
    let assigned = choice.units.iter().find(|assigned| assigned.file == file.id).map(|assigned| assigned.unit);
    if let Some(unit) = assigned.filter(|unit| desk.names.contains_key(unit)) {
        return Owner::Known(unit);
    }
    // Somebody said so before, and the key has been known since.
    if let Some(unit) = desk.of_key(&head.key).filter(|_| !head.key.is_empty()) {
        return Owner::Known(unit);
    }
    match names.look_up(&head.unit) {
        (Some(unit), _) if choice.accept_names => Owner::Known(unit),
        (Some(_), candidates) => Owner::Unknown(FateReason::ByName, candidates),
        (None, candidates) => Owner::Unknown(FateReason::NoSuchUnit, candidates),
    }
}

/// What is known while the files go by.
struct Sheet<'a> {
    desk: &'a Desk,
    choice: &'a InboxChoice,
    keys: HashMap<UnitId, String>,
    kept: HashMap<(UnitId, String), Vec<Kept>>,
    /// Under which name a payload stands in this drop.
    in_drop: HashMap<String, String>,
    taken: Vec<Taken>,
}

impl Sheet<'_> {
    fn report(&mut self, unit: UnitId, mut file: InboxFile, head: &Head) -> InboxFile {
        if let Some(verdict) = self.same(unit, &file, head) {
            return decided(file, verdict);
        }
        let known = self.keys.get(&unit);
        let is_signed = !head.key.is_empty();
        file.is_first_key = is_signed && known.is_none();
        // What nobody signed does not take the place of what a unit signs, unless somebody says so.
        let is_other = known.is_some_and(|known| *known != head.key);
        if is_other && !is_signed && !self.choice.unsigned.contains(&file.id) {
            return decided(file, Verdict::new(FileFate::KeyChanged, FateReason::Unsigned));
        }
        if is_other && is_signed && !self.is_confirmed(unit, &file.fingerprint) {
            let known = known.map(|known| key::fingerprint(known)).unwrap_or_default();
            return decided(file, Verdict::new(FileFate::KeyChanged, FateReason::OtherKey).with("known", known));
        }
        let is_new_key = is_signed && (is_other || file.is_first_key);
        if !head.is_sent && !self.choice.drafts.contains(&file.id) {
            return decided(file, Verdict::new(FileFate::Draft, FateReason::NotSent));
        }
        let verdict = self.place(unit, &file, head);
        if !self.choice.skipped.contains(&file.id) {
            self.take(unit, &file, head, is_new_key);
        }
        decided(file, verdict)
    }

    fn same(&self, unit: UnitId, file: &InboxFile, head: &Head) -> Option<Verdict> {
        let same = |reason| Verdict::new(FileFate::Same, reason);
        if let Some(other) = self.in_drop.get(&head.sha256) {
            return Some(same(FateReason::SameInDrop).with("other", other));
        }
        let kept = self.desk.kept.get(&(unit, file.phase.clone()))?;
        let (.., on) = kept.iter().find(|(_, _, sha256, _)| *sha256 == head.sha256)?;
        Some(same(FateReason::SameAsKept).with("on", on.map(text::short_date).unwrap_or_default()))
    }

    fn is_confirmed(&self, unit: UnitId, fingerprint: &str) -> bool {
        self.choice.keys.contains(&ConfirmedKey { unit, fingerprint: fingerprint.to_owned() })
    }

    /// Beside what came before, and what stands in the drop before it.
    fn place(&self, unit: UnitId, file: &InboxFile, head: &Head) -> Verdict {
        let kept = self.kept.get(&(unit, file.phase.clone()));
        let counting =
            kept.into_iter().flatten().map(|(version, sequence, sha256, _)| (*version, *sequence, sha256)).max();
        match counting {
            None => Verdict::new(FileFate::New, FateReason::None),
            Some(counting) if counting < (file.version, head.sequence, &head.sha256) => {
                Verdict::new(FileFate::Newer, FateReason::Replaces).with("version", counting.0)
            }
            Some(counting) => Verdict::new(FileFate::Older, FateReason::LaterKept).with("version", counting.0),
        }
    }

    fn take(&mut self, unit: UnitId, file: &InboxFile, head: &Head, is_new_key: bool) {
        let sha256 = head.sha256.clone();
        if is_new_key {
            self.keys.insert(unit, head.key.clone());
        }
        self.in_drop.insert(sha256.clone(), file.inside.last().unwrap_or(&file.name).clone());
        let kept = (file.version, head.sequence, sha256.clone(), None);
        self.kept.entry((unit, file.phase.clone())).or_default().push(kept);
        let new_key = is_new_key.then(|| head.key.clone());
        let (key, edits, channel) = (head.key.clone(), file.edits.clone(), head.channel);
        self.taken.push(Taken { file: file.id.clone(), unit, sha256, edits, channel, key, new_key });
    }
}

/// Of everything that the official was shown.
pub fn digest(files: &[InboxFile]) -> String {
    let mut lines: BTreeMap<&str, String> = BTreeMap::new();
    for file in files {
        let InboxFile { id, fate, unit, version, phase, fingerprint, .. } = file;
        lines.insert(id, format!("{id} {fate:?} {unit:?} {phase} {version} {fingerprint}\n"));
    }
    sha256(lines.into_values().collect::<String>().as_bytes())
}
