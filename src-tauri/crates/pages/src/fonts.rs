//! The four faces of Liberation Serif 2.1.5, whose metrics are those of Times New Roman: unmodified files, built in.

use std::sync::LazyLock;

use sotg_core::{Error, Result};
use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontInstance, FontVariant, FontVariations};
use typst::utils::LazyHash;

const FILES: [&[u8]; 4] = [
    include_bytes!("../../../fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("../../../fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("../../../fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../../../fonts/LiberationSerif-BoldItalic.ttf"),
];

/// The faces, and the book in which the typesetter looks them up.
pub struct Fonts {
    faces: [Font; 4],
    /// The same, open for questions about their letters.
    open: [FontInstance; 4],
    book: LazyHash<FontBook>,
}

static FONTS: LazyLock<Option<Fonts>> = LazyLock::new(|| {
    let [upright, bold, italic, bold_italic] = FILES.map(|file| Font::new(Bytes::new(file), 0));
    let faces = [upright?, bold?, italic?, bold_italic?];
    let book = LazyHash::new(FontBook::from_fonts(&faces));
    let any = (FontVariant::default(), Abs::pt(14.0), FontVariations::default());
    let open = faces.clone().map(|face| face.instantiate(any.0, any.1, &any.2));
    Some(Fonts { faces, open, book })
});

impl Fonts {
    /// All of them; read once in the life of the program.
    ///
    /// # Errors
    /// `io` if the program's own file is damaged.
    pub fn load() -> Result<&'static Fonts> {
        let damaged = || Error::io("read", "LiberationSerif.ttf".as_ref())(std::io::ErrorKind::InvalidData.into());
        FONTS.as_ref().ok_or_else(damaged)
    }

    /// One face.
    pub fn face(&self, is_bold: bool, is_italic: bool) -> &FontInstance {
        let [upright, bold, italic, bold_italic] = &self.open;
        match (is_bold, is_italic) {
            (false, false) => upright,
            (true, false) => bold,
            (false, true) => italic,
            (true, true) => bold_italic,
        }
    }

    /// What they are called.
    pub fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// The face with that number in the book.
    pub fn at(&self, index: usize) -> Option<Font> {
        self.faces.get(index).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_face_is_what_it_is_asked_for() {
        let fonts = Fonts::load().unwrap();
        for (is_bold, is_italic) in [(false, false), (true, false), (false, true), (true, true)] {
            let found = fonts.face(is_bold, is_italic);
            assert_eq!(found.info().family, "Liberation Serif");
            assert_eq!((found.ttf().is_bold(), found.ttf().is_italic()), (is_bold, is_italic));
        }
    }
}
