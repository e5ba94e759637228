//! Charts in the text, and the annexes of charts and of photos.

use super::super::chart;
use super::super::document::{
    Alignment, Block, Cell, Length, Letters, LineHeight, Paragraph, Picture, PictureKind, Role, Row, Section, Table,
};
use super::annex::{self, Place};
use super::{page_header, portrait};
use crate::model::{Chart, FigureGroup, ReportContent, ReportPhoto};
use crate::reports::compose::figures_of_group;
use crate::text::clean_line;

/// The space in which a photo stands beside another one, and alone.
const BESIDE: (Length, Length) = (Length::millimetres(74), Length::millimetres(74));
const ALONE: (Length, Length) = (Length::millimetres(150), Length::millimetres(100));

/// A chart inside of the text with what stands below it; nothing if the report has no such chart.
pub fn chart_block(content: &ReportContent, code: &str, caption: &str) -> Vec<Block> {
    let Some(chart) = content.charts.iter().find(|chart| chart.code == code) else { return Vec::new() };
    let mut blocks = pictures_of(chart);
    let caption = clean_line(caption);
    if !caption.is_empty() {
        let below = Paragraph::new(Role::Plain).centred().text_in(Letters::italic(13), &caption);
        blocks.push(below.set(|format| format.after = Length::points(6)));
    } else if let Some(last) = blocks.last_mut() {
        last.format.keeps_with_next = false;
    }
    blocks.into_iter().map(Block::Paragraph).collect()
}

/// The figures of a group as a table inside of the text; nothing if the report has no such group, or nothing is in it.
pub fn figure_table(content: &ReportContent, group: &str) -> Vec<Block> {
    let groups: &[FigureGroup] = &content.draft.figures.groups;
    let Some(group) = groups.iter().find(|known| known.code == group && !known.rows.is_empty()) else {
        return Vec::new();
    };
    let table = annex::table(&figures_of_group(group), &portrait(&content.form), content.form.sizes.table);
    // The text below keeps a distance from the table.
    let below = Paragraph::new(Role::Plain).set(|format| format.line = LineHeight::Exactly(Length::points(6)));
    vec![Block::Table(table), Block::Paragraph(below)]
}

/// The charts that make an annex; `None` if there is none.
pub fn charts_section(content: &ReportContent, place: &Place) -> Option<Section> {
    let is_wanted = |chart: &&Chart| content.chart_annex.contains(&chart.code);
    let charts: Vec<&Chart> = content.charts.iter().filter(is_wanted).collect();
    let title = format!("Biểu đồ ({})", content.draft.row.phase_name);
    let mut paragraphs = annex::head(&title, place, &portrait(place.form));
    for chart in &charts {
        let mut pictures = pictures_of(chart);
        if let Some(last) = pictures.last_mut() {
            last.format.keeps_with_next = false;
            last.format.after = Length::points(18);
        }
        paragraphs.extend(pictures);
    }
    (!charts.is_empty()).then(|| section(paragraphs.into_iter().map(Block::Paragraph).collect(), place))
}

/// One paragraph a picture; each stays with what follows.
fn pictures_of(chart: &Chart) -> Vec<Paragraph> {
    // A chart that cannot be drawn, which only happens when memory runs out, is not worth losing the report for.
    let pictures = chart::pictures(chart).unwrap_or_default();
    let centred = |picture| Paragraph::new(Role::Plain).centred().picture(picture);
    pictures.into_iter().map(|picture| centred(picture).set(|format| format.keeps_with_next = true)).collect()
}

/// The photos of a report, two beside each other or a large one alone; `None` if there is none.
pub fn photos_section(content: &ReportContent, place: &Place) -> Option<Section> {
    let photos: Vec<&ReportPhoto> = content.photos.iter().filter(|photo| !photo.jpeg.0.is_empty()).collect();
    let title = format!("Ảnh minh chứng ({})", content.draft.row.phase_name);
    let mut blocks: Vec<Block> =
        annex::head(&title, place, &portrait(place.form)).into_iter().map(Block::Paragraph).collect();
    let width = portrait(place.form).text_width();
    let half = width.scaled(1, 2);
    blocks.push(Block::Table(Table {
        title: title.clone(),
        indent: Length::ZERO,
        columns: vec![half, width - half],
        has_borders: false,
        cell_margin: Length::twentieths(60),
        rows: photo_rows(&photos),
    }));
    (!photos.is_empty()).then(|| section(blocks, place))
}

/// A row never breaks over two pages, so a photo and what stands below it stay together.
fn photo_rows(photos: &[&ReportPhoto]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (index, photo) in photos.iter().enumerate() {
        let is_waiting =
            rows.last().is_some_and(|row| row.cells.len() == 1 && row.cells.iter().all(|cell| cell.span == 1));
        let cell = photo_cell(photo, index + 1);
        match rows.last_mut().filter(|_| is_waiting && !photo.is_large) {
            Some(row) => row.cells.push(cell),
            None => {
                fill_up(rows.last_mut());
                rows.push(Row { repeats: false, cells: vec![cell] });
            }
        }
    }
    fill_up(rows.last_mut());
    rows
}

/// A photo without one beside it has an empty place there.
fn fill_up(row: Option<&mut Row>) {
    if let Some(row) = row
        && row.cells.iter().map(|cell| cell.span).sum::<usize>() == 1
    {
        row.cells.push(Cell::new(Vec::new()));
    }
}

fn photo_cell(photo: &ReportPhoto, number: usize) -> Cell {
    let caption = clean_line(&photo.caption);
    let said = if caption.is_empty() { format!("Ảnh {number}") } else { format!("Ảnh {number}. {caption}") };
    let (width, height) = fitted((photo.width, photo.height), if photo.is_large { ALONE } else { BESIDE });
    let picture =
        Picture { bytes: photo.jpeg.0.clone(), kind: PictureKind::Jpeg, width, height, description: said.clone() };
    let above = Paragraph::new(Role::Plain).centred().picture(picture).set(|format| {
        format.keeps_with_next = true;
        format.before = Length::points(6);
    });
    let below = Paragraph::new(Role::Plain).text_in(Letters::italic(12), &said).set(|format| {
        format.align = Alignment::Center;
        format.before = Length::points(3);
        format.after = Length::points(6);
    });
    Cell { span: if photo.is_large { 2 } else { 1 }, is_middle: false, paragraphs: vec![above, below] }
}

/// The largest size of a picture in a space, with the form of the picture.
fn fitted((width, height): (u32, u32), (most_wide, most_high): (Length, Length)) -> (Length, Length) {
    let number = |points: u32| i32::try_from(points.max(1)).unwrap_or(i32::MAX);
    let (width, height) = (number(width), number(height));
    let high = most_wide.scaled(height, width);
    if high <= most_high { (most_wide, high) } else { (most_high.scaled(width, height), most_high) }
}

fn section(blocks: Vec<Block>, place: &Place) -> Section {
    let header = page_header(place.is_sample, place.form);
    Section { page: portrait(place.form), header, first_header: None, restarts_numbers: true, blocks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_fills_its_space_and_keeps_its_form() {
        let space = (Length::millimetres(74), Length::millimetres(74));
        for (size, expected) in [
            ((1_600, 1_200), (Length::millimetres(74), Length::twentieths(3146))),
            ((1_200, 1_600), (Length::twentieths(3146), Length::millimetres(74))),
            ((16, 16), (Length::millimetres(74), Length::millimetres(74))),
            ((0, 0), (Length::millimetres(74), Length::millimetres(74))),
        ] {
            assert_eq!(fitted(size, space), expected, "{size:?}");
        }
    }
}
