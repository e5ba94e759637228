//! One model of a document on paper, for every writer: sections, paragraphs, tables.
//!
//! Knows nothing of Word, of PDF or of reports. Lengths are whole twentieths of a point, so that the same report always
//! gives the same bytes. Letters are black Times New Roman everywhere: the official form knows no other (DOMAIN.md, A.2).

use chrono::NaiveDate;

pub use super::length::Length;
pub use super::picture::{Picture, PictureKind, web_address};

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Title in the properties of the file; screen readers say it.
    pub title: String,
    /// The body that issues the document, in the properties of the file.
    pub author: String,
    /// Day of the document; `None` leaves the property out.
    pub dated_on: Option<NaiveDate>,
    /// Its sections, each beginning on a new page.
    pub sections: Vec<Section>,
}

/// Pages of one size with one kind of header.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The paper.
    pub page: Page,
    /// What stands in the top margin of every page.
    pub header: Vec<Paragraph>,
    /// What stands there on the first page, where that differs.
    pub first_header: Option<Vec<Paragraph>>,
    /// True if pages are counted from 1 again.
    pub restarts_numbers: bool,
    /// The content.
    pub blocks: Vec<Block>,
}

/// Size and margins of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Width; larger than the height for a page across.
    pub width: Length,
    /// Height.
    pub height: Length,
    /// Margin at the top.
    pub top: Length,
    /// Margin at the bottom.
    pub bottom: Length,
    /// Margin at the left.
    pub left: Length,
    /// Margin at the right.
    pub right: Length,
    /// From the upper edge of the paper to the header.
    pub header: Length,
}

impl Page {
    /// True for a page across.
    pub fn is_landscape(&self) -> bool {
        self.width > self.height
    }

    /// Width between the margins.
    pub fn text_width(&self) -> Length {
        self.width - self.left - self.right
    }
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// What a paragraph is. Gives it its form, and its place in the outline that readers navigate by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Running text.
    Body,
    /// A line by itself: heads, cells, signatures.
    Plain,
    /// The type of the document, or the word "Phụ lục".
    Title,
    /// What the document is about.
    Subject,
    /// Heading of a section I, II …
    Heading1,
    /// Heading of a section 1, 2 …
    Heading2,
    /// Heading of a section 1.1, 1.2 …
    Heading3,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 7] =
        [Role::Body, Role::Plain, Role::Title, Role::Subject, Role::Heading1, Role::Heading2, Role::Heading3];

    /// How a paragraph of this role is set unless it says otherwise.
    pub fn format(self) -> Format {
        let body = Format {
            align: Alignment::Justified,
            first_line: Length::twentieths(720),
            after: Length::points(6),
            line: LineHeight::Percent(110),
            ..Format::PLAIN
        };
        let centred = Format { align: Alignment::Center, keeps_with_next: true, ..Format::PLAIN };
        match self {
            Role::Body => body,
            Role::Plain => Format::PLAIN,
            Role::Title => Format { before: Length::points(18), ..centred },
            Role::Subject => centred,
            Role::Heading1 => Format { before: Length::points(6), keeps_with_next: true, ..body },
            Role::Heading2 | Role::Heading3 => Format { keeps_with_next: true, ..body },
        }
    }

    /// How its letters are set unless a run says otherwise.
    pub fn letters(self) -> Letters {
        let is_bold = match self {
            Role::Body | Role::Plain => false,
            Role::Title | Role::Subject | Role::Heading1 | Role::Heading2 | Role::Heading3 => true,
        };
        Letters { size_pt: 14, is_bold, is_italic: false }
    }
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// Where its lines stand.
    pub align: Alignment,
    /// Indent from the left.
    pub left: Length,
    /// Indent from the right.
    pub right: Length,
    /// Further indent of the first line; negative hangs it out to the left.
    pub first_line: Length,
    /// Space above.
    pub before: Length,
    /// Space below.
    pub after: Length,
    /// Height of a line.
    pub line: LineHeight,
    /// Stays on one page with what follows.
    pub keeps_with_next: bool,
}

impl Format {
    /// Single lines at the left without any space.
    pub const PLAIN: Format = Format {
        align: Alignment::Left,
        left: Length::ZERO,
        right: Length::ZERO,
        first_line: Length::ZERO,
        before: Length::ZERO,
        after: Length::ZERO,
        line: LineHeight::Percent(100),
        keeps_with_next: false,
    };
}

/// Height of the lines of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineHeight {
    /// In per cent of a single line of its letters.
    Percent(u16),
    /// Whatever the letters.
    Exactly(Length),
}

/// Where lines stand between the indents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
    /// At both sides.
    Justified,
}

/// How letters are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    /// Size in points.
    pub size_pt: u8,
    /// Bold.
    pub is_bold: bool,
    /// Italic.
    pub is_italic: bool,
}

impl Letters {
    /// Upright letters of a size.
    pub const fn upright(size_pt: u8) -> Letters {
        Letters { size_pt, is_bold: false, is_italic: false }
    }

    /// Bold letters of a size.
    pub const fn bold(size_pt: u8) -> Letters {
        Letters { size_pt, is_bold: true, is_italic: false }
    }

