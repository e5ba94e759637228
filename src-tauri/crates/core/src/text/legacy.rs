//! Text from before Unicode: TCVN3 (fonts .Vn…) and VNI (fonts VNI-…), as it comes out of old spreadsheets.
//!
//! Their bytes reach us as letters of Latin-1: "®¹i héi" for "đại hội". [`detect_legacy`] only says what a text looks like;
//! whether it is converted is the user's decision. Tables: DOMAIN.md, G.3.

use super::syllable::is_syllable;
use crate::model::LegacyLetters;

/// Pairs of coded letter and letter.
const TCVN3: &str = "¸áµà¶ả·ã¹ạ¨ă¾ắ»ằ¼ẳ½ẵÆặ©âÊấÇầÈẩÉẫËậÐéÌèÎẻÏẽÑẹªêÕếÒềÓểÔễÖệÝí×ìØỉÜĩÞịãóßòáỏâõäọ«ôèốåồæổçỗéộ¬ơíớêờëởìỡîợóúïùñủòũôụ\u{ad}ưøứõừöử÷ữùựýýúỳûỷüỹþỵ®đ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ";

/// The letter and its five forms, for sắc, huyền, hỏi, ngã, nặng.
const TONES: [&str; 12] = [
    "aáàảãạ",
    "ăắằẳẵặ",
    "âấầẩẫậ",
    "eéèẻẽẹ",
    "êếềểễệ",
    "iíìỉĩị",
    "oóòỏõọ",
    "ôốồổỗộ",
    "ơớờởỡợ",
    "uúùủũụ",
    "ưứừửữự",
    "yýỳỷỹỵ",
];

/// Below this share a conversion does not make Vietnamese of a text.
const CONVINCING: usize = 70;

/// Words with letters outside ASCII that must be there before anything is said of a text.
const FEW_WORDS: usize = 3;

/// Letters that only Unicode text has: neither code reaches beyond Latin-1.
fn is_beyond_latin(letter: char) -> bool {
    matches!(letter, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư')
        || matches!(letter, '\u{300}'..='\u{323}' | '\u{1ea0}'..='\u{1ef9}')
}

/// True if a text can be converted: it has letters outside ASCII, and none that only Unicode text has.
pub fn may_be_legacy(text: &str) -> bool {
    !text.is_ascii() && !text.chars().any(is_beyond_latin)
}

/// The code that most of the texts look to be written in: read as they stand they are no Vietnamese, converted they are.
pub fn detect_legacy<'a>(texts: impl Iterator<Item = &'a str>) -> Option<LegacyLetters> {
    let mut counts = [0usize; 3];
    let mut n_words = 0;
    for text in texts.filter(|text| may_be_legacy(text)) {
        for word in strange_words(text) {
            n_words += 1;
            let readings = [word.to_owned(), from_tcvn3(word), from_vni(word)];
            for (count, reading) in counts.iter_mut().zip(readings) {
                *count += usize::from(is_syllable(&reading));
            }
        }
    }
    let [plain, tcvn3, vni] = counts;
    let (best, letters) = if vni > tcvn3 { (vni, LegacyLetters::Vni) } else { (tcvn3, LegacyLetters::Tcvn3) };
    let is_convincing = best * 100 >= n_words * CONVINCING && plain * 100 < n_words * (100 - CONVINCING) + 1;
    (n_words >= FEW_WORDS && is_convincing).then_some(letters)
}

/// The text in Unicode. A text that is Unicode already is returned as it is.
pub fn from_legacy(text: &str, letters: LegacyLetters) -> String {
    if !may_be_legacy(text) {
        return text.to_owned();
    }
    match letters {
        LegacyLetters::Tcvn3 => from_tcvn3(text),
        LegacyLetters::Vni => from_vni(text),
    }
}

/// The code of a font, and whether it shows everything in capitals (.VnTimeH). `None` for a font of Unicode.
pub fn letters_of_font(font: &str) -> Option<(LegacyLetters, bool)> {
    let lower = font.to_ascii_lowercase();
    if lower.starts_with(".vn") {
        Some((LegacyLetters::Tcvn3, font.ends_with('H')))
    } else if lower.starts_with("vni-") {
        Some((LegacyLetters::Vni, false))
    } else {
        None
    }
}

/// Words with letters outside ASCII; in coded text "®" and "¹" are letters too, so only ASCII marks part words.
fn strange_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || letter.is_ascii_punctuation() || letter.is_ascii_digit())
        .filter(|word| !word.is_ascii())
}

