//! A picture in a line of text, as Word draws one.

use super::body::RELATIONSHIPS;
use super::xml::{Attribute, Xml};
use crate::export::document::{Length, Picture};

const PLACED: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// Word's unit of drawings: 914.400 to an inch.
const UNITS_PER_TWENTIETH: i64 = 635;

/// Writes a picture under the id by which the part refers to it. `number` belongs to no other drawing.
pub fn write_picture(xml: &mut Xml, picture: &Picture, id: &str, number: usize) {
    let [width, height] = [picture.width, picture.height].map(units);
    let name = format!("Picture {number}");
    let size: [Attribute; 2] = [("cx", &width), ("cy", &height)];
    let sides: [Attribute; 5] = [("xmlns:wp", &PLACED), ("distT", &0), ("distB", &0), ("distL", &0), ("distR", &0)];
    xml.element("w:drawing", &[], |xml| {
        xml.element("wp:inline", &sides, |xml| {
            xml.empty("wp:extent", &size);
            xml.empty("wp:docPr", &[("id", &number), ("name", &name), ("descr", &picture.description)]);
            xml.element("wp:cNvGraphicFramePr", &[], |xml| {
                xml.empty("a:graphicFrameLocks", &[("xmlns:a", &DRAWING), ("noChangeAspect", &1)]);
            });
            xml.element("a:graphic", &[("xmlns:a", &DRAWING)], |xml| {
                xml.element("a:graphicData", &[("uri", &PICTURE)], |xml| graphic(xml, id, number, &name, &size));
            });
        });
    });
}

fn graphic(xml: &mut Xml, id: &str, number: usize, name: &str, size: &[Attribute]) {
    xml.element("pic:pic", &[("xmlns:pic", &PICTURE)], |xml| {
        xml.element("pic:nvPicPr", &[], |xml| {
            xml.empty("pic:cNvPr", &[("id", &number), ("name", &name)]);
            xml.empty("pic:cNvPicPr", &[]);
        });
        xml.element("pic:blipFill", &[], |xml| {
            xml.empty("a:blip", &[("xmlns:r", &RELATIONSHIPS), ("r:embed", &id)]);
            xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
        });
        xml.element("pic:spPr", &[], |xml| {
            xml.element("a:xfrm", &[], |xml| {
                xml.empty("a:off", &[("x", &0), ("y", &0)]);
                xml.empty("a:ext", size);
            });
            xml.element("a:prstGeom", &[("prst", &"rect")], |xml| xml.empty("a:avLst", &[]));
        });
    });
}

fn units(length: Length) -> i64 {
    i64::from(length.in_twentieths()).max(1) * UNITS_PER_TWENTIETH
}