    /// Italic letters of a size.
    pub const fn italic(size_pt: u8) -> Letters {
        Letters { size_pt, is_bold: false, is_italic: true }
    }

    /// Bold italic letters of a size.
    pub const fn bold_italic(size_pt: u8) -> Letters {
        Letters { size_pt, is_bold: true, is_italic: true }
    }
}

/// A paragraph, or a line drawn across.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// What it is.
    pub role: Role,
    /// How it is set.
    pub format: Format,
    /// What it says.
    pub runs: Vec<Run>,
    /// True for a line drawn from indent to indent, which says nothing.
    pub is_rule: bool,
    /// Code of the section that begins here, so that a reader can be led to it.
    pub anchor: Option<String>,
}

impl Paragraph {
    /// An empty paragraph in the form of its role.
    pub fn new(role: Role) -> Paragraph {
        Paragraph { role, format: role.format(), runs: Vec::new(), is_rule: false, anchor: None }
    }

    /// A centred line of that length, drawn in a column of that width.
    pub fn rule(column: Length, length: Length) -> Paragraph {
        let side = (column - length).scaled(1, 2);
        // As low as Word and LibreOffice both draw it right.
        let line = LineHeight::Exactly(Length::points(3));
        let format = Format { left: side, right: side, line, ..Format::PLAIN };
        Paragraph { role: Role::Plain, format, runs: Vec::new(), is_rule: true, anchor: None }
    }

    /// With another form: `.set(|format| format.after = …)`.
    #[must_use]
    pub fn set(mut self, change: impl FnOnce(&mut Format)) -> Paragraph {
        change(&mut self.format);
        self
    }

    /// In the middle.
    #[must_use]
    pub fn centred(self) -> Paragraph {
        self.set(|format| format.align = Alignment::Center)
    }

    /// As the beginning of a section.
    #[must_use]
    pub fn anchored(self, code: &str) -> Paragraph {
        Paragraph { anchor: Some(code.to_owned()), ..self }
    }

    /// With one more text in the letters of its role.
    #[must_use]
    pub fn text(self, text: &str) -> Paragraph {
        let letters = self.role.letters();
        self.text_in(letters, text)
    }

    /// With one more text in other letters.
    #[must_use]
    pub fn text_in(mut self, letters: Letters, text: &str) -> Paragraph {
        match self.runs.last_mut() {
            // One run for letters of one form.
            Some(Run { inline: Inline::Text(before), letters: same }) if *same == letters => before.push_str(text),
            Some(_) | None => self.runs.push(Run { inline: Inline::Text(text.to_owned()), letters }),
        }
        self
    }

    /// With texts, each on a line of its own.
    #[must_use]
    pub fn lines_in(mut self, letters: Letters, lines: &[String]) -> Paragraph {
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                self.runs.push(Run { inline: Inline::LineBreak, letters });
            }
            self.runs.push(Run { inline: Inline::Text(line.clone()), letters });
        }
        self
    }

    /// With a text that leads to an address.
    #[must_use]
    pub fn link_in(mut self, letters: Letters, text: &str, url: &str) -> Paragraph {
        let inline = Inline::Link { text: text.to_owned(), url: url.to_owned() };
        self.runs.push(Run { inline, letters });
        self
    }

    /// With a picture.
    #[must_use]
    pub fn picture(mut self, picture: Picture) -> Paragraph {
        let letters = self.role.letters();
        self.runs.push(Run { inline: Inline::Picture(picture), letters });
        self
    }

    /// With the number of the page.
    #[must_use]
    pub fn page_number_in(mut self, letters: Letters) -> Paragraph {
        self.runs.push(Run { inline: Inline::PageNumber, letters });
        self
    }
}

/// Something in a line, in one kind of letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// What it is.
    pub inline: Inline,
    /// How it is set.
    pub letters: Letters,
}

/// What can stand in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Text. A line end in it breaks the line.
    Text(String),
    /// The line ends here; the paragraph goes on.
    LineBreak,
    /// The number of the page.
    PageNumber,
    /// Text that leads to an address, underlined. Whoever writes it asks [`web_address`], and prints the text alone where
    /// that refuses.
    Link {
        /// What is read.
        text: String,
        /// Where it leads, as typed.
        url: String,
    },
    /// A picture.
    Picture(Picture),
}

/// A table of fixed columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it holds, for screen readers; empty for one that only sets texts side by side.
    pub title: String,
    /// From the left margin to the table; negative reaches into the margin.
    pub indent: Length,
    /// Widths of the columns.
    pub columns: Vec<Length>,
    /// True for lines round every cell.
    pub has_borders: bool,
    /// Space at both sides in every cell.
    pub cell_margin: Length,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a table. It never breaks over two pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// True for a heading that is printed again on each page.
    pub repeats: bool,
    /// Its cells; their spans add up to the columns of the table.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Columns that it takes.
    pub span: usize,
    /// True if its content stands in the middle of the height.
    pub is_middle: bool,
    /// Its content.
    pub paragraphs: Vec<Paragraph>,
}

impl Cell {
    /// A cell of one column with its content at the top.
    pub fn new(paragraphs: Vec<Paragraph>) -> Cell {
        Cell { span: 1, is_middle: false, paragraphs }
    }
}
