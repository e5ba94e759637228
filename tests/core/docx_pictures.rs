//! Charts, photos and links of a report, read back from the written file.

use roxmltree::{Document as Tree, Node};
use sotg_core::export::document::{Block, Inline};
use sotg_core::export::{chart_block, docx, figure_table, official_report};
use sotg_core::model::*;

use crate::docx_content::{self, photo};
use crate::docx_reading::{all, bytes_of, lines, part, part_names, text};
use crate::report_input::Case;

/// Of each picture of the document, in its order: what it says it shows, its width and its height in millimetres.
fn pictures(bytes: &[u8]) -> Vec<(String, i64, i64)> {
    let xml = part(bytes, "word/document.xml");
    let tree = Tree::parse(&xml).unwrap();
    let inline = |node: &Node| node.tag_name().name() == "inline";
    let child =
        |node: Node<'_, '_>, name: &str| node.children().find(|child| child.tag_name().name() == name).unwrap().id();
    let millimetres = |node: Node, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let millimetres = |node: Node, name: &str| (millimetres(node, name) / 36_000.0).round() as i64;
    tree.descendants()
        .filter(inline)
        .map(|picture| {
            let extent = tree.get_node(child(picture, "extent")).unwrap();
            let said = tree.get_node(child(picture, "docPr")).unwrap().attribute("descr").unwrap().to_owned();
            (said, millimetres(extent, "cx"), millimetres(extent, "cy"))
        })
        .collect()
}

