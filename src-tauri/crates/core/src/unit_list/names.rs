//! When two names mean the same unit: without case, marks' places and abbreviations, and how alike two others are.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization as _;

use super::words::{SHORT, is_common};
use crate::text;

/// Likeness in percent from which two units may be one.
pub const DOUBTFUL_FROM: u8 = 75;

/// In shorter words one letter makes another name: Tân Uyên and Than Uyên are two districts.
pub const LETTERS_FOR_A_SLIP: usize = 4;

const SCHOOLS: [&str; 4] = [" mam non ", " tieu hoc ", " trung hoc co so ", " trung hoc pho thong "];

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    folded: String,
    /// With its marks, the tone at the end, so that hòa and hoà are one.
    toned: String,
    /// As it sounds to many.
    sound: String,
    /// Most names of a kind have it.
    is_common: bool,
    /// It came out of a short form, which says nothing about marks.
    is_expanded: bool,
}

impl Word {
    fn new(folded: &str, toned: String, is_expanded: bool) -> Word {
        Word { folded: folded.to_owned(), toned, sound: sound(folded), is_common: is_common(folded), is_expanded }
    }

    /// How much it says about which unit is meant.
    fn weight(&self) -> f64 {
        if self.is_common { 0.3 } else { 1.0 }
    }

    /// A number or a single letter, which tells units apart that have nearly the same name.
    fn is_number(&self) -> bool {
        let word = self.folded.as_str();
        word.len() == 1 || word.contains(|letter: char| letter.is_ascii_digit()) || is_roman(word)
    }

    /// 1 for the same word, less for one that sounds alike or has one slip of the finger, 0 for others.
    fn likeness(&self, other: &Word) -> f64 {
        let (one, two) = (self.folded.as_bytes(), other.folded.as_bytes());
        if one == two {
            1.0
        } else if self.sound == other.sound {
            0.85
        } else if one.len().min(two.len()) >= LETTERS_FOR_A_SLIP && is_one_slip(one, two) {
            0.8
        } else {
            0.0
        }
    }
}

/// A name made ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    words: Vec<Word>,
    has_marks: bool,
    /// Kinds of school in it: nearly all of two names may be the same, and still they are two.
    schools: [bool; 4],
    /// What names of the same unit have in common: folded words, short forms written out, without "công đoàn cơ sở".
    pub key: String,
    /// The same for the name of an office above others, without its kind: "tam duong" for LĐLĐ huyện Tam Đường.
    pub place: String,
    /// All words folded, short forms written out: tells the kind of unit.
    pub whole: String,
}

impl Name {
    /// Makes a name ready.
    pub fn new(name: &str) -> Name {
        let words = words_of(name);
        let has_marks = words.iter().any(|word| !word.is_expanded && word.toned != word.folded);
        let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let whole = folded.join(" ");
        let n_dropped = n_leading(&folded);
        let place = place_of(&folded);
        let words: Vec<Word> = words.into_iter().skip(n_dropped).filter(|word| word.folded != "truong").collect();
        let key = words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ");
        let spaced = format!(" {key} ");
        let schools = SCHOOLS.map(|kind| spaced.contains(kind));
        Name { words, has_marks, schools, key, place, whole }
    }

    /// True for a text with letters: a number or a day is no name.
    pub fn is_name(&self) -> bool {
        self.key.chars().any(char::is_alphabetic)
    }

    /// True if the marks do not speak against it that two names with the same key are one: a name typed without any marks
    /// may be every name.
    pub fn marks_agree(&self, other: &Name) -> bool {
        let is_silent = !self.has_marks || !other.has_marks;
        is_silent
            || self
                .words
                .iter()
                .zip(&other.words)
                .all(|(one, two)| one.is_expanded || two.is_expanded || one.toned == two.toned)
    }

    /// Under what to look for other names: the words that say most (all if the name has no such) by their sound, and each of
    /// them with one letter left out, so that a word with a slip meets the right one.
    pub fn traces(&self) -> BTreeSet<String> {
        let mut traces = BTreeSet::new();
        for word in self.telling_words() {
            traces.insert(word.sound.clone());
            let folded = word.folded.as_str();
            if folded.len() >= LETTERS_FOR_A_SLIP {
                traces.insert(format!("-{folded}"));
                let without =
                    |at| folded.char_indices().filter(move |(place, _)| *place != at).map(|(_, letter)| letter);
                traces.extend((0..folded.len()).map(|at| std::iter::once('-').chain(without(at)).collect::<String>()));
            }
        }
        traces
    }

    fn telling_words(&self) -> impl Iterator<Item = &Word> {
        let tells = |word: &Word| !word.is_common && !word.is_number();
        let has_telling = self.words.iter().any(tells);
        self.words.iter().filter(move |word| !has_telling || tells(word))
    }

