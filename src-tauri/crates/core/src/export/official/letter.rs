//! An official letter (công văn): no type, its subject below the number, addressees in the middle (DOMAIN.md, A.2, boxes 5b, 9a).

use chrono::NaiveDate;

use super::super::document::{Block, Document, Paragraph, Role, Section};
use super::{Letterhead, annex, day_in_words, foot, head, number_and_symbol, page_header, portrait, sample_mark, text};
use crate::model::{Annex, FormProfile, Signer};
use crate::text::clean_line;

/// All that a letter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialLetter {
    /// Body above ours; empty for the highest one.
    pub superior: String,
    /// Who issues it.
    pub issuer: String,
    /// Number, without the symbol; empty prints a gap.
    pub number: String,
    /// Letters after the number: "LĐLĐ" in 1143/LĐLĐ.
    pub symbol: String,
    /// Place before the day.
    pub place: String,
    /// Day of the letter; `None` prints a gap.
    pub dated_on: Option<NaiveDate>,
    /// Year printed while it has no day.
    pub year: i32,
    /// What it is about, without "V/v".
    pub subject: String,
    /// Lines after "Kính gửi:".
    pub addressees: Vec<String>,
    /// What it says.
    pub paragraphs: Vec<String>,
    /// Lines after "Nơi nhận:", without the dash.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signer: Signer,
    /// A list that goes with it.
    pub annex: Option<Annex>,
    /// It says at the top of each page that its data is invented.
    pub is_sample: bool,
    /// The form that it takes.
    pub form: FormProfile,
}

/// Lays a letter out in the official form, its list on pages of its own.
pub fn official_letter(letter: &OfficialLetter) -> Document {
    let number_and_symbol = number_and_symbol(&letter.number, &letter.symbol);
    let day = day_in_words(letter.dated_on, Some(letter.year));
    let belongs_to = format!("(Kèm theo Công văn số {number_and_symbol} {day} của {})", clean_line(&letter.issuer));
    let mut sections = vec![letter_section(letter, number_and_symbol, day)];
    let place = annex::Place { number: None, belongs_to, is_sample: letter.is_sample, form: &letter.form };
    sections.extend(letter.annex.iter().map(|list| annex::section(list, &place)));
    Document {
        title: format!("Công văn: {}", clean_line(&letter.subject)),
        author: clean_line(&letter.issuer),
        dated_on: letter.dated_on,
        sections,
    }
}

fn letter_section(letter: &OfficialLetter, number_and_symbol: String, day: String) -> Section {
    let (superior, issuer, place) = (letter.superior.clone(), letter.issuer.clone(), letter.place.clone());
    let letterhead = Letterhead { superior, issuer, number_and_symbol, place, day };
    let form = &letter.form;
    let mut blocks = vec![head::letterhead(&letterhead, Some(head::letter_subject(&letter.subject, form)), form)];
    blocks.extend(head::addressees(&letter.addressees, form).into_iter().map(Block::Paragraph));
    let paragraph = |text: &String| Block::Paragraph(Paragraph::new(Role::Body).text(&clean_line(text)));
    blocks.extend(text::in_form(letter.paragraphs.iter().map(paragraph).collect(), form));
    blocks.push(foot::block(&letter.recipients, &letter.signer, form, None));
    Section {
        page: portrait(form),
        header: page_header(letter.is_sample, form),
        first_header: Some(sample_mark(letter.is_sample)),
        restarts_numbers: true,
        blocks,
    }
}
