//! Styles from the roles of the model, and what a paragraph or a run says beyond its style.
//!
//! One source for both: [`Role::format`]. So the styles that the official finds in Word are those the document really has,
//! and a paragraph repeats nothing. Word wants the properties in the order of its schema.

use super::xml::{Attribute, Xml};
use crate::export::document::{Alignment, Format, Letters, LineHeight, Paragraph, Role};

/// The namespace of everything below `w:`.
pub const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Id and name of the style of a role. The names are Word's own, so that its lists and its outline know them.
pub fn style_of(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Body => ("Normal", "Normal"),
        Role::Plain => ("NoSpacing", "No Spacing"),
        Role::Title => ("Title", "Title"),
        Role::Subject => ("Subtitle", "Subtitle"),
        Role::Heading1 => ("Heading1", "heading 1"),
        Role::Heading2 => ("Heading2", "heading 2"),
        Role::Heading3 => ("Heading3", "heading 3"),
    }
}

/// The part with all styles.
pub fn styles() -> String {
    Xml::part("w:styles", &[("xmlns:w", &MAIN)], |xml| {
        defaults(xml);
        for role in Role::ALL {
            style(xml, role);
        }
        link_style(xml);
        table_style(xml);
    })
}

/// Id of the style of links: black like all else, and underlined, so that they are seen on paper too.
const LINK: &str = "Hyperlink";

fn link_style(xml: &mut Xml) {
    xml.element("w:style", &[("w:type", &"character"), ("w:styleId", &LINK)], |xml| {
        xml.value("w:name", "Hyperlink");
        xml.element("w:rPr", &[], |xml| xml.value("w:u", "single"));
    });
}

fn defaults(xml: &mut Xml) {
    const FONT: &str = "Times New Roman";
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                let fonts: [(&'static str, &dyn std::fmt::Display); 4] =
                    [("w:ascii", &FONT), ("w:eastAsia", &FONT), ("w:hAnsi", &FONT), ("w:cs", &FONT)];
                xml.empty("w:rFonts", &fonts);
                xml.value("w:color", "000000");
                size(xml, Role::Body.letters().size_pt);
                xml.empty("w:lang", &[("w:val", &"vi-VN"), ("w:eastAsia", &"vi-VN"), ("w:bidi", &"ar-SA")]);
            });
        });
        xml.empty("w:pPrDefault", &[]);
    });
}

fn style(xml: &mut Xml, role: Role) {
    let (id, name) = style_of(role);
    let is_default = role == Role::Body;
    let mut attributes: Vec<Attribute> = vec![("w:type", &"paragraph")];
    if is_default {
        attributes.push(("w:default", &1));
    }
    attributes.push(("w:styleId", &id));
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", name);
        if !is_default {
            xml.value("w:basedOn", style_of(Role::Body).0);
            xml.value("w:next", style_of(Role::Body).0);
        }
        xml.empty("w:qFormat", &[]);
        let base = if is_default { Format::PLAIN } else { Role::Body.format() };
        xml.element("w:pPr", &[], |xml| {
            format(xml, role.format(), base, |_| {});
            if let Some(level) = outline_level(role) {
                xml.value("w:outlineLvl", level);
            }
        });
        xml.element("w:rPr", &[], |xml| letters(xml, role.letters(), Role::Body.letters()));
    });
}

/// Tables without a style of their own take this one; Word expects it to exist.
fn table_style(xml: &mut Xml) {
    let attributes: [Attribute; 3] = [("w:type", &"table"), ("w:default", &1), ("w:styleId", &"TableNormal")];
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", "Normal Table");
        xml.value("w:uiPriority", 99);
        xml.empty("w:semiHidden", &[]);
        xml.empty("w:unhideWhenUsed", &[]);
    });
}

/// The title and the headings make the outline that Word navigates by.
fn outline_level(role: Role) -> Option<u8> {
    match role {
        Role::Body | Role::Plain | Role::Title | Role::Subject => None,
        Role::Heading1 => Some(0),
        Role::Heading2 => Some(1),
        Role::Heading3 => Some(2),
    }
}