    /// How alike two names are, 0 to 100. Names that differ in a number, a single letter or the kind of school are never
    /// alike: "Tiểu học số 1" and "số 2" are two schools, and so are "Tiểu học" and "Mầm non" of one place.
    pub fn likeness(&self, other: &Name) -> u8 {
        if self.key == other.key {
            return 98;
        }
        if self.schools != other.schools || !self.numbers().eq(other.numbers()) {
            return 0;
        }
        // Likeness has no direction, though words are paired from one side.
        let (this, other) = if self.key <= other.key { (self, other) } else { (other, self) };
        this.shared_part(other)
    }

    fn shared_part(&self, other: &Name) -> u8 {
        let mut is_taken = vec![false; other.words.len()];
        let mut shared = 0.0;
        for word in &self.words {
            let best = other.words.iter().enumerate().filter(|(at, _)| is_taken.get(*at) == Some(&false));
            let best = best.map(|(at, other)| (at, word.likeness(other))).max_by(|(_, a), (_, b)| a.total_cmp(b));
            if let Some((at, share)) = best.filter(|(_, share)| *share > 0.0) {
                shared += share * word.weight();
                is_taken.iter_mut().skip(at).take(1).for_each(|taken| *taken = true);
            }
        }
        let (ours, theirs) = (self.weight(), other.weight());
        let share = 2.0 * shared / (ours + theirs).max(0.1);
        // All of one name within the other: a place or a kind was added or left out.
        let is_within = shared >= ours.min(theirs) * 0.99 && self.says_enough() && other.says_enough();
        let share = if is_within { share.max(0.8) } else { share };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 97")]
        let percent = (share * 100.0).clamp(0.0, 97.0) as u8;
        percent
    }

    fn numbers(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter(|word| word.is_number()).map(|word| word.folded.as_str())
    }

    fn weight(&self) -> f64 {
        self.words.iter().map(Word::weight).sum()
    }

    fn says_enough(&self) -> bool {
        self.words.len() >= 3 && self.words.iter().any(|word| !word.is_common)
    }
}

fn is_roman(word: &str) -> bool {
    matches!(word, "ii" | "iii" | "iv" | "vi" | "vii" | "viii" | "ix" | "xi" | "xii")
}

/// "Công đoàn cơ sở" says nothing about which unit it is, nor does "Công đoàn" before anything but the name of a level.
fn n_leading(folded: &[&str]) -> usize {
    match folded {
        ["cong", "doan", "co", "so", _, ..] => 4,
        ["cong", "doan", next, ..]
            if !matches!(*next, "nganh" | "vien" | "xa" | "phuong" | "dac" | "khu" | "cac" | "tinh") =>
        {
            2
        }
        _ => 0,
    }
}

/// The words after those that say the kind of an office.
fn place_of(folded: &[&str]) -> String {
    let rest = match folded {
        ["lien", "doan", "lao", "dong", rest @ ..] => rest,
        ["cong", "doan", rest @ ..] => rest,
        rest => rest,
    };
    let rest = match rest {
        ["huyen" | "nganh" | "xa" | "phuong", rest @ ..] => rest,
        ["thanh", "pho", rest @ ..] | ["thi", "xa", rest @ ..] => rest,
        rest => rest,
    };
    rest.join(" ")
}

fn words_of(name: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let composed: String = name.nfc().collect();
    for part in composed.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()) {
        let folded = text::fold(part);
        match SHORT.iter().find(|(short, _)| *short == folded) {
            Some((_, long)) => words.extend(long.split(' ').map(|word| Word::new(word, word.to_owned(), true))),
            None if folded == "va" => {}
            None => words.push(Word::new(&folded, toned(part), false)),
        }
    }
    words
}

/// Small letters with their tone moved to the end.
fn toned(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let is_tone = |letter: &char| matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let (tones, letters): (Vec<char>, Vec<char>) = word.nfd().flat_map(char::to_lowercase).partition(is_tone);
    letters.into_iter().chain(tones).collect()
}

/// How a folded word sounds to many: s like x, tr like ch, gi and r like d, y like i, k and q like c.
fn sound(word: &str) -> String {
    const SAME: [(&str, &str); 9] = [
        ("tr", "ch"),
        ("gi", "d"),
        ("qu", "cu"),
        ("ngh", "ng"),
        ("gh", "g"),
        ("s", "x"),
        ("r", "d"),
        ("y", "i"),
        ("k", "c"),
    ];
    let mut sound = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let same = SAME.iter().find_map(|(written, said)| Some((rest.strip_prefix(written)?, *said)));
        if let Some((after, said)) = same {
            sound.push_str(said);
            rest = after;
        } else {
            sound.push(letter);
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
    }
    sound
}

