//! What the program would write otherwise since the official wrote his own text, block by block.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::compose::Composed;
use crate::model::{FigureMeasure, RichText, TextBlock, TextChange, TextInline, TextSource};

/// The changes from what was composed `then` to what is composed `now` that are not yet in the official's text.
pub fn changes(then: &RichText, now: &[Composed], kept: &RichText) -> Vec<TextChange> {
    let before: Vec<String> = then.content.iter().map(key).collect();
    let after: Vec<String> = now.iter().map(|composed| key(&composed.block)).collect();
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        changes.extend(of_op(op, then, now));
    }
    let known: Vec<String> = kept.content.iter().map(key).collect();
    let is_open = |change: &TextChange| match (&change.now, &change.before) {
        // What the official took over by hand is there.
        (Some(now), before) => !known.contains(&key(now)) && !follows(before.as_ref(), now, kept),
        (None, Some(before)) => known.contains(&key(before)),
        (None, None) => false,
    };
    changes.retain(is_open);
    changes
}

/// True if only live figures differ, and the official's text has them all: there they follow by themselves.
fn follows(before: Option<&TextBlock>, now: &TextBlock, kept: &RichText) -> bool {
    let there: Vec<FigureKey> = kept.content.iter().flat_map(figures).collect();
    let mut figures = figures(now).peekable();
    before.map(words) == Some(words(now)) && figures.peek().is_some() && figures.all(|figure| there.contains(&figure))
}

/// Indicator, split and measure.
type FigureKey<'a> = (&'a str, &'a str, FigureMeasure);

fn figures(block: &TextBlock) -> impl Iterator<Item = FigureKey<'_>> {
    block.content().iter().filter_map(|inline| match inline {
        TextInline::Figure { attrs, .. } => Some((attrs.indicator.as_str(), attrs.split.as_str(), attrs.measure)),
        TextInline::Text { .. } => None,
    })
}

/// A block without the numbers of its live figures.
fn words(block: &TextBlock) -> TextBlock {
    let mut block = block.clone();
    for inline in block.content_mut().into_iter().flatten() {
        if let TextInline::Figure { attrs, .. } = inline {
            attrs.value.clear();
        }
    }
    block
}

/// What is the same to a reader.
pub fn key(block: &TextBlock) -> String {
    match block {
        TextBlock::Paragraph { .. } | TextBlock::Heading { .. } | TextBlock::DashItem { .. } => block.plain(),
        TextBlock::FigureTable { attrs } => format!("\u{0}table {}", attrs.group),
        TextBlock::Chart { attrs } => format!("\u{0}chart {}", attrs.chart),
    }
}

fn of_op(op: DiffOp, then: &RichText, now: &[Composed]) -> Vec<TextChange> {
    if matches!(op, DiffOp::Equal { .. }) {
        return Vec::new();
    }
    let gone = then.content.get(op.old_range()).unwrap_or_default();
    let come = now.get(op.new_range()).unwrap_or_default();
    // Blocks in the same place are taken for the same sentence; what is left over is new or gone.
    let pairs = 0..gone.len().max(come.len());
    let change = |at: usize| TextChange {
        before: gone.get(at).cloned(),
        now: come.get(at).map(|composed| composed.block.clone()),
        sources: come.get(at).map(|composed| composed.sources.clone()).unwrap_or_default(),
    };
    pairs.map(change).collect()
}

/// Takes a change over into a text: in the place of the block that it changes, else after the block that the program
/// writes before it, else at the end.
pub fn take(text: &mut RichText, change: &TextChange, now: &[Composed]) {
    let place = |wanted: &TextBlock| text.content.iter().position(|block| key(block) == key(wanted));
    let at = change.before.as_ref().and_then(place);
    match (&change.now, at) {
        (Some(now), Some(at)) => {
            if let Some(block) = text.content.get_mut(at) {
                *block = now.clone();
            }
        }
        (Some(new), None) => {
            let index = now.iter().position(|composed| composed.block == *new).unwrap_or(now.len());
            let earlier = now.get(..index).unwrap_or_default().iter().rev();
            let after = earlier.map(|composed| &composed.block).find_map(place);
            let at = after.map_or(if index == 0 { 0 } else { text.content.len() }, |after| after + 1);
            text.content.insert(at, new.clone());
        }
        (None, Some(at)) => {
            text.content.remove(at);
        }
        (None, None) => {}
    }
}

/// What each block of a text was written from: that of the block which the program writes with the same words, else the
/// figures that stand in it.
pub fn sources(text: &RichText, now: &[Composed]) -> Vec<Vec<TextSource>> {
    let of_block = |block: &TextBlock| {
        let same = now.iter().find(|composed| key(&composed.block) == key(block));
        same.map(|composed| composed.sources.clone()).unwrap_or_default()
    };
    text.content.iter().map(of_block).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn composed(plain: &str) -> Vec<Composed> {
        let blocks = RichText::from_plain(plain).content;
        blocks.into_iter().map(|block| Composed { block, sources: Vec::new() }).collect()
    }

    /// Changes as "before → now".
    fn told(then: &str, now: &str, kept: &str) -> Vec<String> {
        let said = |block: &Option<TextBlock>| block.as_ref().map_or("∅".to_owned(), TextBlock::plain);
        let found = changes(&RichText::from_plain(then), &composed(now), &RichText::from_plain(kept));
        found.iter().map(|change| format!("{} → {}", said(&change.before), said(&change.now))).collect()
    }

    #[test]
    fn what_changed_is_told_by_blocks_unless_the_official_has_it_already() {
        let cases: [(&str, &str, &str, &[&str]); 7] = [
            ("a\n- b", "a\n- b", "x", &[]),
            ("a\n- b", "a\n- b\n- c", "x", &["∅ → - c"]),
            ("a\n- b", "a", "x\n- b", &["- b → ∅"]),
            ("a\n- b", "a", "x", &[]),
            ("12 cuộc\n- b", "15 cuộc\n- b", "mười hai\n- b", &["12 cuộc → 15 cuộc"]),
            ("12 cuộc\n- b", "15 cuộc\n- b", "15 cuộc\n- của tôi", &[]),
            ("a\nb\nc", "b\nd\nc\ne", "x", &["∅ → d", "∅ → e"]),
        ];
        for (then, now, kept, expected) in cases {
            assert_eq!(told(then, now, kept), expected, "{then:?} → {now:?}, kept {kept:?}");
        }
    }

    #[test]
    fn a_change_that_is_taken_lands_where_the_program_has_it_and_nothing_else_moves() {
        let cases = [
            ("a\nb", "a\nb2", "của tôi\nb\nhết", "của tôi\nb2\nhết"),
            ("a", "a\nmới", "của tôi\na\nhết", "của tôi\na\nmới\nhết"),
            ("a\nb", "b", "của tôi\na\nb", "của tôi\nb"),
            ("a", "mới\na", "của tôi", "mới\ncủa tôi"),
            ("a", "a\nmới", "của tôi", "của tôi\nmới"),
        ];
        for (then, now, kept, expected) in cases {
            let (now, mut text) = (composed(now), RichText::from_plain(kept));
            for change in changes(&RichText::from_plain(then), &now, &text.clone()) {
                take(&mut text, &change, &now);
            }
            assert_eq!(text.plain(), expected, "{then:?}, kept {kept:?}");
        }
    }
}