fn from_tcvn3(text: &str) -> String {
    text.chars().map(|coded| if coded.is_ascii() { coded } else { tcvn3_letter(coded) }).collect()
}

fn tcvn3_letter(coded: char) -> char {
    pairs(TCVN3).find(|(from, _)| *from == coded).map_or(coded, |(_, letter)| letter)
}

fn pairs(table: &str) -> impl Iterator<Item = (char, char)> {
    let evens = table.chars().step_by(2);
    evens.zip(table.chars().skip(1).step_by(2))
}

fn from_vni(text: &str) -> String {
    let mut converted = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mark = letters.peek().and_then(|mark| with_mark(letter, *mark));
        if let Some(composed) = mark {
            letters.next();
            converted.push(composed);
        } else {
            converted.push(alone(letter));
        }
    }
    converted
}

/// A letter with the mark that follows it; the letter decides whether the whole is a capital.
fn with_mark(letter: char, mark: char) -> Option<char> {
    let base = alone(letter);
    let base = base.to_lowercase().next()?;
    let mark = mark.to_lowercase().next()?;
    let (vowel, tone) = match (base, mark) {
        ('a' | 'e' | 'o' | 'u' | 'y' | 'ơ' | 'ư', 'ù' | 'ø' | 'û' | 'õ' | 'ï') => {
            (base, place_in("ùøûõï", mark)? + 1)
        }
        ('a' | 'e' | 'o', 'â') => (hatted(base)?, 0),
        ('a' | 'e' | 'o', 'á' | 'à' | 'å' | 'ã' | 'ä') => (hatted(base)?, place_in("áàåãä", mark)? + 1),
        ('a', 'ê') => ('ă', 0),
        ('a', 'é' | 'è' | 'ú' | 'ü' | 'ë') => ('ă', place_in("éèúüë", mark)? + 1),
        _ => return None,
    };
    let forms = TONES.iter().find(|forms| forms.starts_with(vowel))?;
    let composed = forms.chars().nth(tone)?;
    Some(if letter.is_uppercase() { composed.to_uppercase().next()? } else { composed })
}

fn hatted(vowel: char) -> Option<char> {
    pairs("aâeêoô").find(|(plain, _)| *plain == vowel).map(|(_, hatted)| hatted)
}

fn place_in(row: &str, letter: char) -> Option<usize> {
    row.chars().position(|other| other == letter)
}

