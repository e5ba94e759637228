//! Which texts are nearly the same: by the runs of three words that they share, whatever numbers and marks they have. Pure.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash as _, Hasher as _};

use crate::text;

/// Of the runs of words of two texts, so many in a hundred are in both.
const ALIKE: usize = 60;
const RUN: usize = 3;

/// A text as its words: numbers as one sign, the name of the unit that wrote it as another.
pub(super) fn words(plain: &str, unit: &str) -> Vec<String> {
    let name = folded_words(unit);
    let all = folded_words(plain);
    let mut words: Vec<String> = Vec::with_capacity(all.len());
    let mut rest = all.as_slice();
    while let Some((word, after)) = rest.split_first() {
        let is_number = word.chars().all(|digit| digit.is_ascii_digit());
        match rest.strip_prefix(name.as_slice()).filter(|_| !name.is_empty()) {
            Some(after_name) => {
                words.push("@".to_owned());
                rest = after_name;
            }
            None if !is_number => {
                words.push(word.clone());
                rest = after;
            }
            // "1.240" is two words and one number.
            None => {
                if words.last().is_none_or(|last| last != "#") {
                    words.push("#".to_owned());
                }
                rest = after;
            }
        }
    }
    words
}

fn folded_words(text: &str) -> Vec<String> {
    let folded = text::fold(text);
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Numbers of texts that belong together, each group led by its first text, in the order of those.
pub(super) fn groups(texts: &[Vec<String>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // Runs of the first text of each group, and in which groups a run is.
    let mut sizes: Vec<usize> = Vec::new();
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut same: HashMap<&[String], usize> = HashMap::new();
    for (number, words) in texts.iter().enumerate() {
        let known = same.get(words.as_slice()).copied();
        let runs = if known.is_some() { BTreeSet::new() } else { runs(words) };
        let group = known.or_else(|| closest(&runs, &sizes, &places)).unwrap_or_else(|| {
            for run in &runs {
                places.entry(*run).or_default().push(groups.len());
            }
            sizes.push(runs.len());
            groups.push(Vec::new());
            groups.len() - 1
        });
        same.entry(words).or_insert(group);
        groups.get_mut(group).into_iter().for_each(|group| group.push(number));
    }
    groups
}

/// The group whose first text shares most, if that is enough; of several the first one.
fn closest(runs: &BTreeSet<u64>, sizes: &[usize], places: &HashMap<u64, Vec<usize>>) -> Option<usize> {
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for group in runs.iter().filter_map(|run| places.get(run)).flatten() {
        *shared.entry(*group).or_default() += 1;
    }
    let near = shared.into_iter().filter_map(|(group, shared)| {
        let all = runs.len() + sizes.get(group)? - shared;
        (shared * 100 >= all * ALIKE).then_some((shared * 10_000 / all.max(1), std::cmp::Reverse(group)))
    });
    near.max().map(|(_, group)| group.0)
}

fn runs(words: &[String]) -> BTreeSet<u64> {
    let hash = |run: &[String]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    // A text of one or two words is one run.
    if words.len() < RUN { BTreeSet::from([hash(words)]) } else { words.windows(RUN).map(hash).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_in_numbers_marks_or_the_name_of_the_unit_are_together() {
        let told = [
            ("Công đoàn xã A", "Công đoàn xã A đã tổ chức 3 buổi tuyên truyền cho 120 đoàn viên."),
            ("Công đoàn xã B", "Cong doan xa B da to chuc 12 buoi tuyen truyen cho 1.240 doan vien"),
            ("Công đoàn xã C", "Khó khăn về kinh phí, chưa có cán bộ chuyên trách."),
            ("Công đoàn xã D", "Công đoàn xã D đã tổ chức 3 buổi tuyên truyền cho 120 đoàn viên, kịp thời."),
            ("Công đoàn xã E", "Khó khăn về kinh phí, chưa có cán bộ chuyên trách."),
            ("Công đoàn xã G", "Không."),
        ];
        let words: Vec<Vec<String>> = told.iter().map(|(unit, text)| words(text, unit)).collect();
        assert_eq!(groups(&words), [vec![0, 1, 3], vec![2, 4], vec![5]]);
    }

    #[test]
    fn a_text_joins_the_group_that_it_shares_most_with() {
        let of = |text: &str| words(text, "");
        let texts = [of("a b c d e f g h i"), of("a b c d e f x y z"), of("a b c d e f x y z t"), of("")];
        assert_eq!(groups(&texts), [vec![0], vec![1, 2], vec![3]]);
    }
}
