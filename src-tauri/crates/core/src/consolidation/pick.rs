//! A text of a unit, edited by the official, becomes part of our report: with the name of the unit that it comes from.

use super::narratives::in_letters;
use crate::book::Book;
use crate::error::{Error, ErrorCode, Result};
use crate::history::{Change, Moment};
use crate::model::{Op, Outcome, ReceivedFileId, RichText, TextBlock, TextInline};
use crate::reports::compose::NOTHING;
use crate::store;

impl Book {
    /// Appends a text to a section of our report, as a text of the official's own, and remembers that it was picked.
    ///
    /// # Errors
    /// `not_found` for phase, section or file, `required` for an empty text, `too_long`, `report_sent`.
    pub fn pick_narrative(
        &mut self,
        moment: &Moment,
        phase: &str,
        section: &str,
        (file, edited): (ReceivedFileId, &RichText),
    ) -> Result<Outcome> {
        let current = self.current()?;
        let found = store::received_file::find(&self.connection, file)?.filter(|file| file.head.phase == phase);
        let unit = found.ok_or_else(|| Error::not_found("received_file", file))?.head.unit;
        let name = store::organisation::unit::get(&self.connection, unit)?.name;
        let edited = in_letters(edited);
        if edited.is_empty() {
            return Err(Error::refused(ErrorCode::Required, "picking a text").with("field", "text"));
        }
        let known = self.written_section(moment, phase, section)?;
        let before = if known.plain() == NOTHING { RichText::default() } else { known };
        let written = RichText { content: [before.content, credited(edited, &name).content].concat() };
        let kept = self.prepared_section(moment, phase, section, Some(&written))?;
        let change = Change::of(Op::PickNarrative, format!("{}: {name}", kept.subject));
        self.transact(moment, &change, |transaction| {
            kept.write(transaction)?;
            store::picked_text::add(transaction, current.campaign, (phase, section), file)
        })
    }
}

/// Whose words they are, as it stands behind them.
pub(super) fn credit(name: &str) -> String {
    format!("(theo báo cáo của {name})")
}

/// The text with "(theo báo cáo của …)" at its end, before a full stop that stands there.
fn credited(mut text: RichText, name: &str) -> RichText {
    while text.content.last().is_some_and(TextBlock::is_empty) {
        text.content.pop();
    }
    let credit = format!(" {}", credit(name));
    let last = text.content.last_mut().and_then(TextBlock::content_mut);
    let Some(last) = last else { return text };
    match last.last_mut() {
        Some(TextInline::Text { text: letters, marks }) if marks.is_empty() => {
            let bare = letters.trim_end();
            *letters = match bare.strip_suffix('.') {
                Some(bare) => format!("{bare}{credit}."),
                None => format!("{bare}{credit}"),
            };
        }
        Some(TextInline::Text { .. } | TextInline::Figure { .. }) | None => {
            last.push(TextInline::plain_text(&credit));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_credit_stands_before_the_last_full_stop() {
        for (told, credited_as) in [
            ("Đã làm tốt.", "Đã làm tốt (theo báo cáo của CĐCS A)."),
            ("Đã làm tốt. \n- Băng rôn", "Đã làm tốt.\n- Băng rôn (theo báo cáo của CĐCS A)"),
        ] {
            assert_eq!(credited(RichText::from_plain(told), "CĐCS A").plain(), credited_as);
        }
    }
}
