//! Where everything stands in a chart.

use super::letters::{Weight, width, wrap};
use super::{Drawing, Shade, Shape};
use crate::model::{Chart, ChartBar};
use crate::text::clean_line;

/// Between the margins of a page upright.
const WIDTH: f32 = 439.0;
/// Where the bars begin; to the left of it stands what was counted.
const AXIS: f32 = 176.0;
const GAP: f32 = 5.0;
const TITLE: (Weight, f32) = (Weight::Bold, 12.0);
const LABEL: (Weight, f32) = (Weight::Regular, 10.0);
const NUMBER: (Weight, f32) = (Weight::Regular, 9.5);
const BAR: f32 = 9.0;
const BETWEEN_BARS: f32 = 1.5;
const BETWEEN_LINES: f32 = 7.0;
/// Lines of a label; more are cut.
const LABEL_LINES: usize = 3;
/// Lines of one drawing: with three lines of label each they still stand on one page.
const LINES_OF_A_DRAWING: usize = 14;

/// Lines of one unit in one drawing.
struct Part<'a> {
    unit: &'a str,
    bars: &'a [ChartBar],
    /// The longest bar of the unit, in this drawing or another one: the scale is the same in all.
    most: i64,
}

/// Draws a chart. One with many lines becomes several drawings.
pub fn drawings(chart: &Chart) -> Vec<Drawing> {
    let parts = parts(chart);
    let drawn = parts.iter().enumerate().map(|(index, parts)| {
        let title = clean_line(&chart.title);
        let title = if index == 0 { title } else { format!("{title} (tiếp theo)") };
        let mut sheet = Sheet { shapes: Vec::new(), y: 2.0 };
        sheet.title(&title);
        sheet.legend(&chart.series);
        for part in parts {
            sheet.part(part);
        }
        let description = describe(&title, &chart.series, parts);
        Drawing { width: WIDTH, height: sheet.y.ceil(), shapes: sheet.shapes, description }
    });
    drawn.collect()
}

fn parts(chart: &Chart) -> Vec<Vec<Part<'_>>> {
    let mut drawings: Vec<Vec<Part>> = vec![Vec::new()];
    let mut n_free = LINES_OF_A_DRAWING;
    for panel in &chart.panels {
        let values = panel.bars.iter().flat_map(|bar| &bar.values);
        let most = values.filter_map(|value| value.hundredths).max().unwrap_or_default();
        let mut rest = panel.bars.as_slice();
        while !rest.is_empty() {
            if n_free == 0 {
                drawings.push(Vec::new());
                n_free = LINES_OF_A_DRAWING;
            }
            let (bars, after) = rest.split_at(rest.len().min(n_free));
            if let Some(drawing) = drawings.last_mut() {
                drawing.push(Part { unit: &panel.unit, bars, most });
            }
            n_free -= bars.len();
            rest = after;
        }
    }
    drawings
}

/// Length of a bar in a space of `longest`; one that is not 0 is always seen.
fn bar_length(value: i64, most: i64, longest: f32) -> f32 {
    match value {
        ..=0 => 0.0,
        value => (value as f64 / most.max(1) as f64 * f64::from(longest)).max(0.8) as f32,
    }
}

fn describe(title: &str, series: &[String], parts: &[Part]) -> String {
    let line = |bar: &ChartBar, unit: &str| {
        let values = bar.values.iter().zip(series);
        let said: Vec<String> = values.map(|(value, name)| format!("{} {}", clean_line(name), value.text)).collect();
        format!("{} ({}): {}", clean_line(&bar.label), clean_line(unit), said.join(", "))
    };
    let lines: Vec<String> = parts.iter().flat_map(|part| part.bars.iter().map(|bar| line(bar, part.unit))).collect();
    // As much as a screen reader would ever be made to say.
    format!("Biểu đồ: {title}. {}.", lines.join("; ")).chars().take(4_000).collect()
}

struct Sheet {
    shapes: Vec<Shape>,
    /// How far down it is drawn.
    y: f32,
}

