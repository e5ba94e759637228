//! Figures inside of texts: what they say now.

use crate::model::{FigureCell, FigureMeasure, FigureRow, FigureState, FigureTable, LiveFigure, RichText, TextInline};

/// What stands for a figure that nobody has reported: a gap to fill in.
const GAP: &str = "…";

/// A number of a line of the table.
pub fn cell(row: &FigureRow, measure: FigureMeasure) -> &FigureCell {
    match measure {
        FigureMeasure::Period => &row.period,
        FigureMeasure::Cumulative => &row.cumulative,
    }
}

/// How a figure stands in a sentence: "1.240", "ước 1.240", "không có" (băng rôn), or a gap.
pub fn printed(cell: &FigureCell) -> String {
    match cell.state {
        FigureState::Number if cell.is_estimate => format!("ước {}", cell.text),
        FigureState::Number => cell.text.clone(),
        FigureState::Nothing => "không có".to_owned(),
        FigureState::NotApplicable | FigureState::NotReported => GAP.to_owned(),
    }
}

/// The line of the table that a figure of a text belongs to.
pub fn row<'a>(table: &'a FigureTable, figure: &LiveFigure) -> Option<&'a FigureRow> {
    let mut rows = table.groups.iter().flat_map(|group| &group.rows);
    rows.find(|row| row.indicator == figure.indicator && row.split == figure.split)
}

/// Puts what was counted into a text. A figure whose indicator is gone keeps the number that it had.
pub fn refresh(text: &mut RichText, table: &FigureTable) {
    for inline in text.content.iter_mut().filter_map(|block| block.content_mut()).flatten() {
        if let TextInline::Figure { attrs, .. } = inline
            && let Some(row) = row(table, attrs)
        {
            attrs.value = printed(cell(row, attrs.measure));
        }
    }
}
