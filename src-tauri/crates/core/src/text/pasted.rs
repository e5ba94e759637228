//! Text that was copied elsewhere: is it in letters from before Unicode?

use super::legacy::{detect_legacy, from_legacy, letters_of_font};
use crate::model::{LegacyOffer, PastedText};

/// What the texts say in Unicode, if some of them are in older letters: by the name of their font, else by what they
/// look like. `None` if nothing need be asked. Nothing is converted silently: whoever pasted decides.
pub fn offer_unicode(texts: &[PastedText]) -> Option<LegacyOffer> {
    let unnamed = || texts.iter().filter(|pasted| letters_of_font(&pasted.font).is_none());
    let guessed = detect_legacy(unnamed().map(|pasted| pasted.text.as_str()));
    let named = texts.iter().find_map(|pasted| letters_of_font(&pasted.font)).map(|(letters, _)| letters);
    let letters = named.or(guessed)?;
    let converted: Vec<String> = texts
        .iter()
        .map(|pasted| match (letters_of_font(&pasted.font), guessed) {
            (Some((letters, true)), _) => from_legacy(&pasted.text, letters).to_uppercase(),
            (Some((letters, false)), _) | (None, Some(letters)) => from_legacy(&pasted.text, letters),
            (None, None) => pasted.text.clone(),
        })
        .collect();
    let differs = converted.iter().zip(texts).any(|(converted, pasted)| *converted != pasted.text);
    differs.then_some(LegacyOffer { letters, texts: converted })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LegacyLetters;

    #[test]
    fn older_letters_are_found_by_the_font_or_by_their_looks() {
        let cases = [
            ("®¹i héi c«ng ®oµn", ".VnTime", Some("đại hội công đoàn")),
            ("®¹i héi", ".VnTimeH", Some("ĐẠI HỘI")),
            ("ñaïi hoäi coâng ñoaøn", "VNI-Times", Some("đại hội công đoàn")),
            ("®¹i héi c«ng ®oµn c¬ së nhiÖm kú", "", Some("đại hội công đoàn cơ sở nhiệm kỳ")),
            ("đại hội công đoàn", "", None),
            ("đại hội công đoàn", ".VnTime", None),
            ("Café crème", "Times New Roman", None),
            ("", "", None),
        ];
        for (text, font, expected) in cases {
            let pasted = PastedText { text: text.to_owned(), font: font.to_owned() };
            let offered = offer_unicode(&[pasted]).map(|offer| offer.texts.concat());
            assert_eq!(offered.as_deref(), expected, "{text:?} in {font:?}");
        }
    }

    #[test]
    fn only_what_is_in_older_letters_is_converted() {
        let pasted = |text: &str, font: &str| PastedText { text: text.to_owned(), font: font.to_owned() };
        let offer = offer_unicode(&[pasted("®¹i héi ", ".VnTime"), pasted("Đợt 1", "Times New Roman")]).unwrap();
        assert_eq!(offer.letters, LegacyLetters::Tcvn3);
        assert_eq!(offer.texts, ["đại hội ", "Đợt 1"]);
    }
}