impl Sheet {
    fn text(&mut self, x: f32, baseline: f32, (weight, size): (Weight, f32), text: &str) {
        if !text.is_empty() {
            self.shapes.push(Shape::Text { x, baseline, size, weight, text: text.to_owned() });
        }
    }

    fn bar(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), shade: Shade) {
        if width > 0.0 && height > 0.0 {
            self.shapes.push(Shape::Box { x, y, width, height, shade });
        }
    }

    fn title(&mut self, title: &str) {
        for line in wrap(title, TITLE, WIDTH, 3) {
            self.y += 15.0;
            self.text((WIDTH - width(&line, TITLE.0, TITLE.1)) / 2.0, self.y - 3.5, TITLE, &line);
        }
        self.y += 4.0;
    }

    /// Which bar is which; one kind of bars needs none.
    fn legend(&mut self, series: &[String]) {
        if series.len() < 2 {
            return;
        }
        let name = |name: &String| wrap(&clean_line(name), LABEL, WIDTH / 3.0, 1).concat();
        let names: Vec<String> = series.iter().map(name).collect();
        let (square, after) = (9.0, 22.0);
        let entries = names.iter().map(|name| square + 4.0 + width(name, LABEL.0, LABEL.1) + after);
        let mut x = ((WIDTH + after - entries.sum::<f32>()) / 2.0).max(0.0);
        for (index, name) in names.iter().enumerate() {
            self.bar((x, self.y + 2.0), (square, square), shade(index));
            self.text(x + square + 4.0, self.y + 10.0, LABEL, name);
            x += square + 4.0 + width(name, LABEL.0, LABEL.1) + after;
        }
        self.y += 16.0;
    }

    fn part(&mut self, part: &Part) {
        self.y += 13.0;
        let unit = wrap(&format!("Đơn vị tính: {}", clean_line(part.unit)), LABEL, WIDTH - AXIS, 1);
        self.text(AXIS, self.y - 3.0, LABEL, &unit.concat());
        let numbers = part.bars.iter().flat_map(|bar| &bar.values);
        let widest = numbers.map(|value| width(&number(&value.text), NUMBER.0, NUMBER.1)).fold(0.0, f32::max);
        let longest = WIDTH - AXIS - widest - 2.0 * GAP;
        let top = self.y;
        for bar in part.bars {
            self.line(bar, part.most, longest);
        }
        self.bar((AXIS - 0.8, top), (0.8, self.y - top), Shade::Black);
        self.y += 3.0;
    }

    fn line(&mut self, bar: &ChartBar, most: i64, longest: f32) {
        let label = wrap(&clean_line(&bar.label), LABEL, AXIS - 2.0 * GAP, LABEL_LINES);
        let label_height = label.len() as f32 * 11.5;
        let n_bars = bar.values.len() as f32;
        let bars_height = n_bars * BAR + (n_bars - 1.0).max(0.0) * BETWEEN_BARS;
        let height = label_height.max(bars_height);
        let top = self.y + BETWEEN_LINES / 2.0;
        let mut baseline = top + (height - label_height) / 2.0 + 9.0;
        for line in label {
            self.text(AXIS - GAP - width(&line, LABEL.0, LABEL.1), baseline, LABEL, &line);
            baseline += 11.5;
        }
        let mut y = top + (height - bars_height) / 2.0;
        for (index, value) in bar.values.iter().enumerate() {
            let length = bar_length(value.hundredths.unwrap_or_default(), most, longest);
            self.bar((AXIS, y), (length, BAR), shade(index));
            self.text(AXIS + length + GAP, y + BAR - 1.3, NUMBER, &number(&value.text));
            y += BAR + BETWEEN_BARS;
        }
        self.y = top + height + BETWEEN_LINES / 2.0;
    }
}

/// What stands at a bar, never so long that no bar is left.
fn number(text: &str) -> String {
    wrap(&clean_line(text), NUMBER, (WIDTH - AXIS) / 2.0, 1).concat()
}