/// Letters that need no mark after them.
fn alone(letter: char) -> char {
    pairs("ôơöưñđæỉóĩòịîỵÔƠÖƯÑĐÆỈÓĨÒỊÎỴ").find(|(from, _)| *from == letter).map_or(letter, |(_, to)| to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use LegacyLetters::{Tcvn3, Vni};

    /// The bytes of DOMAIN.md, G.3, on their own: a slip in the table above would not be a slip here.
    const BYTES: &str = "b8á b5à b6ả b7ã b9ạ a8ă beắ bbằ bcẳ bdẵ c6ặ a9â caấ c7ầ c8ẩ c9ẫ cbậ d0é ccè ceẻ cfẽ d1ẹ aaê d5ế d2ề d3ể \
        d4ễ d6ệ ddí d7ì d8ỉ dcĩ deị e3ó dfò e1ỏ e2õ e4ọ abô e8ố e5ồ e6ổ e7ỗ e9ộ acơ edớ eaờ ebở ecỡ eeợ f3ú efù f1ủ f2ũ f4ụ \
        adư f8ứ f5ừ f6ử f7ữ f9ự fdý faỳ fbỷ fcỹ feỵ aeđ a1Ă a2Â a3Ê a4Ô a5Ơ a6Ư a7Đ";

    #[test]
    fn every_byte_of_tcvn3_gives_its_letter() {
        let mut n = 0;
        for pair in BYTES.split_whitespace() {
            let (byte, letter) = pair.split_at(2);
            let coded = char::from(u8::from_str_radix(byte, 16).unwrap());
            assert_eq!(from_tcvn3(&coded.to_string()), letter, "byte {byte}");
            n += 1;
        }
        assert_eq!(n, 74, "67 small letters with marks and đ, 7 capitals");
        assert_eq!(pairs(TCVN3).count(), n, "no byte more, no byte less");
    }

    #[test]
    fn texts_of_old_files_are_converted() {
        let cases = [
            (Tcvn3, "®¹i héi c«ng ®oµn", "đại hội công đoàn"),
            (Tcvn3, "§¬n vÞ: Tr\u{ad}êng TiÓu häc sè 1", "Đơn vị: Trường Tiểu học số 1"),
            (Tcvn3, "huyÖn Tam §\u{ad}êng", "huyện Tam Đường"),
            (Vni, "ñaïi hoäi coâng ñoaøn", "đại hội công đoàn"),
            (Vni, "ÑAÏI HOÄI COÂNG ÑOAØN", "ĐẠI HỘI CÔNG ĐOÀN"),
            (Vni, "Tröôøng Tieåu hoïc soá 1", "Trường Tiểu học số 1"),
            (Vni, "Maàm non Saêng, naëng, thaéng, baèng", "Mầm non Săng, nặng, thắng, bằng"),
            (
                Vni,
                "huyeän Sìn Hoà, thò traán, nghó, kyõ, tyî, Löïc, TÆNH",
                "huyện Sìn Hồ, thị trấn, nghĩ, kỹ, tyỵ, Lực, TỈNH",
            ),
            (Tcvn3, "Trường đã là Unicode", "Trường đã là Unicode"),
            (Vni, "plain ASCII 123", "plain ASCII 123"),
        ];
        for (letters, coded, text) in cases {
            assert_eq!(from_legacy(coded, letters), text, "{coded}");
        }
    }

    #[test]
    fn every_marked_vowel_goes_through_vni_and_back() {
        let marks = [["", "ù", "ø", "û", "õ", "ï"], ["â", "á", "à", "å", "ã", "ä"], ["ê", "é", "è", "ú", "ü", "ë"]];
        let bases = [
            ("a", 0),
            ("a", 2),
            ("a", 1),
            ("e", 0),
            ("e", 1),
            ("", 0),
            ("o", 0),
            ("o", 1),
            ("ô", 0),
            ("u", 0),
            ("ö", 0),
        ];
        for (forms, (base, row)) in TONES.iter().zip(bases).filter(|(_, (base, _))| !base.is_empty()) {
            for (letter, mark) in forms.chars().zip(marks[row]) {
                let coded = format!("{base}{mark}");
                assert_eq!(from_vni(&coded), letter.to_string(), "{coded}");
                let capitals: String = coded.to_uppercase();
                assert_eq!(from_vni(&capitals), letter.to_uppercase().to_string(), "{capitals}");
            }
        }
    }

    #[test]
    fn coded_text_is_recognised_and_plain_text_never() {
        let cases: [(&[&str], Option<LegacyLetters>); 14] = [
            (&["®¹i héi c«ng ®oµn", "Tr\u{ad}êng TiÓu häc"], Some(Tcvn3)),
            (&["C«ng ®oµn c¬ së"], Some(Tcvn3)),
            (&["ñaïi hoäi coâng ñoaøn"], Some(Vni)),
            (&["COÂNG ÑOAØN CÔ SÔÛ TRÖÔØNG"], Some(Vni)),
            (&["Trường Tiểu học Bản Bo", "Công đoàn cơ sở"], None),
            (&["hoà bình, khoá, là, và, gì, có, xã, tú, sơ"], None),
            (&["là và có xã hè bé trò chè mì sò ôi"], None),
            (&["Plain English text with nothing in it"], None),
            (&["Café Zoë, naïve façade, élève, São Paulo, Ångström"], None),
            (&["§ 5, 20°C, Acme®, © 2024, 3×4, ½, «quoted»"], None),
            (&["Truong Tieu hoc Ban Bo"], None),
            (&["®¹i"], None),
            (&["", "   "], None),
            (&["Müller, Größe, Straße, schön, für, über"], None),
        ];
        for (texts, expected) in cases {
            assert_eq!(detect_legacy(texts.iter().copied()), expected, "{texts:?}");
        }
    }

    #[test]
    fn a_few_coded_lines_do_not_speak_for_a_file_in_unicode() {
        let texts = ["là xã và có hè", "bé trò chè mì sò", "c«ng ®oµn"];
        assert_eq!(detect_legacy(texts.into_iter()), None);
    }

    #[test]
    fn fonts_say_how_their_letters_are_coded() {
        assert_eq!(letters_of_font(".VnTime"), Some((Tcvn3, false)));
        assert_eq!(letters_of_font(".VnTimeH"), Some((Tcvn3, true)));
        assert_eq!(letters_of_font("VNI-Times"), Some((Vni, false)));
        assert_eq!(letters_of_font("Times New Roman"), None);
    }
}