/// Properties of a paragraph: its style and what it says beyond it.
pub fn paragraph_properties(xml: &mut Xml, paragraph: &Paragraph) {
    xml.element("w:pPr", &[], |xml| {
        if paragraph.role != Role::Body {
            xml.value("w:pStyle", style_of(paragraph.role).0);
        }
        let draw_rule = |xml: &mut Xml| {
            if paragraph.is_rule {
                border(xml);
            }
        };
        format(xml, paragraph.format, paragraph.role.format(), draw_rule);
        if paragraph.is_rule {
            // The mark of the paragraph is as tall as its letters unless it is made small too.
            xml.element("w:rPr", &[], |xml| size(xml, 1));
        } else if let Some(last) = paragraph.runs.last() {
            // The mark stands in the last line, and makes the height of an empty one: it is as tall as what is written.
            run_properties(xml, last.letters, paragraph.role);
        }
    });
}

/// A solid line of three quarters of a point at the foot of the paragraph.
fn border(xml: &mut Xml) {
    xml.element("w:pBdr", &[], |xml| {
        let attributes: [Attribute; 4] = [("w:val", &"single"), ("w:sz", &6), ("w:space", &0), ("w:color", &"000000")];
        xml.empty("w:bottom", &attributes);
    });
}

/// Writes where a format differs from what holds already; `draw_rule` writes what stands between.
fn format(xml: &mut Xml, format: Format, base: Format, draw_rule: impl FnOnce(&mut Xml)) {
    if format.keeps_with_next != base.keeps_with_next {
        xml.switch("w:keepNext", format.keeps_with_next);
    }
    draw_rule(xml);
    let spacing = |format: Format| (format.before, format.after, format.line);
    if spacing(format) != spacing(base) {
        let (before, after) = (format.before.in_twentieths(), format.after.in_twentieths());
        let (line, line_rule) = match format.line {
            // Word counts a single line as 240.
            LineHeight::Percent(percent) => (i32::from(percent) * 240 / 100, "auto"),
            LineHeight::Exactly(height) => (height.in_twentieths(), "exact"),
        };
        let attributes: [Attribute; 4] =
            [("w:before", &before), ("w:after", &after), ("w:line", &line), ("w:lineRule", &line_rule)];
        xml.empty("w:spacing", &attributes);
    }
    let indents = |format: Format| (format.left, format.right, format.first_line);
    if indents(format) != indents(base) {
        let (left, right) = (format.left.in_twentieths(), format.right.in_twentieths());
        let first = format.first_line.in_twentieths();
        let first_name = if first < 0 { "w:hanging" } else { "w:firstLine" };
        xml.empty("w:ind", &[("w:left", &left), ("w:right", &right), (first_name, &first.abs())]);
    }
    if format.align != base.align {
        xml.value("w:jc", alignment(format.align));
    }
}

fn alignment(align: Alignment) -> &'static str {
    match align {
        Alignment::Left => "left",
        Alignment::Center => "center",
        Alignment::Right => "right",
        Alignment::Justified => "both",
    }
}

/// Properties of a run, where it differs from its style.
pub fn run_properties(xml: &mut Xml, own: Letters, role: Role) {
    if own != role.letters() {
        xml.element("w:rPr", &[], |xml| letters(xml, own, role.letters()));
    }
}

/// Properties of a run that leads to an address.
pub fn link_properties(xml: &mut Xml, own: Letters, role: Role) {
    xml.element("w:rPr", &[], |xml| {
        xml.value("w:rStyle", LINK);
        letters(xml, own, role.letters());
    });
}

fn letters(xml: &mut Xml, letters: Letters, base: Letters) {
    if letters.is_bold != base.is_bold {
        xml.switch("w:b", letters.is_bold);
        xml.switch("w:bCs", letters.is_bold);
    }
    if letters.is_italic != base.is_italic {
        xml.switch("w:i", letters.is_italic);
        xml.switch("w:iCs", letters.is_italic);
    }
    if letters.size_pt != base.size_pt {
        size(xml, letters.size_pt);
    }
}

fn size(xml: &mut Xml, points: u8) {
    let half_points = u16::from(points) * 2;
    xml.value("w:sz", half_points);
    xml.value("w:szCs", half_points);
}
