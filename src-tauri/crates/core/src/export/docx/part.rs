//! What is known while one part of the file is written: what it refers to, and which names and numbers are taken.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use super::references::References;

/// Word forgets the rest of a longer name.
const NAME_LIMIT: usize = 40;

/// A part being written.
pub struct Part<'a> {
    /// What it refers to.
    pub references: &'a References<'a>,
    /// Numbers given so far, to bookmarks and to drawings.
    n_given: Cell<usize>,
    bookmarks: RefCell<BTreeSet<String>>,
}

impl<'a> Part<'a> {
    /// A part of which nothing is written yet.
    pub fn new(references: &'a References<'a>) -> Part<'a> {
        Part { references, n_given: Cell::new(0), bookmarks: RefCell::default() }
    }

    /// A number that nothing else in the part has.
    pub fn next_number(&self) -> usize {
        let number = self.n_given.get() + 1;
        self.n_given.set(number);
        number
    }

    /// Name of the bookmark of a section: letters and digits, as Word wants it. Two sections never have the same one, even
    /// where their codes differ in signs only.
    pub fn bookmark(&self, code: &str) -> String {
        let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
        let name: String = "muc_".chars().chain(code.chars().map(plain)).take(NAME_LIMIT).collect();
        let mut given = self.bookmarks.borrow_mut();
        let mut unique = name.clone();
        let mut number = 2;
        while !given.insert(unique.clone()) {
            let end = format!("_{number}");
            unique = name.chars().take(NAME_LIMIT - end.len()).chain(end.chars()).collect();
            number += 1;
        }
        unique
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_has_a_bookmark_of_its_own() {
        let references = References::default();
        let part = Part::new(&references);
        for (code, name) in [("III.2.1", "muc_III_2_1"), ("III-2-1", "muc_III_2_1_2"), ("đ", "muc__")] {
            assert_eq!(part.bookmark(code), name, "{code}");
        }
        let long = "a".repeat(60);
        assert_eq!(part.bookmark(&long).len(), 40);
        assert!(part.bookmark(&long).ends_with("_2"));
    }
}
