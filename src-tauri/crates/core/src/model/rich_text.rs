//! The text of a section: the few things that an official report is made of, and figures that stay linked to what was
//! counted.
//!
//! The JSON of the blocks is that of the editor in the window (ProseMirror): what is not named here cannot be written.

use serde::{Deserialize, Serialize};

use super::LegacyLetters;

/// A text: blocks one below the other. No blocks at all is an empty text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RichText {
    /// The blocks.
    #[serde(default)]
    pub content: Vec<TextBlock>,
}

/// A block of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TextBlock {
    /// A paragraph.
    Paragraph {
        /// What it says.
        #[serde(default)]
        content: Vec<TextInline>,
    },
    /// A heading inside of a section, without a number.
    Heading {
        /// What it says.
        #[serde(default)]
        content: Vec<TextInline>,
    },
    /// An item of a list with dashes; the dash is not part of the text.
    DashItem {
        /// What it says.
        #[serde(default)]
        content: Vec<TextInline>,
    },
    /// The table of the figures of one heading.
    FigureTable {
        /// Which one.
        attrs: FigureTableRef,
    },
    /// A chart that the program draws.
    Chart {
        /// Which one.
        attrs: ChartRef,
    },
}

/// The figures under one heading of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FigureTableRef {
    /// Code of the group of indicators.
    pub group: String,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ChartRef {
    /// Code of the chart among those that the report offers.
    pub chart: String,
    /// What stands below it; may be empty.
    #[serde(default)]
    pub caption: String,
}

/// Something in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TextInline {
    /// Letters in one form.
    Text {
        /// The letters.
        text: String,
        /// How they are set; none for plain ones.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<TextMark>>"))]
        marks: Vec<TextMark>,
    },
    /// A number that follows what was counted.
    Figure {
        /// Which one.
        attrs: LiveFigure,
        /// How it is set.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<TextMark>>"))]
        marks: Vec<TextMark>,
    },
}

/// How letters are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TextMark {
    /// Bold.
    Strong,
    /// Italic.
    Em,
}

/// A figure in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LiveFigure {
    /// Code of the indicator.
    pub indicator: String,
    /// Code of the split; empty for the indicator itself.
    #[serde(default)]
    pub split: String,
    /// Which of its numbers.
    pub measure: FigureMeasure,
    /// The number as it was printed when the text was last looked at; the figures themselves win.
    #[serde(default)]
    pub value: String,
}

/// Which number of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FigureMeasure {
    /// Trong kỳ.
    Period,
    /// Lũy kế.
    Cumulative,
}

/// What a sentence of the program was written from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TextSource {
    /// A tick, with its note.
    Activity {
        /// Code of the activity.
        code: String,
        /// Its title.
        title: String,
    },
    /// A figure.
    Figure {
        /// Code of the indicator.
        indicator: String,
        /// Code of the split, or empty.
        split: String,
        /// Its name.
        label: String,
    },
}

/// Something that the program would write otherwise than when the official wrote his own text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TextChange {
    /// What the program would have written then; `None` for something that is new.
    pub before: Option<TextBlock>,
    /// What it would write now; `None` for something that is gone.
    pub now: Option<TextBlock>,
    /// What the one of now was written from.
    pub sources: Vec<TextSource>,
}

/// A piece of what was copied elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PastedText {
    /// The letters.
    pub text: String,
    /// Name of their font; empty where it is not said.
    pub font: String,
}

/// What was copied, in Unicode.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LegacyOffer {
    /// The letters that it is in.
    pub letters: LegacyLetters,
    /// The pieces in Unicode, as many as there were.
    pub texts: Vec<String>,
}

impl RichText {
    /// A text of plain lines: one block a line, a line that begins with "- " is an item of a list.
    pub fn from_plain(plain: &str) -> RichText {
        let lines = plain.lines().map(str::trim_end).filter(|line| !line.trim().is_empty());
        RichText { content: lines.map(TextBlock::from_plain).collect() }
    }

    /// The text as plain lines, as [`RichText::from_plain`] reads them. Tables and charts have no line.
    pub fn plain(&self) -> String {
        let lines: Vec<String> = self.content.iter().map(TextBlock::plain).filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }

