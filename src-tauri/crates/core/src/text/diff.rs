//! What differs between two texts, word by word.
//!
//! Lines are compared first, then the words of lines that differ, so that a long text costs little. The pieces hold every
//! letter: without what was added they give the left text, without what was removed the right one.

use crate::model::{PieceKind, TextPiece};

/// Pairs that are compared at most; two texts that differ altogether are then shown whole.
const MOST_PAIRS: usize = 4_000_000;

/// The pieces of both texts, in order.
pub fn diff(left: &str, right: &str) -> Vec<TextPiece> {
    let (before, after): (Vec<&str>, Vec<&str>) =
        (left.split_inclusive('\n').collect(), right.split_inclusive('\n').collect());
    let mut pieces = Pieces::default();
    let (mut removed, mut added) = (String::new(), String::new());
    for (kind, line) in steps(&before, &after) {
        match kind {
            PieceKind::Removed => removed.push_str(line),
            PieceKind::Added => added.push_str(line),
            PieceKind::Same => {
                pieces.add_words(&std::mem::take(&mut removed), &std::mem::take(&mut added));
                pieces.add(PieceKind::Same, line);
            }
        }
    }
    pieces.add_words(&removed, &added);
    pieces.0
}

#[derive(Default)]
struct Pieces(Vec<TextPiece>);

impl Pieces {
    fn add(&mut self, kind: PieceKind, text: &str) {
        match self.0.last_mut().filter(|last| last.kind == kind) {
            Some(last) => last.text.push_str(text),
            None if text.is_empty() => {}
            None => self.0.push(TextPiece { kind, text: text.to_owned() }),
        }
    }

    fn add_words(&mut self, removed: &str, added: &str) {
        for (kind, word) in steps(&words(removed), &words(added)) {
            self.add(kind, word);
        }
    }
}

/// Words with the blanks after them.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let word_end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (_, after) = rest.split_at(word_end);
        let blanks = after.find(|letter: char| !letter.is_whitespace()).unwrap_or(after.len());
        let (word, next) = rest.split_at(word_end + blanks);
        words.push(word);
        rest = next;
    }
    words
}

/// What becomes of each, with as much as possible left the same; what is removed comes before what is added.
fn steps<'a>(left: &[&'a str], right: &[&'a str]) -> Vec<(PieceKind, &'a str)> {
    let n_first = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (first, left) = left.split_at(n_first);
    let (_, right) = right.split_at(n_first);
    let n_last = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, last) = left.split_at(left.len() - n_last);
    let (right, _) = right.split_at(right.len() - n_last);
    let same = |words: &[&'a str]| words.iter().map(|word| (PieceKind::Same, *word)).collect::<Vec<_>>();
    [same(first), middle(left, right), same(last)].concat()
}

/// The longest common sequence, by the table of all pairs.
fn middle<'a>(left: &[&'a str], right: &[&'a str]) -> Vec<(PieceKind, &'a str)> {
    let whole = |kind, words: &[&'a str]| words.iter().map(|word| (kind, *word)).collect::<Vec<_>>();
    if left.is_empty() || right.is_empty() || left.len().saturating_mul(right.len()) > MOST_PAIRS {
        return [whole(PieceKind::Removed, left), whole(PieceKind::Added, right)].concat();
    }
    let lengths = lengths(left, right);
    let length = |i: usize, j: usize| lengths.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    let (mut i, mut j) = (0, 0);
    let mut steps = Vec::with_capacity(left.len() + right.len());
    loop {
        match (left.get(i), right.get(j)) {
            (Some(a), Some(b)) if a == b => {
                steps.push((PieceKind::Same, *a));
                (i, j) = (i + 1, j + 1);
            }
            (Some(a), other) if other.is_none() || length(i + 1, j) >= length(i, j + 1) => {
                steps.push((PieceKind::Removed, *a));
                i += 1;
            }
            (_, Some(b)) => {
                steps.push((PieceKind::Added, *b));
                j += 1;
            }
            (_, None) => return steps,
        }
    }
}

/// Length of the longest common sequence of what is left from each pair on.
fn lengths(left: &[&str], right: &[&str]) -> Vec<Vec<u32>> {
    let mut below = vec![0_u32; right.len() + 1];
    let mut rows = vec![below.clone()];
    for a in left.iter().rev() {
        // Built from the end: the last cell stands for nothing left at the right.
        let mut reversed = vec![0_u32];
        let pairs = right.iter().rev().zip(below.iter().rev().skip(1).zip(below.iter().rev()));
        for (b, (down, diagonal)) in pairs {
            let beside = reversed.last().copied().unwrap_or(0);
            reversed.push(if a == b { diagonal + 1 } else { beside.max(*down) });
        }
        reversed.reverse();
        below.clone_from(&reversed);
        rows.push(reversed);
    }
    rows.reverse();
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(left: &str, right: &str) -> String {
        let mark = |piece: TextPiece| match piece.kind {
            PieceKind::Same => piece.text,
            PieceKind::Removed => format!("[-{}]", piece.text),
            PieceKind::Added => format!("[+{}]", piece.text),
        };
        diff(left, right).into_iter().map(mark).collect()
    }

    #[test]
    fn words_that_differ_are_found_and_the_rest_is_left_alone() {
        let cases = [
            ("", "", ""),
            ("một hai", "một hai", "một hai"),
            ("có 12 cuộc dự", "có 15 cuộc dự", "có [-12 ][+15 ]cuộc dự"),
            ("một hai ba", "một ba", "một [-hai ]ba"),
            ("- A.\n- C.", "- A.\n- B.\n- C.", "- A.\n[+- B.\n]- C."),
            ("", "mới", "[+mới]"),
        ];
        for (left, right, expected) in cases {
            assert_eq!(marked(left, right), expected, "{left:?} and {right:?}");
        }
    }

    #[test]
    fn two_long_texts_that_differ_altogether_are_shown_whole() {
        let (left, right) = ("a ".repeat(6_000), "b ".repeat(6_000));
        assert_eq!(diff(&left, &right).len(), 2);
    }

    proptest! {
        #[test]
        fn the_pieces_hold_every_letter_of_both(left in "[ab \n]{0,40}", right in "[ab \n]{0,40}") {
            let pieces = diff(&left, &right);
            let side = |not: PieceKind| -> String {
                pieces.iter().filter(|piece| piece.kind != not).map(|piece| piece.text.as_str()).collect()
            };
            prop_assert_eq!(side(PieceKind::Added), left);
            prop_assert_eq!(side(PieceKind::Removed), right);
        }
    }
}
