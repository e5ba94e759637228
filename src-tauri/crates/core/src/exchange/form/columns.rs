//! Which column of a sheet is which, after columns were moved, inserted or taken out.

use std::collections::BTreeMap;

use crate::text;
use crate::unit_list::cells::{Row, Sheet};

use super::codes::RowCode;
use super::heading;

/// A sheet of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    Figures,
    Activities,
    Texts,
}

impl Page {
    pub const ALL: [Page; 3] = [Page::Figures, Page::Activities, Page::Texts];

    /// As the form calls it.
    pub fn name(self) -> &'static str {
        match self {
            Page::Figures => "Số liệu",
            Page::Activities => "Việc đã làm",
            Page::Texts => "Nội dung",
        }
    }

    /// The column with the names of its lines.
    pub fn label(self) -> &'static str {
        match self {
            Page::Figures => heading::INDICATOR,
            Page::Activities => heading::ACTIVITY,
            Page::Texts => heading::SECTION,
        }
    }

    /// Its columns as they were written.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Page::Figures => {
                &[heading::NUMBER, heading::INDICATOR, heading::MEASURE, heading::FIGURE, heading::ESTIMATE]
            }
            Page::Activities => {
                &[heading::NUMBER, heading::ACTIVITY, heading::DUE, heading::STATE, heading::DONE_ON, heading::REASON]
            }
            Page::Texts => &[heading::NUMBER, heading::SECTION, heading::TEXT],
        }
    }

    /// The page that a row code stands on.
    fn of(code: &RowCode) -> Option<Page> {
        match code {
            RowCode::Figure(..) => Some(Page::Figures),
            RowCode::Activity(_) => Some(Page::Activities),
            RowCode::Section(_) => Some(Page::Texts),
            RowCode::Head(_) => None,
        }
    }
}

/// Where the columns of a sheet are.
#[derive(Debug, Default)]
pub struct Columns {
    /// Which sheet of the form it is; `None` for another one.
    pub page: Option<Page>,
    /// Number of the row of headings; 0 if it is gone.
    pub heading: u32,
    at: BTreeMap<String, usize>,
}

impl Columns {
    /// Those of a sheet.
    pub fn of(sheet: &Sheet) -> Columns {
        let codes = sheet.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.as_text());
        let by_code = codes.filter_map(RowCode::read).find_map(|code| Page::of(&code));
        let by_heading = || {
            let found =
                sheet.rows.iter().find_map(|row| Page::ALL.into_iter().find(|page| n_headings(row, *page) >= 3));
            found.or_else(|| {
                sheet.rows.iter().find_map(|row| Page::ALL.into_iter().find(|page| n_headings(row, *page) >= 2))
            })
        };
        let Some(page) = by_code.or_else(by_heading) else { return Columns::default() };
        let heading = sheet.rows.iter().find(|row| n_headings(row, page) >= 2);
        let mut at: BTreeMap<String, usize> = BTreeMap::new();
        for (column, name) in page.columns().iter().enumerate() {
            let is_name = |cell: &crate::unit_list::cells::Cell| text::fold(&cell.shown()) == text::fold(name);
            let found = heading.and_then(|row| row.cells.iter().position(is_name));
            // Without headings the columns are where they were written; a heading that was changed stands there too.
            let is_free = |column: usize| !at.values().any(|taken| *taken == column);
            if let Some(column) = found.or_else(|| Some(column).filter(|column| is_free(*column))) {
                at.insert((*name).to_owned(), column);
            }
        }
        Columns { page: Some(page), heading: heading.map_or(0, |row| row.number), at }
    }

    /// The place of a column.
    pub fn at(&self, name: &str) -> Option<usize> {
        self.at.get(name).copied()
    }

    /// "D12".
    pub fn address(&self, name: &str, row: u32) -> String {
        let Some(mut column) = self.at(name) else { return format!("{row}") };
        let mut letters = String::new();
        loop {
            let letter = u8::try_from(column % 26).unwrap_or(0);
            letters.insert(0, char::from(b'A' + letter));
            if column < 26 {
                return format!("{letters}{row}");
            }
            column = column / 26 - 1;
        }
    }
}

fn n_headings(row: &Row, page: Page) -> usize {
    let said: Vec<String> = row.cells.iter().map(|cell| text::fold(&cell.shown())).collect();
    page.columns().iter().filter(|name| said.contains(&text::fold(name))).count()
}
