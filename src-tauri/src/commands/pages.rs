//! The pages of a report, as the window shows them.

use std::collections::BTreeSet;

use serde::Serialize;
use sotg_core::export::official_report;
use sotg_core::model::TypedReport;
use tauri::State;

use crate::error::Answer;
use crate::state::Program;

/// All pages of a report.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReportPages {
    /// In the order of the report.
    pub pages: Vec<ReportPage>,
    /// Where the sections begin.
    pub anchors: Vec<SectionPlace>,
}

/// One page. Lengths are in points.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReportPage {
    /// The same for the same page.
    pub hash: String,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Its picture; none for a page that the window knows.
    pub svg: Option<String>,
}

/// Where a section begins.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SectionPlace {
    /// Code in the outline.
    pub section: String,
    /// Which page, from 0.
    pub page: u32,
    /// From the upper edge of the page, in points.
    pub top: f64,
}

/// The pages of a report with what is being typed; `known` are the pages that the window has. The book is free again before
/// the pages are set.
#[tauri::command(async)]
pub fn report_pages(
    program: State<'_, Program>,
    phase: String,
    typed: TypedReport,
    known: Vec<String>,
) -> Answer<ReportPages> {
    let mut content = program.with_book(|book, moment| book.report_content(&phase, moment.today))?;
    content.draft = content.draft.with_typed(typed);
    let set = sotg_pages::preview(&official_report(&content), &known.into_iter().collect::<BTreeSet<_>>())?;
    let pages = set.sheets.into_iter().map(|sotg_pages::Sheet { hash, width, height, svg }| ReportPage {
        hash,
        width,
        height,
        svg,
    });
    let anchors = set.anchors.into_iter().map(|sotg_pages::Anchor { section, page, top }| SectionPlace {
        section,
        page: u32::try_from(page).unwrap_or(u32::MAX),
        top,
    });
    Ok(ReportPages { pages: pages.collect(), anchors: anchors.collect() })
}
