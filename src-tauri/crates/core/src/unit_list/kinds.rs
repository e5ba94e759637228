//! The kind of a unit, from its column, or from its name and place where the list does not say.

use super::names::Name;
use crate::model::{UnitKind, UnitLevel};

/// Words in a name, folded and written out, and words in the name of the kind that they speak for.
const HINTS: [(&[&str], &str); 5] = [
    (&["truong", "mam non", "mau giao", "tieu hoc", "trung hoc", "pho thong", "cao dang"], "truong hoc"),
    (&["hop tac xa"], "hop tac xa"),
    (&["cong ty", "doanh nghiep", "xi nghiep", "nha may", "ngan hang", "khach san", "tong cong ty"], "doanh nghiep"),
    (&["benh vien", "trung tam", "tram y te", "dai truyen thanh", "ban quan ly", "thu vien", "bao tang"], "su nghiep"),
    (
        &[
            "uy ban",
            "hoi dong",
            "xa",
            "phuong",
            "thi tran",
            "phong",
            "van phong",
            "huyen uy",
            "so",
            "chi cuc",
            "cuc",
            "toa an",
            "vien kiem sat",
            "kho bac",
            "bao hiem xa hoi",
            "co quan",
            "mat tran",
            "doan the",
            "chi nhanh van phong",
        ],
        "hanh chinh",
    ),
];

/// The kinds of an office with their names made ready once: a list asks for them ten thousand times.
pub struct Kinds<'a> {
    named: Vec<(&'a UnitKind, String)>,
}

impl<'a> Kinds<'a> {
    pub fn new(kinds: &'a [UnitKind]) -> Kinds<'a> {
        Kinds { named: kinds.iter().map(|kind| (kind, Name::new(&kind.name).whole)).collect() }
    }

    /// The kind of a code.
    pub fn of_code(&self, code: &str) -> Option<&'a UnitKind> {
        self.named.iter().map(|(kind, _)| *kind).find(|kind| kind.code == code)
    }

    /// The kind that a cell names, by code or by name.
    pub fn of_cell(&self, typed: &str) -> Option<&'a UnitKind> {
        let wanted = Name::new(typed);
        let is_named = |(kind, whole): &&(&UnitKind, String)| kind.code == typed.trim() || *whole == wanted.whole;
        // "Trường học" for "Công đoàn cơ sở trường học".
        let end = format!(" {}", wanted.whole);
        let is_end = |(_, whole): &&(&UnitKind, String)| !wanted.key.is_empty() && whole.ends_with(&end);
        let found = self.named.iter().find(is_named).or_else(|| {
            let mut ends = self.named.iter().filter(is_end);
            ends.next().filter(|_| ends.next().is_none())
        });
        found.map(|(kind, _)| *kind)
    }

    /// The kind by what is known of a unit: an office above others by its name, else what the user chose, else what fits best.
    pub fn guess(&self, name: &Name, chosen: Option<&str>, is_direct: bool) -> String {
        let is_grassroots = |kind: &UnitKind| matches!(kind.level, UnitLevel::Grassroots | UnitLevel::DirectGrassroots);
        if let Some(kind) = self.by_beginning(name).filter(|kind| !is_grassroots(kind)) {
            return kind.code.clone();
        }
        let all = || self.named.iter().map(|(kind, _)| *kind);
        let chosen = chosen.and_then(|code| self.of_code(code));
        let direct = || all().find(|kind| is_direct && kind.level == UnitLevel::DirectGrassroots);
        let plain = || all().filter(|kind| kind.level == UnitLevel::Grassroots).min_by_key(|kind| kind.name.len());
        let found = chosen.or_else(direct).or_else(|| self.by_hint(name)).or_else(plain).or_else(|| all().next());
        found.map(|kind| kind.code.clone()).unwrap_or_default()
    }

    /// The kind whose name a unit's name begins with; the longest, so that "Công đoàn xã" goes before "Công đoàn".
    fn by_beginning(&self, name: &Name) -> Option<&'a UnitKind> {
        let begins =
            |whole: &str| name.whole.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        let named = self.named.iter().filter(|(_, whole)| !whole.is_empty() && begins(whole));
        named.max_by_key(|(_, whole)| whole.len()).map(|(kind, _)| *kind)
    }

    fn by_hint(&self, name: &Name) -> Option<&'a UnitKind> {
        let whole = format!(" {} ", name.whole);
        let (_, part) =
            HINTS.iter().find(|(words, _)| words.iter().any(|word| whole.contains(&format!(" {word} "))))?;
        let named = self.named.iter().find(|(kind, whole)| kind.level == UnitLevel::Grassroots && whole.contains(part));
        named.map(|(kind, _)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds() -> Vec<UnitKind> {
        let kind = |code: &str, name: &str, level| UnitKind { code: code.to_owned(), name: name.to_owned(), level };
        vec![
            kind("ldld-huyen", "Liên đoàn Lao động huyện", UnitLevel::District),
            kind("cd-nganh", "Công đoàn ngành", UnitLevel::Sector),
            kind("cd-xa", "Công đoàn xã", UnitLevel::Commune),
            kind("cdcs-truc-thuoc", "Công đoàn cơ sở trực thuộc", UnitLevel::DirectGrassroots),
            kind("cdcs-truong-hoc", "Công đoàn cơ sở trường học", UnitLevel::Grassroots),
            kind("cdcs-doanh-nghiep", "Công đoàn cơ sở doanh nghiệp", UnitLevel::Grassroots),
            kind("cdcs", "Công đoàn cơ sở", UnitLevel::Grassroots),
            kind("nghiep-doan", "Nghiệp đoàn", UnitLevel::OccupationalUnion),
        ]
    }

    #[test]
    fn kinds_follow_from_names_and_places() {
        for (name, chosen, is_direct, expected) in [
            ("LĐLĐ huyện Tam Đường", None, true, "ldld-huyen"),
            ("LĐLĐ huyện Tam Đường", Some("cdcs"), true, "ldld-huyen"),
            ("CĐ ngành Y tế", None, true, "cd-nganh"),
            ("Công đoàn xã Bản Bo", None, false, "cd-xa"),
            ("CĐCS xã Bản Bo", None, false, "cdcs"),
            ("CĐCS Trường TH Bản Bo", None, false, "cdcs-truong-hoc"),
            ("Trường Mầm non số 1", None, false, "cdcs-truong-hoc"),
            ("CĐCS Công ty TNHH Chè", None, false, "cdcs-doanh-nghiep"),
            ("CĐCS Công ty TNHH Chè", None, true, "cdcs-truc-thuoc"),
            ("CĐCS Công ty TNHH Chè", Some("cdcs"), true, "cdcs"),
            ("Nghiệp đoàn Xe ôm", Some("cdcs"), false, "nghiep-doan"),
        ] {
            assert_eq!(Kinds::new(&kinds()).guess(&Name::new(name), chosen, is_direct), expected, "{name}");
        }
    }

    #[test]
    fn a_cell_names_a_kind_by_code_by_name_or_by_its_end() {
        let kinds = kinds();
        for (typed, expected) in [
            ("cdcs-truong-hoc", Some("cdcs-truong-hoc")),
            ("CĐCS trường học", Some("cdcs-truong-hoc")),
            ("Trường học", Some("cdcs-truong-hoc")),
            ("Nghiệp đoàn", Some("nghiep-doan")),
            ("CĐCS", Some("cdcs")),
            ("Tập đoàn", None),
            ("", None),
        ] {
            assert_eq!(Kinds::new(&kinds).of_cell(typed).map(|kind| kind.code.as_str()), expected, "{typed}");
        }
    }
}
