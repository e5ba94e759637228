//! Running text in the indent, gaps, lines and size of a form.
//!
//! What writes the text takes its measures from the roles of the document model; here those of the form take their place.
//! A paragraph that says otherwise on purpose (a list, a table) keeps what it says.

use super::super::document::{Block, Length, LineHeight, Paragraph, Role};
use crate::model::{FormProfile, Indent};

/// The same blocks in the measures of the form.
pub fn in_form(mut blocks: Vec<Block>, form: &FormProfile) -> Vec<Block> {
    for block in &mut blocks {
        if let Block::Paragraph(paragraph) = block {
            set(paragraph, form);
        }
    }
    blocks
}

fn set(paragraph: &mut Paragraph, form: &FormProfile) {
    match paragraph.role {
        Role::Body | Role::Heading1 | Role::Heading2 | Role::Heading3 => {}
        Role::Plain | Role::Title | Role::Subject => return,
    }
    let (usual, usual_size) = (paragraph.role.format(), paragraph.role.letters().size_pt);
    let format = &mut paragraph.format;
    if format.first_line == usual.first_line {
        format.first_line = indent(form);
    }
    if format.after == usual.after {
        format.after = Length::points(i32::from(form.text.gap));
    }
    if format.line == usual.line {
        format.line = LineHeight::Percent(u16::from(form.text.line));
    }
    for run in paragraph.runs.iter_mut().filter(|run| run.letters.size_pt == usual_size) {
        run.letters.size_pt = form.sizes.body;
    }
}

fn indent(form: &FormProfile) -> Length {
    match form.text.indent {
        Indent::Narrow => Length::twentieths(567),
        Indent::Wide => Length::twentieths(720),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_follows_the_role_takes_the_measures_of_the_form() {
        let mut form = crate::form::built_in().unwrap().remove(0);
        form.text.indent = Indent::Narrow;
        form.text.gap = 8;
        form.text.line = 130;
        form.sizes.body = 13;
        let hanging = Paragraph::new(Role::Body).text("b").set(|format| format.first_line = Length::ZERO);
        let blocks = [Paragraph::new(Role::Body).text("a"), hanging, Paragraph::new(Role::Plain).text("c")];
        let set: Vec<_> = in_form(blocks.into_iter().map(Block::Paragraph).collect(), &form)
            .into_iter()
            .map(|block| match block {
                Block::Paragraph(paragraph) => (
                    paragraph.format.first_line.in_twentieths(),
                    paragraph.format.after.in_twentieths(),
                    paragraph.format.line,
                    paragraph.runs[0].letters.size_pt,
                ),
                Block::Table(table) => panic!("{table:?}"),
            })
            .collect();
        let lines = LineHeight::Percent;
        assert_eq!(set, [(567, 160, lines(130), 13), (0, 160, lines(130), 13), (0, 0, lines(100), 14)]);
    }
}
