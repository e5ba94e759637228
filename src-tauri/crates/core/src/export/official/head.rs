//! From the top of page 1 to the addressee: who issues, number, place and day, type, subject.

use super::super::document::{Block, Cell, Length, Letters, Paragraph, Role, Row, Table};
use super::super::measure::{balanced_lines, text_width};
use super::{Letterhead, bare, dashed, portrait};
use crate::model::{FormProfile, ReportDraft};
use crate::text::clean_line;

const COUNTRY: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const COUNTRY_MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
const TYPE: &str = "BÁO CÁO";
const ADDRESSEE_LABEL: &str = "Kính gửi:";

/// Columns of the head as in the government's templates. They reach into both margins, or the name of the country in
/// letters of 13 points would not stand on one line beside the issuer.
const LEFT: Length = Length::twentieths(3829);
const RIGHT: Length = Length::twentieths(5670);
const INTO_MARGIN: Length = Length::twentieths(-199);

/// Width that a name may take in the left column, so that it does not touch the right one.
const NAME_WIDTH: Length = Length::twentieths(3700);

/// The head of a report.
pub fn blocks(draft: &ReportDraft, form: &FormProfile) -> Vec<Block> {
    let letterhead = letterhead(&Letterhead::of(draft), None, form);
    let mut blocks = vec![letterhead, title(form), subject(draft, form), rule_below_subject(draft, form)];
    blocks.extend(addressees(&draft.head.addressees, form).into_iter().map(Block::Paragraph));
    blocks
}

/// Who issues, the country, number and day; below the number what the document is about, where its form puts that there.
pub fn letterhead(head: &Letterhead, below_number: Option<Vec<Paragraph>>, form: &FormProfile) -> Block {
    let sizes = &form.sizes;
    let row = |left: Vec<Paragraph>, right: Vec<Paragraph>| Row {
        repeats: false,
        cells: vec![Cell::new(left), Cell::new(right)],
    };
    let number = format!("Số: {}", head.number_and_symbol);
    let place = format!("{}, {}", clean_line(&head.place), head.day);
    let below = |paragraph: Paragraph| paragraph.set(|format| format.before = Length::points(6));
    let mut rows = vec![
        row(issuer(head, form), country(form)),
        // A row of its own keeps number and day on one line, however many lines the names above take.
        row(
            vec![below(line().text_in(Letters::upright(sizes.number), &number))],
            vec![below(line().text_in(Letters::italic(sizes.place), &place))],
        ),
    ];
    rows.extend(below_number.map(|left| row(left, vec![line()])));
    Block::Table(Table {
        title: String::new(),
        indent: INTO_MARGIN,
        columns: vec![LEFT, RIGHT],
        has_borders: false,
        cell_margin: Length::ZERO,
        rows,
    })
}

/// What an official letter is about, in the left column six points below the number.
pub fn letter_subject(subject: &str, form: &FormProfile) -> Vec<Paragraph> {
    let letters = Letters::upright(form.sizes.letter_subject);
    let lines = balanced_lines(&format!("V/v {}", clean_line(subject)), NAME_WIDTH, letters);
    vec![line().lines_in(letters, &lines).set(|format| {
        format.before = Length::points(6);
        format.after = Length::points(12);
    })]
}

fn line() -> Paragraph {
    Paragraph::new(Role::Plain).centred()
}

fn issuer(head: &Letterhead, form: &FormProfile) -> Vec<Paragraph> {
    let (upright, bold) = (Letters::upright(form.sizes.superior), Letters::bold(form.sizes.issuer));
    let superior = balanced_lines(&clean_line(&head.superior).to_uppercase(), NAME_WIDTH, upright);
    let issuer = balanced_lines(&clean_line(&head.issuer).to_uppercase(), NAME_WIDTH, bold);
    let mut paragraphs = Vec::new();
    if !superior.is_empty() {
        paragraphs.push(line().lines_in(upright, &superior));
    }
    paragraphs.push(line().lines_in(bold, &issuer));
    paragraphs.push(Paragraph::rule(LEFT, part_of(&issuer, bold, NAME_WIDTH)));
    paragraphs
}

fn country(form: &FormProfile) -> Vec<Paragraph> {
    let motto = Letters::bold(form.sizes.motto);
    vec![
        line().text_in(Letters::bold(form.sizes.country), COUNTRY),
        line().text_in(motto, COUNTRY_MOTTO),
        Paragraph::rule(RIGHT, text_width(COUNTRY_MOTTO, motto)),
    ]
}

/// A rule takes between a third and a half of the text above it: two fifths of its longest line.
fn part_of(lines: &[String], letters: Letters, at_most: Length) -> Length {
    let longest = lines.iter().map(|line| text_width(line, letters)).max().unwrap_or_default();
    longest.min(at_most).scaled(2, 5)
}

fn title(form: &FormProfile) -> Block {
    Block::Paragraph(Paragraph::new(Role::Title).text_in(Letters::bold(form.sizes.title), TYPE))
}

