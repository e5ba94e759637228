//! Which annexes a report has: proposed by the program, chosen by the official.

use chrono::NaiveDate;

use super::compose::{self, ComposeInput};
use super::writable;
use crate::book::Book;
use crate::error::{Error, Result};
use crate::export::chart;
use crate::history::{Change, Moment};
use crate::model::{Annex, AnnexKind, AnnexOffer, AnnexRow, Chart, Op, Outcome, ReportDraft};
use crate::snapshot::Snapshot;
use crate::store;
use crate::store::extras::ReportKey;

/// What stands before the code of a chart among the codes of annexes.
const CHART: &str = "chart:";

/// What a report has beside its text.
pub struct Extras {
    /// Everything that it can have, in the order of printing.
    pub offers: Vec<AnnexOffer>,
    /// The tables that it has.
    pub tables: Vec<Annex>,
    /// Every chart that it can show.
    pub charts: Vec<Chart>,
    /// Codes of the charts that it has as an annex.
    pub chart_annex: Vec<String>,
    /// Fingerprint of our key, if the report says it.
    pub fingerprint: Option<String>,
}

impl Book {
    /// Chooses the annexes of a report: those that are named, by their codes. What is not on offer is passed over.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`, `report_sent`.
    pub fn set_report_annexes(&mut self, moment: &Moment, phase: &str, included: &[String]) -> Result<Outcome> {
        let snapshot = Snapshot::read(self, moment.today)?;
        let report = writable(&snapshot, phase)?;
        let offers = self.report_draft(phase, moment.today)?.annexes;
        if let Some(unknown) = included.iter().find(|code| offers.iter().all(|offer| offer.code != **code)) {
            return Err(Error::not_found("annex", unknown));
        }
        let (unit, campaign) = (snapshot.current.unit, snapshot.current.campaign);
        let phase = snapshot.phase(phase)?;
        let key = ReportKey { unit, campaign, phase: &phase.code };
        self.transact(moment, &Change::of(Op::SetReportAnnexes, phase.name.as_str()), |transaction| {
            store::report::set(transaction, (unit, campaign), &phase.code, &report)?;
            offers.iter().try_for_each(|offer| {
                let wanted = included.contains(&offer.code);
                let own = (wanted != is_proposed(offer.kind)).then_some(wanted);
                store::extras::set_annex(transaction, key, &offer.code, own)
            })
        })
    }

    /// A chart of a report as it looks, one SVG file after the other where it takes several drawings.
    ///
    /// # Errors
    /// `not_set_up`, `not_found`.
    pub fn report_chart(&self, phase: &str, code: &str, today: NaiveDate) -> Result<Vec<String>> {
        let charts = self.content_without_photos(phase, today)?.charts;
        let found = charts.iter().find(|chart| chart.code == code).ok_or_else(|| Error::not_found("chart", code))?;
        Ok(chart::drawings(found).iter().map(chart::svg).collect())
    }

    /// The annexes of a report, without the photos themselves.
    pub(super) fn extras(&self, snapshot: &Snapshot, input: &ComposeInput<'_>) -> Result<Extras> {
        let (unit, campaign) = (snapshot.current.unit, snapshot.current.campaign);
        let key = ReportKey { unit, campaign, phase: &input.phase.code };
        let chosen = store::extras::list_annexes(&self.connection, key)?;
        let offer = |kind: AnnexKind, code: String, title: String, count: usize| {
            let is_included = chosen.get(&code).copied().unwrap_or_else(|| is_proposed(kind));
            AnnexOffer { code, kind, title, count: u32::try_from(count).unwrap_or(u32::MAX), is_included }
        };
        let tables = compose::tables(input);
        let charts = compose::charts(input);
        let count = |kind| tables.iter().find(|(known, _)| *known == kind).map_or(0, |(_, table)| n_lines(table));
        let table = |kind, code: &str| offer(kind, code.to_owned(), String::new(), count(kind));
        let mut offers = vec![
            table(AnnexKind::Figures, "figures"),
            table(AnnexKind::Activities, "activities"),
            table(AnnexKind::Links, "links"),
        ];
        offers.extend(charts.iter().map(|chart| {
            let n_bars = chart.panels.iter().map(|panel| panel.bars.len()).sum();
            offer(AnnexKind::Chart, format!("{CHART}{}", chart.code), chart.title.clone(), n_bars)
        }));
        let n_photos = self.count_photos(snapshot, &input.phase.code)?;
        offers.push(offer(AnnexKind::Photos, "photos".to_owned(), String::new(), n_photos));
        offers.push(offer(AnnexKind::Fingerprint, "fingerprint".to_owned(), String::new(), 1));
        let has = |code: &str| offers.iter().any(|offer| offer.code == code && offer.is_included);
        let has_kind = |kind| offers.iter().any(|offer| offer.kind == kind && offer.is_included);
        let chart_annex =
            charts.iter().map(|chart| chart.code.clone()).filter(|code| has(&format!("{CHART}{code}"))).collect();
        let tables = tables.into_iter().filter(|(kind, _)| has_kind(*kind)).map(|(_, table)| table).collect();
        let fingerprint = has("fingerprint").then(|| self.fingerprint()).transpose()?;
        Ok(Extras { tables, charts, chart_annex, offers, fingerprint })
    }
}

/// Charts cost a page each and a fingerprint stands in no official form, so the official asks for them; the rest is there
/// unless he does not want it.
fn is_proposed(kind: AnnexKind) -> bool {
    match kind {
        AnnexKind::Figures | AnnexKind::Activities | AnnexKind::Links | AnnexKind::Photos => true,
        AnnexKind::Chart | AnnexKind::Fingerprint => false,
    }
}

fn n_lines(table: &Annex) -> usize {
    let is_line = |row: &&AnnexRow| matches!(row, AnnexRow::Cells(_));
    table.rows.iter().filter(is_line).count()
}

/// True if the photos of a report are printed.
pub fn has_photos(draft: &ReportDraft) -> bool {
    draft.annexes.iter().any(|offer| offer.kind == AnnexKind::Photos && offer.is_included && offer.count > 0)
}
