//! Whether letters are a Vietnamese syllable: onset, rhyme and at most one tone.
//!
//! It tells coded letters from plain ones ([`super::legacy`]); it does not judge anybody's spelling.

use unicode_normalization::UnicodeNormalization as _;

/// Longest first, so that "ngh" is not taken for "n" with a strange rhyme.
const ONSETS: [&str; 28] = [
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

/// Every rhyme without its tone.
const RHYMES: &str = " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo \
    ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan \
    oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt \
    ơ ơi ơm ơn ơp ơt u ua uan uân uâng uât uây uc ue uê uêch uênh ui um un ung up ut uơ uôc uôi uôm uôn uông uôt uy uya \
    uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ";

/// True for one syllable in composed or decomposed letters, whatever their case: "Đoàn", "NGHIỆP". A capital after a small
/// letter makes it none: that is how coded letters look.
pub fn is_syllable(word: &str) -> bool {
    if has_inner_capital(word) {
        return false;
    }
    let Some(plain) = without_tone(word) else { return false };
    ONSETS.iter().any(|onset| plain.strip_prefix(onset).is_some_and(is_rhyme))
}

fn is_rhyme(rest: &str) -> bool {
    // "gì" has the onset "g" and the rhyme "i"; nothing but a rhyme of letters may match, no space within.
    !rest.is_empty() && !rest.contains(' ') && RHYMES.contains(&format!(" {rest} "))
}

fn has_inner_capital(word: &str) -> bool {
    let mut seen_small = false;
    word.chars().any(|letter| {
        let is_inner = letter.is_uppercase() && seen_small;
        seen_small |= letter.is_lowercase();
        is_inner
    })
}

/// The letters in small, without the tone; `None` with two tones or with what is no letter.
fn without_tone(word: &str) -> Option<String> {
    let mut n_tones = 0;
    let mut plain = String::with_capacity(word.len());
    for letter in word.nfd().flat_map(char::to_lowercase) {
        match letter {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => n_tones += 1,
            'a'..='z' | 'đ' | '\u{302}' | '\u{306}' | '\u{31b}' => plain.push(letter),
            _ => return None,
        }
    }
    (n_tones <= 1).then(|| plain.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_what_only_looks_like_one() {
        for word in "Đoàn nghiệp KHUYẾN quốc gì giếng yêu ương Hồ Mường thuở ngoằng xoong Uyên hoà hòa ý".split(' ')
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in ["®oµn", "c«ng", "héi", "xÝ", "ñaïi", "hoäi", "coâng", "café", "Acme", "ộộ", "", "20", "ngh"]
        {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn decomposed_letters_are_the_same_letters() {
        let decomposed: String = "Thường".nfd().collect();
        assert!(is_syllable(&decomposed));
    }
}