fn shade(series: usize) -> Shade {
    if series == 0 { Shade::Dark } else { Shade::Light }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ChartPanel, ChartValue};

    fn value(number: i64) -> ChartValue {
        ChartValue { hundredths: Some(number * 100), text: number.to_string() }
    }

    fn chart(n_bars: usize) -> Chart {
        let bar = |number: usize| ChartBar {
            label: format!("Chỉ tiêu số {number} về tuyên truyền đại hội công đoàn các cấp"),
            values: vec![value(number as i64), value(number as i64 * 2)],
        };
        Chart {
            code: "figures:thu".to_owned(),
            title: "Tuyên truyền miệng (Đợt 1)".to_owned(),
            series: vec!["Trong kỳ".to_owned(), "Lũy kế".to_owned()],
            panels: vec![ChartPanel { unit: "cuộc".to_owned(), bars: (0..n_bars).map(bar).collect() }],
        }
    }

    fn texts(drawing: &Drawing) -> Vec<&str> {
        fn text(shape: &Shape) -> Option<&str> {
            match shape {
                Shape::Text { text, .. } => Some(text),
                Shape::Box { .. } => None,
            }
        }
        drawing.shapes.iter().filter_map(text).collect()
    }

    #[test]
    fn every_bar_has_its_number_and_the_longest_reaches_furthest() {
        let drawing = drawings(&chart(4)).remove(0);
        let said = texts(&drawing);
        for expected in ["Tuyên truyền miệng (Đợt 1)", "Trong kỳ", "Lũy kế", "Đơn vị tính: cuộc", "0", "3", "6"]
        {
            assert!(said.contains(&expected), "{expected}: {said:?}");
        }
        let length = |shape: &Shape| match shape {
            Shape::Box { x, width, shade: Shade::Light, .. } if *x == AXIS => Some(*width),
            Shape::Box { .. } | Shape::Text { .. } => None,
        };
        let lengths: Vec<f32> = drawing.shapes.iter().filter_map(length).collect();
        assert_eq!(lengths.len(), 3, "the number 0 has no bar");
        assert!((lengths[0] * 3.0 - lengths[2]).abs() < 0.01 && lengths[2] > 200.0, "to one scale: {lengths:?}");
    }

    #[test]
    fn a_long_chart_becomes_several_drawings_of_one_scale_and_says_so() {
        let drawn = drawings(&chart(30));
        assert_eq!(drawn.len(), 3);
        assert!(texts(&drawn[1]).contains(&"Tuyên truyền miệng (Đợt 1) (tiếp theo)"));
        let said: String = drawn.iter().map(|drawing| drawing.description.as_str()).collect();
        for number in 0..30 {
            assert!(said.contains(&format!("Chỉ tiêu số {number} ")), "{number}");
        }
        // Between the margins of a page upright.
        assert!(drawn.iter().all(|drawing| drawing.height < 700.0));
    }

    #[test]
    fn nothing_is_drawn_outside_of_the_drawing_whatever_the_texts() {
        let mut chart = chart(3);
        let long = "Đ".repeat(5_000);
        chart.title = long.clone();
        chart.series = vec![long.clone(), long.clone()];
        chart.panels[0].unit = long.clone();
        chart.panels[0].bars[0].label = long.clone();
        chart.panels[0].bars[1].values[0].text = long;
        chart.panels[0].bars[2].values[0].hundredths = Some(i64::MAX);
        for drawing in drawings(&chart) {
            for shape in &drawing.shapes {
                let (left, right, bottom) = match shape {
                    Shape::Box { x, y, width, height, .. } => (*x, x + width, y + height),
                    Shape::Text { x, baseline, size, weight, text } => (*x, x + width(text, *weight, *size), *baseline),
                };
                assert!(left >= 0.0 && right <= WIDTH + 0.01 && bottom <= drawing.height, "{left} {right} {bottom}");
            }
        }
    }
}