/// One letter more, less, other, or two exchanged. Folded words are ASCII, so bytes are letters.
fn is_one_slip(one: &[u8], two: &[u8]) -> bool {
    let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    let same_start = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let short_rest = short.get(same_start..).unwrap_or_default();
    let long_rest = long.get(same_start..).unwrap_or_default();
    match (short_rest, long_rest) {
        ([], [_]) => true,
        ([_, a @ ..], [_, b @ ..]) if short.len() == long.len() => {
            let is_exchanged =
                short_rest.first() == b.first() && a.first() == long_rest.first() && a.get(1..) == b.get(1..);
            a == b || is_exchanged
        }
        (rest, [_, b @ ..]) => rest == b,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_unit_have_one_key() {
        for (one, two) in [
            ("Công đoàn cơ sở Trường Tiểu học Bản Bo", "CĐCS trường TH Bản Bo"),
            ("CĐCS Trường TH Bản Bo", "Tiểu học Bản Bo"),
            ("Công đoàn cơ sở UBND xã Hòa Bình", "CĐCS Uỷ ban nhân dân xã Hoà Bình"),
            ("CĐCS MN Số 1", "Công đoàn Trường Mầm non số 1"),
            ("LĐLĐ huyện Tam Đường", "Liên đoàn Lao động huyện Tam Đường"),
            ("CĐCS Phòng GD&ĐT", "CĐCS Phòng gd - đt"),
            ("Công đoàn ngành Y tế", "CĐ ngành Y tế"),
        ] {
            assert_eq!(Name::new(one).key, Name::new(two).key);
            assert!(Name::new(one).marks_agree(&Name::new(two)), "{one} / {two}");
        }
        assert_ne!(Name::new("Công đoàn xã Bản Bo").key, Name::new("Công đoàn cơ sở xã Bản Bo").key, "two levels");
    }

    #[test]
    fn marks_tell_names_apart_unless_one_is_typed_without_any() {
        let agree = |one: &str, two: &str| Name::new(one).marks_agree(&Name::new(two));
        assert!(agree("Trường Tiểu học Bản Bo", "Truong Tieu hoc Ban Bo"));
        assert!(agree("xã Hoà Bình", "xã Hòa Bình"));
        assert!(!agree("Trường Tiểu học Bản Bo", "Trường Tiểu học Bản Bơ"));
        assert!(agree("TH Bản Bo", "Tiểu học Bản Bo"));
    }

    #[test]
    fn offices_are_found_by_their_place() {
        for name in ["LĐLĐ huyện Tam Đường", "Huyện Tam Đường", "Tam Đường", "Liên đoàn Lao động huyện Tam Đường"]
        {
            assert_eq!(Name::new(name).place, "tam duong", "{name}");
        }
        assert_eq!(Name::new("Công đoàn ngành Y tế").place, "y te");
    }

    #[test]
    fn likeness_follows_what_tells_a_unit() {
        let cases = [
            ("CĐCS Trường Tiểu học Nậm Sỏ", "CĐCS Trường Tiểu học Nậm Xỏ", true),
            ("CĐCS Trường Tiểu học Bản Bo", "CĐCS Trường Tiểu học Bản Hon", false),
            ("CĐCS Trường Tiểu học số 1 Bản Bo", "CĐCS Trường Tiểu học số 2 Bản Bo", false),
            ("CĐCS Trường PTDTBT THCS Khun Há", "CĐCS Trường PTDTBT TH Khun Há", false),
            ("CĐCS Trường Mầm non Bản Bo", "CĐCS Trường Tiểu học Bản Bo", false),
            ("CĐCS xã Bản Bo", "CĐCS Trường Tiểu học Bản Bo", false),
            ("CĐCS UBND xã Bản Bo", "CĐCS Trạm Y tế xã Bản Bo", false),
            ("CĐCS Công ty Chè Tam Đường", "CĐCS Công ty Cổ phần Chè Tam Đường", true),
            ("CĐCS Trung tâm Y tế Tam Đường", "CĐCS Bệnh viện Y tế Than Uyên", false),
            ("CĐCS Công ty Thủy điện Nậm Na", "CĐCS Công ty Thuỷ điện Nâm Na", true),
            ("CĐCS Trường Tiểu học Bản Bo", "CĐCS Trường Tiểu học Bản Bo huyện Tam Đường", true),
            ("CĐCS Kho bạc Nhà nước Tam Đường", "CĐCS Kho bạc Nhà nưóc Tam Đường", true),
            ("LĐLĐ huyện Tam Đường", "LĐLĐ huyện Tân Uyên", false),
            ("LĐLĐ huyện Than Uyên", "LĐLĐ huyện Tân Uyên", false),
            ("CĐCS UBND xã Thống Nhất", "CĐCS UBND xã Thôgn Nhất", true),
        ];
        for (one, two, is_doubtful) in cases {
            let (one, two) = (Name::new(one), Name::new(two));
            let likeness = one.likeness(&two);
            assert_eq!(likeness >= DOUBTFUL_FROM, is_doubtful, "{} / {}: {likeness}", one.key, two.key);
            assert_eq!(likeness, two.likeness(&one), "likeness has no direction");
        }
    }

    #[test]
    fn one_slip_of_the_finger_is_forgiven() {
        for (one, two, is_slip) in [
            ("duong", "duogn", true),
            ("duong", "dung", true),
            ("duong", "doung", true),
            ("duong", "duongg", true),
            ("duong", "dương", false),
            ("bo", "hon", false),
            ("tan", "than", true),
            ("abc", "cba", false),
        ] {
            assert_eq!(is_one_slip(one.as_bytes(), two.as_bytes()), is_slip, "{one} {two}");
        }
    }
}
