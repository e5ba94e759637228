//! A drawing for the screen. Texts stay texts, so that they can be read and searched.

use std::fmt::Write as _;

use super::{Drawing, Shade, Shape, Weight};

/// The drawing as an SVG file.
pub fn svg(drawing: &Drawing) -> String {
    let Drawing { width, height, shapes, description } = drawing;
    let mut file = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" font-family=\"'Liberation Serif', 'Times New Roman', serif\"><title>{}</title>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>",
        escaped(description)
    );
    for shape in shapes {
        write_shape(&mut file, shape);
    }
    file.push_str("</svg>");
    file
}

fn write_shape(file: &mut String, shape: &Shape) {
    // Writing into a string never fails.
    let _ = match shape {
        Shape::Box { x, y, width, height, shade } => {
            let fill = grey(*shade);
            let line = if shade.has_outline() { " stroke=\"#000\" stroke-width=\"0.7\"" } else { "" };
            write!(
                file,
                "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" fill=\"{fill}\"{line}/>"
            )
        }
        Shape::Text { x, baseline, size, weight, text } => {
            let weight = match weight {
                Weight::Regular => "",
                Weight::Bold => " font-weight=\"bold\"",
            };
            let text = escaped(text);
            write!(file, "<text x=\"{x:.2}\" y=\"{baseline:.2}\" font-size=\"{size}\"{weight}>{text}</text>")
        }
    };
}

fn grey(shade: Shade) -> String {
    let level = shade.lightness();
    format!("#{level:02x}{level:02x}{level:02x}")
}

fn escaped(text: &str) -> String {
    let kept = text.chars().filter(|letter| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}'));
    kept.collect::<String>().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_is_read_back_from_the_file() {
        let text = "Số cuộc <&> \"kép\" ]]>";
        let drawing = Drawing {
            width: 100.0,
            height: 50.0,
            shapes: vec![
                Shape::Box { x: 1.0, y: 2.0, width: 30.0, height: 9.0, shade: Shade::Light },
                Shape::Text {
                    x: 5.0,
                    baseline: 20.0,
                    size: 10.0,
                    weight: Weight::Bold,
                    text: format!("{text}\u{1}\u{ffff}"),
                },
            ],
            description: text.to_owned(),
        };
        let file = svg(&drawing);
        let tree = roxmltree::Document::parse(&file).unwrap();
        let said: Vec<&str> = tree.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
        assert_eq!(said, [text, text]);
        let bar = tree.descendants().find(|node| node.attribute("x") == Some("1.00")).unwrap();
        assert_eq!((bar.attribute("fill"), bar.attribute("stroke")), (Some("#e1e1e1"), Some("#000")));
    }
}
