//! Sections, paragraphs and tables as WordprocessingML, each element in the order of Word's schema.

use super::drawing::write_picture;
use super::part::Part;
use super::references::References;
use super::styles::{MAIN, link_properties, paragraph_properties, run_properties};
use super::xml::{Attribute, Xml};
use crate::export::document::{Block, Cell, Document, Inline, Length, Page, Paragraph, Role, Row, Run, Section, Table};

/// The namespace of references to other parts.
pub const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Numbers of the headers of a section, among the headers of the file.
#[derive(Clone, Copy)]
pub struct HeaderNumbers {
    /// The header of every page.
    pub every: usize,
    /// The header of the first page, if it differs.
    pub first: Option<usize>,
}

/// The part with the content of all sections.
pub fn document(document: &Document, headers: &[HeaderNumbers], references: &References) -> String {
    let part = Part::new(references);
    Xml::part("w:document", &[("xmlns:w", &MAIN), ("xmlns:r", &RELATIONSHIPS)], |xml| {
        xml.element("w:body", &[], |xml| {
            let last = document.sections.len().saturating_sub(1);
            for (index, (section, numbers)) in document.sections.iter().zip(headers).enumerate() {
                for block in &section.blocks {
                    write_block(xml, &part, block);
                }
                end_section(xml, section, *numbers, index == last);
            }
        });
    })
}

/// The part with one header.
pub fn header(paragraphs: &[Paragraph], references: &References) -> String {
    let part = Part::new(references);
    let namespaces: [Attribute; 2] = [("xmlns:w", &MAIN), ("xmlns:r", &RELATIONSHIPS)];
    Xml::part("w:hdr", &namespaces, |xml| write_paragraphs(xml, &part, paragraphs))
}

fn write_block(xml: &mut Xml, part: &Part, block: &Block) {
    match block {
        Block::Paragraph(paragraph) => write_paragraph(xml, part, paragraph),
        Block::Table(table) => write_table(xml, part, table),
    }
}

/// Word wants a paragraph after a table, at the end of the text as well as at the end of a section: a very low one.
fn end_section(xml: &mut Xml, section: &Section, numbers: HeaderNumbers, is_last: bool) {
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", super::styles::style_of(Role::Plain).0);
            xml.empty("w:spacing", &[("w:line", &20), ("w:lineRule", &"exact")]);
            xml.element("w:rPr", &[], |xml| {
                xml.value("w:sz", 2);
                xml.value("w:szCs", 2);
            });
            if !is_last {
                section_properties(xml, section, numbers);
            }
        });
    });
    if is_last {
        section_properties(xml, section, numbers);
    }
}

fn section_properties(xml: &mut Xml, section: &Section, numbers: HeaderNumbers) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:headerReference", &[("w:type", &"default"), ("r:id", &header_id(numbers.every))]);
        if let Some(first) = numbers.first {
            xml.empty("w:headerReference", &[("w:type", &"first"), ("r:id", &header_id(first))]);
        }
        xml.value("w:type", "nextPage");
        page_properties(xml, &section.page);
        if section.restarts_numbers {
            xml.empty("w:pgNumType", &[("w:start", &1)]);
        }
        if numbers.first.is_some() {
            xml.empty("w:titlePg", &[]);
        }
    });
}

/// Name under which the text refers to a header.
pub fn header_id(number: usize) -> String {
    format!("rIdHeader{number}")
}

fn page_properties(xml: &mut Xml, page: &Page) {
    let (width, height) = (page.width.in_twentieths(), page.height.in_twentieths());
    let mut size: Vec<Attribute> = vec![("w:w", &width), ("w:h", &height)];
    if page.is_landscape() {
        size.push(("w:orient", &"landscape"));
    }
    xml.empty("w:pgSz", &size);
    let [top, right, bottom, left, header] =
        [page.top, page.right, page.bottom, page.left, page.header].map(Length::in_twentieths);
    let margins: [Attribute; 7] = [
        ("w:top", &top),
        ("w:right", &right),
        ("w:bottom", &bottom),
        ("w:left", &left),
        ("w:header", &header),
        ("w:footer", &header),
        ("w:gutter", &0),
    ];
    xml.empty("w:pgMar", &margins);
}

/// Paragraphs of a cell or a header, which must not be without one.
fn write_paragraphs(xml: &mut Xml, part: &Part, paragraphs: &[Paragraph]) {
    if paragraphs.is_empty() {
        write_paragraph(xml, part, &Paragraph::new(Role::Plain));
    }
    for paragraph in paragraphs {
        write_paragraph(xml, part, paragraph);
    }
}

fn write_paragraph(xml: &mut Xml, part: &Part, paragraph: &Paragraph) {
    let content = |xml: &mut Xml| {
        for run in &paragraph.runs {
            write_run(xml, part, run, paragraph.role);
        }
    };
    xml.element("w:p", &[], |xml| {
        paragraph_properties(xml, paragraph);
        match &paragraph.anchor {
            Some(code) => {
                let (name, number) = (part.bookmark(code), part.next_number());
                xml.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", &name)]);
                content(xml);
                xml.empty("w:bookmarkEnd", &[("w:id", &number)]);
            }
            None => content(xml),
        }
    });
}