    /// True if it says nothing.
    pub fn is_empty(&self) -> bool {
        self.content.iter().all(TextBlock::is_empty)
    }
}

impl TextBlock {
    /// A line of plain text as a block.
    pub fn from_plain(line: &str) -> TextBlock {
        let line = line.trim();
        let content = |text: &str| match text {
            "" => Vec::new(),
            text => vec![TextInline::plain_text(text)],
        };
        match line.strip_prefix("- ").or_else(|| line.strip_prefix("– ")) {
            Some(item) => TextBlock::DashItem { content: content(item.trim_start()) },
            None => TextBlock::Paragraph { content: content(line) },
        }
    }

    /// Its text; items of a list with their dash.
    pub fn plain(&self) -> String {
        let text: String = self.content().iter().map(TextInline::plain).collect();
        match self {
            TextBlock::DashItem { .. } => format!("- {text}"),
            TextBlock::Paragraph { .. } | TextBlock::Heading { .. } => text,
            TextBlock::FigureTable { .. } | TextBlock::Chart { .. } => String::new(),
        }
    }

    /// What stands in its lines; nothing for tables and charts.
    pub fn content(&self) -> &[TextInline] {
        match self {
            TextBlock::Paragraph { content } | TextBlock::Heading { content } | TextBlock::DashItem { content } => {
                content
            }
            TextBlock::FigureTable { .. } | TextBlock::Chart { .. } => &[],
        }
    }

    /// What stands in its lines, to be changed; `None` for tables and charts.
    pub fn content_mut(&mut self) -> Option<&mut Vec<TextInline>> {
        match self {
            TextBlock::Paragraph { content } | TextBlock::Heading { content } | TextBlock::DashItem { content } => {
                Some(content)
            }
            TextBlock::FigureTable { .. } | TextBlock::Chart { .. } => None,
        }
    }

    /// True for lines without a letter.
    pub fn is_empty(&self) -> bool {
        match self {
            TextBlock::Paragraph { content } | TextBlock::Heading { content } | TextBlock::DashItem { content } => {
                content.iter().all(|inline| inline.plain().trim().is_empty())
            }
            TextBlock::FigureTable { .. } | TextBlock::Chart { .. } => false,
        }
    }
}

impl TextInline {
    /// Letters without any mark.
    pub fn plain_text(text: &str) -> TextInline {
        TextInline::Text { text: text.to_owned(), marks: Vec::new() }
    }

    /// Its letters.
    pub fn plain(&self) -> &str {
        match self {
            TextInline::Text { text, .. } => text,
            TextInline::Figure { attrs, .. } => &attrs.value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_lines_are_blocks_and_come_back_as_they_were() {
        let plain = "Đã hoàn thành 2 nội dung:\n- Treo băng rôn.\n- Phát tờ gấp.";
        let text = RichText::from_plain(plain);
        assert_eq!(text.content.len(), 3);
        assert!(matches!(text.content[1], TextBlock::DashItem { .. }));
        assert_eq!(text.plain(), plain);
        assert!(RichText::from_plain(" \n\n").is_empty());
    }

    #[test]
    fn the_json_is_the_one_of_the_editor() {
        let json = serde_json::json!({"content": [
            {"type": "paragraph", "content": [
                {"type": "text", "text": "Có "},
                {"type": "figure",
                 "attrs": {"indicator": "TM01", "split": "", "measure": "period", "value": "12"},
                 "marks": [{"type": "strong"}]},
                {"type": "text", "text": " cuộc", "marks": [{"type": "strong"}, {"type": "em"}]}]},
            {"type": "heading", "content": []},
            {"type": "dash_item", "content": [{"type": "text", "text": "một"}]},
            {"type": "figure_table", "attrs": {"group": "truyen-mieng"}},
            {"type": "chart", "attrs": {"chart": "tien-do", "caption": "Tiến độ"}}]});
        let text: RichText = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(serde_json::to_value(&text).unwrap(), json);
        assert_eq!(text.plain(), "Có 12 cuộc\n- một");
        // The editor leaves empty content out.
        let empty: RichText = serde_json::from_str(r#"{"content":[{"type":"paragraph"}]}"#).unwrap();
        assert!(empty.is_empty());
    }
}