fn subject_lines(draft: &ReportDraft, form: &FormProfile) -> Vec<String> {
    balanced_lines(&clean_line(&draft.subject), portrait(form).text_width(), Letters::bold(form.sizes.subject))
}

fn subject(draft: &ReportDraft, form: &FormProfile) -> Block {
    let letters = Letters::bold(form.sizes.subject);
    Block::Paragraph(Paragraph::new(Role::Subject).lines_in(letters, &subject_lines(draft, form)))
}

fn rule_below_subject(draft: &ReportDraft, form: &FormProfile) -> Block {
    let width = portrait(form).text_width();
    let lines = subject_lines(draft, form);
    let rule = Paragraph::rule(width, part_of(&lines, Letters::bold(form.sizes.subject), width));
    Block::Paragraph(rule.set(|format| format.after = Length::points(16)))
}

/// One addressee stands on the line of the label; several stand below it, their dashes under its colon.
pub fn addressees(addressees: &[String], form: &FormProfile) -> Vec<Paragraph> {
    let letters = Letters::upright(form.sizes.addressee);
    let said: Vec<String> = addressees.iter().map(|line| bare(line)).filter(|line| !line.is_empty()).collect();
    let label_width = text_width(ADDRESSEE_LABEL, letters);
    let mut paragraphs = match said.as_slice() {
        [] => Vec::new(),
        [only] => vec![one_addressee(only, label_width, letters, portrait(form).text_width())],
        _ => {
            // Right of the middle of the left column, as on the form's own drawing.
            let left = Length::millimetres(28);
            let label = Paragraph::new(Role::Plain).set(|format| {
                format.left = left;
                format.keeps_with_next = true;
            });
            let colon = left + label_width - text_width(":", letters);
            let item = |text: &String| {
                Paragraph::new(Role::Plain).text_in(letters, text).set(|format| {
                    let dash = text_width("- ", letters);
                    format.left = colon + dash;
                    format.first_line = Length::ZERO - dash;
                })
            };
            std::iter::once(label.text_in(letters, ADDRESSEE_LABEL)).chain(dashed(&said).iter().map(item)).collect()
        }
    };
    if let Some(last) = paragraphs.last_mut() {
        last.format.after = Length::points(14);
    }
    paragraphs
}

/// In the middle if it fits on one line; a longer one hangs below its beginning.
fn one_addressee(addressee: &str, label_width: Length, letters: Letters, width: Length) -> Paragraph {
    let text = format!("{ADDRESSEE_LABEL} {addressee}");
    let paragraph = Paragraph::new(Role::Plain).text_in(letters, &text);
    if text_width(&text, letters) <= width.scaled(98, 100) {
        return paragraph.centred();
    }
    let hang = label_width + text_width(" ", letters);
    paragraph.set(|format| {
        format.left = Length::millimetres(13) + hang;
        format.first_line = Length::ZERO - hang;
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> FormProfile {
        crate::form::built_in().unwrap().remove(0)
    }

    #[test]
    fn the_name_of_the_country_fits_its_column_on_one_line() {
        assert!(text_width(COUNTRY, Letters::bold(13)) <= RIGHT.scaled(98, 100));
    }

    #[test]
    fn the_head_stays_on_the_paper_within_the_limits_of_every_form() {
        for left in [30, 35] {
            let mut form = form();
            form.margins.left = left;
            let page = portrait(&form);
            assert!(page.left + INTO_MARGIN + LEFT + RIGHT < page.width - Length::millimetres(10), "{left} mm");
        }
    }

    #[test]
    fn a_rule_takes_between_a_third_and_a_half_of_the_text_above_it() {
        let letters = Letters::bold(13);
        for name in ["LĐLĐ", "LIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG"] {
            let lines = balanced_lines(name, NAME_WIDTH, letters);
            let longest = lines.iter().map(|line| text_width(line, letters)).max().unwrap();
            let rule = part_of(&lines, letters, NAME_WIDTH);
            assert!(rule >= longest.scaled(1, 3) && rule <= longest.scaled(1, 2), "{name}");
        }
    }

    #[test]
    fn addressees_stand_on_one_line_or_below_the_colon() {
        let texts = |lines: &[&str]| {
            let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            let said = |paragraph: Paragraph| match paragraph.runs.first().map(|run| run.inline.clone()) {
                Some(super::super::super::document::Inline::Text(text)) => text,
                other => panic!("no text but {other:?}"),
            };
            addressees(&lines, &form()).into_iter().map(said).collect::<Vec<_>>()
        };
        assert_eq!(texts(&["Ban Thường vụ LĐLĐ tỉnh."]), ["Kính gửi: Ban Thường vụ LĐLĐ tỉnh"]);
        assert_eq!(texts(&["A", "- B;"]), ["Kính gửi:", "- A;", "- B."]);
        assert!(texts(&["", " "]).is_empty());
    }
}
