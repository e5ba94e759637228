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

/// The kind that a cell names, by code or by name.
pub fn of_cell<'a>(kinds: &'a [UnitKind], typed: &str) -> Option<&'a UnitKind> {
    let wanted = Name::new(typed);
    let is_named = |kind: &&UnitKind| kind.code == typed.trim() || Name::new(&kind.name).whole == wanted.whole;
    // "Trường học" for "Công đoàn cơ sở trường học".
    let is_end = |kind: &&UnitKind| {
        !wanted.key.is_empty() && Name::new(&kind.name).whole.ends_with(&format!(" {}", wanted.whole))
    };
    kinds.iter().find(is_named).or_else(|| {
        let mut ends = kinds.iter().filter(is_end);
        ends.next().filter(|_| ends.next().is_none())
    })
}

/// The kind by what is known of a unit: an office above others by its name, else what the user chose, else what fits best.
pub fn guess(kinds: &[UnitKind], name: &Name, chosen: Option<&str>, is_direct: bool) -> String {
    let by_name = by_beginning(kinds, name);
    let is_grassroots = |kind: &UnitKind| matches!(kind.level, UnitLevel::Grassroots | UnitLevel::DirectGrassroots);
    if let Some(kind) = by_name.filter(|kind| !is_grassroots(kind)) {
        return kind.code.clone();
    }
    let chosen = chosen.and_then(|code| kinds.iter().find(|kind| kind.code == code));
    let direct = || kinds.iter().find(|kind| is_direct && kind.level == UnitLevel::DirectGrassroots);
    let plain = || kinds.iter().filter(|kind| kind.level == UnitLevel::Grassroots).min_by_key(|kind| kind.name.len());
    let found = chosen.or_else(direct).or_else(|| by_hint(kinds, name)).or_else(plain).or_else(|| kinds.first());
    found.map(|kind| kind.code.clone()).unwrap_or_default()
}

/// The kind whose name a unit's name begins with; the longest, so that "Công đoàn xã" goes before "Công đoàn".
fn by_beginning<'a>(kinds: &'a [UnitKind], name: &Name) -> Option<&'a UnitKind> {
    let named = kinds.iter().map(|kind| (kind, Name::new(&kind.name).whole));
    let begins =
        named.filter(|(_, whole)| !whole.is_empty() && format!("{} ", name.whole).starts_with(&format!("{whole} ")));
    begins.max_by_key(|(_, whole)| whole.len()).map(|(kind, _)| kind)
}

fn by_hint<'a>(kinds: &'a [UnitKind], name: &Name) -> Option<&'a UnitKind> {
    let whole = format!(" {} ", name.whole);
    let (_, part) = HINTS.iter().find(|(words, _)| words.iter().any(|word| whole.contains(&format!(" {word} "))))?;
    kinds.iter().find(|kind| kind.level == UnitLevel::Grassroots && Name::new(&kind.name).whole.contains(part))
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
            assert_eq!(guess(&kinds(), &Name::new(name), chosen, is_direct), expected, "{name}");
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
            assert_eq!(of_cell(&kinds, typed).map(|kind| kind.code.as_str()), expected, "{typed}");
        }
    }
}