fn write_run(xml: &mut Xml, part: &Part, run: &Run, role: Role) {
    match &run.inline {
        Inline::Text(text) => write_text_run(xml, text, |xml| run_properties(xml, run.letters, role)),
        Inline::LineBreak => xml.element("w:r", &[], |xml| xml.empty("w:br", &[])),
        Inline::PageNumber => write_page_number(xml, |xml| run_properties(xml, run.letters, role)),
        Inline::Link { text, url } => match part.references.link(url) {
            Some(id) => xml.element("w:hyperlink", &[("r:id", &id), ("w:history", &1)], |xml| {
                write_text_run(xml, text, |xml| link_properties(xml, run.letters, role));
            }),
            None => write_text_run(xml, text, |xml| run_properties(xml, run.letters, role)),
        },
        Inline::Picture(picture) => {
            if let Some(id) = part.references.picture(picture) {
                xml.element("w:r", &[], |xml| write_picture(xml, picture, &id, part.next_number()));
            }
        }
    }
}

fn write_text_run(xml: &mut Xml, text: &str, properties: impl FnOnce(&mut Xml)) {
    xml.element("w:r", &[], |xml| {
        properties(xml);
        write_text(xml, text);
    });
}

/// Line ends and tabs are elements in Word; in text they would be plain spaces.
fn write_text(xml: &mut Xml, text: &str) {
    for (line_number, line) in text.split('\n').enumerate() {
        if line_number > 0 {
            xml.empty("w:br", &[]);
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                xml.empty("w:tab", &[]);
            }
            if !piece.is_empty() {
                xml.element("w:t", &[("xml:space", &"preserve")], |xml| xml.text(piece));
            }
        }
    }
}

fn write_page_number(xml: &mut Xml, properties: impl Fn(&mut Xml)) {
    let mut mark = |kind: &'static str| {
        xml.element("w:r", &[], |xml| {
            properties(xml);
            match kind {
                "instruction" => xml.element("w:instrText", &[("xml:space", &"preserve")], |xml| xml.text(" PAGE ")),
                // What stands here until the program that opens the file has laid out its pages.
                "shown" => xml.element("w:t", &[], |xml| xml.text("2")),
                kind => xml.empty("w:fldChar", &[("w:fldCharType", &kind)]),
            }
        });
    };
    for kind in ["begin", "instruction", "separate", "shown", "end"] {
        mark(kind);
    }
}

fn write_table(xml: &mut Xml, part: &Part, table: &Table) {
    xml.element("w:tbl", &[], |xml| {
        table_properties(xml, table);
        xml.element("w:tblGrid", &[], |xml| {
            for width in &table.columns {
                xml.empty("w:gridCol", &[("w:w", &width.in_twentieths())]);
            }
        });
        for row in &table.rows {
            write_row(xml, part, row, &table.columns);
        }
    });
}

fn table_properties(xml: &mut Xml, table: &Table) {
    let width: Length = table.columns.iter().copied().sum();
    let margin = table.cell_margin.in_twentieths();
    xml.element("w:tblPr", &[], |xml| {
        xml.empty("w:tblW", &[("w:w", &width.in_twentieths()), ("w:type", &"dxa")]);
        xml.empty("w:tblInd", &[("w:w", &table.indent.in_twentieths()), ("w:type", &"dxa")]);
        if table.has_borders {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line: [Attribute; 4] =
                        [("w:val", &"single"), ("w:sz", &4), ("w:space", &0), ("w:color", &"000000")];
                    xml.empty(side, &line);
                }
            });
        }
        xml.empty("w:tblLayout", &[("w:type", &"fixed")]);
        xml.element("w:tblCellMar", &[], |xml| {
            for side in ["w:left", "w:right"] {
                xml.empty(side, &[("w:w", &margin), ("w:type", &"dxa")]);
            }
        });
        if !table.title.is_empty() {
            xml.value("w:tblCaption", &table.title);
        }
    });
}

fn write_row(xml: &mut Xml, part: &Part, row: &Row, columns: &[Length]) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if row.repeats {
                xml.empty("w:tblHeader", &[]);
            }
        });
        let mut rest = columns.iter().copied();
        for cell in &row.cells {
            let width: Length = rest.by_ref().take(cell.span).sum();
            write_cell(xml, part, cell, width);
        }
    });
}

fn write_cell(xml: &mut Xml, part: &Part, cell: &Cell, width: Length) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.in_twentieths()), ("w:type", &"dxa")]);
            if cell.span > 1 {
                xml.value("w:gridSpan", cell.span);
            }
            if cell.is_middle {
                xml.value("w:vAlign", "center");
            }
        });
        write_paragraphs(xml, part, &cell.paragraphs);
    });
}