#[test]
fn annexes_come_as_tables_then_charts_then_photos_and_are_numbered_through() {
    let bytes = docx::write(&official_report(&docx_content::with_pictures())).unwrap();
    let said = lines(&bytes);
    let titles: Vec<&str> =
        said.windows(2).filter(|pair| pair[0].starts_with("Phụ lục ")).map(|pair| pair[1].as_str()).collect();
    let expected = [
        "BIỂU SỐ LIỆU KẾT QUẢ TUYÊN TRUYỀN ĐẠI HỘI CÔNG ĐOÀN (ĐỢT 1)",
        "DANH MỤC VIỆC ĐÃ LÀM",
        "DANH MỤC TIN, BÀI, ĐƯỜNG DẪN (ĐỢT 1)",
        "BIỂU ĐỒ (ĐỢT 1)",
        "ẢNH MINH CHỨNG (ĐỢT 1)",
    ];
    assert_eq!(titles, expected);
    let numbers: Vec<&String> = said.iter().filter(|line| line.starts_with("Phụ lục ")).collect();
    assert_eq!(numbers, ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV", "Phụ lục V"]);
}

#[test]
fn photos_stand_two_beside_each_other_or_a_large_one_alone_and_never_break() {
    let content = ReportContent {
        photos: vec![
            photo("Một", false, 600, 400),
            photo("Hai", false, 400, 600),
            photo("Ba", false, 600, 400),
            photo("Bốn", true, 600, 300),
            photo("", false, 600, 400),
        ],
        ..docx_content::shortest()
    };
    let bytes = docx::write(&official_report(&content)).unwrap();
    let xml = part(&bytes, "word/document.xml");
    let tree = Tree::parse(&xml).unwrap();
    let table = all(tree.root(), "tbl").last().unwrap();
    let rows: Vec<Vec<String>> = all(table, "tr")
        .map(|row| {
            assert!(all(row, "cantSplit").next().is_some(), "a photo and its caption stay on one page");
            all(row, "tc").map(text).collect()
        })
        .collect();
    let expected = [vec!["Ảnh 1. Một", "Ảnh 2. Hai"], vec!["Ảnh 3. Ba", ""], vec!["Ảnh 4. Bốn"], vec!["Ảnh 5", ""]];
    assert_eq!(rows, expected);
    let shown = pictures(&bytes);
    let sizes: Vec<(i64, i64)> = shown.iter().map(|(_, width, height)| (*width, *height)).collect();
    assert_eq!(sizes, [(74, 49), (49, 74), (74, 49), (150, 75), (74, 49)]);
    assert_eq!(shown[1].0, "Ảnh 2. Hai");
    // The photo of the same grey and size is the same file.
    assert_eq!(part_names(&bytes).iter().filter(|name| name.starts_with("word/media/")).count(), 3);
    assert_eq!(bytes_of(&bytes, "word/media/image1.jpeg"), *content.photos[0].jpeg.0);
}

#[test]
fn a_photo_whose_bytes_were_not_carried_along_is_left_out() {
    let json = serde_json::to_string(&docx_content::with_pictures()).unwrap();
    let content: ReportContent = serde_json::from_str(&json).unwrap();
    assert_eq!(content.photos.len(), 3, "which photos they were is kept");
    let said = lines(&docx::write(&official_report(&content)).unwrap());
    assert!(!said.iter().any(|line| line.starts_with("ẢNH MINH CHỨNG")), "{said:?}");
}

#[test]
fn the_annex_of_charts_shows_the_chosen_ones_and_says_what_they_show() {
    let bytes = docx::write(&official_report(&docx_content::with_pictures())).unwrap();
    let shown = pictures(&bytes);
    let charts: Vec<_> = shown.iter().filter(|(said, _, _)| said.starts_with("Biểu đồ: ")).collect();
    assert_eq!(charts.len(), 1);
    assert!(
        charts[0].0.contains("Số cuộc tuyên truyền loại 4 (lượt người): Trong kỳ 48, Lũy kế 160"),
        "{}",
        charts[0].0
    );
    assert_eq!(charts[0].1, 155, "as wide as the text");
}

#[test]
fn a_chart_inside_of_the_text_has_its_caption_and_an_unknown_one_says_nothing() {
    let content = docx_content::with_pictures();
    let blocks = chart_block(&content, "progress", "Biểu đồ 1. Tiến độ");
    let said = |block: &Block| match block {
        Block::Paragraph(paragraph) => match &paragraph.runs[0].inline {
            Inline::Picture(picture) => format!("picture {}", picture.kind.ending()),
            Inline::Text(text) => text.clone(),
            Inline::LineBreak | Inline::PageNumber | Inline::Link { .. } => panic!("nothing else stands there"),
        },
        Block::Table(_) => panic!("a chart is no table"),
    };
    assert_eq!(blocks.iter().map(said).collect::<Vec<_>>(), ["picture png", "Biểu đồ 1. Tiến độ"]);
    assert!(chart_block(&content, "nothing", "Biểu đồ 2").is_empty());
}

#[test]
fn the_figures_of_a_group_stand_in_the_text_as_a_table_with_a_heading_that_repeats() {
    let mut content = docx_content::usual();
    content.draft.figures = Case::of_real_plan().figures.clone();
    let group = content.draft.figures.groups.iter().find(|group| !group.rows.is_empty()).unwrap().clone();
    let blocks = figure_table(&content, &group.code);
    let Block::Table(table) = &blocks[0] else { panic!("a table") };
    assert!(table.rows[0].repeats && table.title == group.name);
    let n_main = group.rows.iter().filter(|row| row.split.is_empty()).count();
    assert!(table.rows.len() > n_main, "every indicator has its line");
    assert!(figure_table(&content, "nothing").is_empty());
}

#[test]
fn every_link_of_the_annex_leads_to_its_address() {
    let bytes = docx::write(&official_report(&docx_content::with_pictures())).unwrap();
    let xml = part(&bytes, "word/document.xml");
    let tree = Tree::parse(&xml).unwrap();
    let links: Vec<String> = all(tree.root(), "hyperlink").map(text).collect();
    let expected: Vec<String> =
        (1..=4).map(|number| format!("https://congdoan.example.vn/tin-bai?id={number}&loai=đại hội")).collect();
    assert_eq!(links, expected);
    let relations = part(&bytes, "word/_rels/document.xml.rels");
    assert!(relations.contains("id=4&amp;loai=%C4%91%E1%BA%A1i%20h%E1%BB%99i"), "{relations}");
}
