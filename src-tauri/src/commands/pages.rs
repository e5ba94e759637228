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
    /// Where the sections lie.
    pub anchors: Vec<SectionPlace>,
}

/// One page. Lengths are in points.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReportPage {
    /// The same for the same page.
    pub hash: String,
    /// The number that is printed on it, or would be: an annex begins with 1 again.
    pub number: u64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Its picture; none for a page that the window knows.
    pub svg: Option<String>,
}

/// Where a section lies. Heights are counted from the upper edge of the page, in points; pages from 0.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SectionPlace {
    /// Code in the outline.
    pub section: String,
    /// The page on which it begins.
    pub page: u32,
    /// Where it begins there.
    pub top: f64,
    /// The page on which it ends.
    pub last_page: u32,
    /// Where it ends there.
    pub bottom: f64,
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
    let number = |page: usize| u32::try_from(page).unwrap_or(u32::MAX);
    let pages = set.sheets.into_iter().map(|sotg_pages::Sheet { hash, number, width, height, svg }| ReportPage {
        hash,
        number,
        width,
        height,
        svg,
    });
    let places = set.anchors.into_iter().map(|sotg_pages::Anchor { section, page, top, last_page, bottom }| {
        SectionPlace { section, page: number(page), top, last_page: number(last_page), bottom }
    });
    Ok(ReportPages { pages: pages.collect(), anchors: places.collect() })
}
