use sotg_core::ErrorCode;
use sotg_core::model::{DescentManner, UnitId, UnitLevel};

use crate::office::{Office, office};
use crate::support::day;

#[test]
fn a_change_holds_from_its_day_on_and_leaves_the_days_before_as_they_were() {
    // What is told, then the tree on the last day before and on the day itself.
    let cases: [(&[&str], &str, &str); 13] = [
        (&["1/5 rename A X"], "A(B C) D(E)", "D(E) X(B C)"),
        (&["1/5 move B D"], "A(B C) D(E)", "A(C) D(B E)"),
        (&["1/5 move B -"], "A(B C) D(E)", "A(C) B D(E)"),
        (&["1/5 move A E"], "A(B C) D(E)", "D(E(A(B C)))"),
        (&["1/5 close B"], "A(B C) D(E)", "A(C) D(E)"),
        (&["1/5 merge A > D"], "A(B C) D(E)", "D(B C E)"),
        (&["1/5 merge B C > E"], "A(B C) D(E)", "A D(E)"),
        (&["1/5 merge B > A"], "A(B C) D(E)", "A(C) D(E)"),
        (&["1/5 split B > X Y"], "A(B C) D(E)", "A(C) D(E) X Y"),
        (&["1/5 part A > X"], "A(B C) D(E)", "A(B C) D(E) X"),
        (&["1/5 add X B"], "A(B C) D(E)", "A(B(X) C) D(E)"),
        (&["1/5 rename B X", "1/5 move X D"], "A(B C) D(E)", "A(C) D(E X)"),
        (&["1/5 part A > X Y", "1/5 move B X", "1/5 move C Y", "1/5 close A"], "A(B C) D(E)", "D(E) X(B) Y(C)"),
    ];
    for (told, before, after) in cases {
        let mut office = office();
        for told in told {
            office.tell(told).unwrap_or_else(|error| panic!("{told}: {error}"));
        }
        assert_eq!(office.tree(30, 4), before, "before {told:?}");
        assert_eq!(office.tree(1, 5), after, "after {told:?}");
        assert_eq!(office.tree(1, 12), after, "and for good");
    }
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    use ErrorCode::{BelowItself, LaterChange, NameTaken, NotFound, Required, TooLong, UnitNotThere, UnitsBelow};
    // What is known, what is told then, and the refusal.
    let long = format!("1/5 rename A {}", "x".repeat(301));
    let cases: Vec<(&[&str], &str, ErrorCode)> = vec![
        (&[], "28/2 rename E X", UnitNotThere),
        (&[], "28/2 move E A", UnitNotThere),
        (&[], "28/2 close E", UnitNotThere),
        (&[], "1/3 close E", UnitNotThere),
        (&[], "28/2 merge B > E", UnitNotThere),
        (&[], "28/2 merge E > B", UnitNotThere),
        (&[], "28/2 move B E", UnitNotThere),
        (&[], "28/2 add X E", UnitNotThere),
        (&["1/5 close B"], "2/5 rename B X", UnitNotThere),
        (&["1/5 close B"], "1/5 move C B", UnitNotThere),
        (&["1/5 close B"], "1/4 move C B", UnitNotThere),
        (&["1/5 close B"], "1/4 part B > X", UnitNotThere),
        (&["1/5 close B"], "1/4 rename B X", LaterChange),
        (&["1/5 close B"], "1/4 close B", LaterChange),
        (&["1/5 rename B X"], "30/4 move X D", LaterChange),
        (&["1/5 move B D"], "30/4 rename B X", LaterChange),
        (&["1/5 move B D"], "30/4 merge B > C", LaterChange),
        (&[], "1/5 close A", UnitsBelow),
        (&[], "1/5 split A > X Y", UnitsBelow),
        (&["1/6 move B D", "1/6 move C D"], "1/5 close A", UnitsBelow),
        (&["1/6 add X B"], "1/5 close B", UnitsBelow),
        (&[], "1/5 move A A", BelowItself),
        (&[], "1/5 move A B", BelowItself),
        (&["1/4 add X B"], "1/5 move A X", BelowItself),
        // On the day itself there is no circle; there would be one a month later.
        (&["1/6 move D A"], "1/5 move A D", BelowItself),
        (&["1/6 move D B"], "1/5 move A E", BelowItself),
        (&[], "1/5 merge A > A", BelowItself),
        (&[], "1/5 merge B A > A", BelowItself),
        (&[], "1/5 merge A > B", BelowItself),
        (&[], "1/5 rename A D", NameTaken),
        (&[], "1/5 rename A d", NameTaken),
        (&["1/6 add X A"], "1/5 rename B X", NameTaken),
        (&["1/5 add B D"], "1/6 move B A", NameTaken),
        (&["1/5 add B D"], "1/6 merge D > A", NameTaken),
        (&[], "1/5 split B > X X", NameTaken),
        (&[], "1/5 split B > D", NameTaken),
        (&[], "1/5 add A -", NameTaken),
        (&[], "1/5 split B >", Required),
        (&[], "1/5 merge > B", Required),
        (&[], &long, TooLong),
    ];
    for (known, told, code) in cases {
        let mut office = office();
        known.iter().for_each(|known| drop(office.tell(known).unwrap_or_else(|error| panic!("{known}: {error}"))));
        let before = crate::support::content_of(office.made.folder.path());
        let refusal = office.tell(told).expect_err(told);
        assert_eq!(refusal.code(), code, "after {known:?}: {told}: {refusal:?}");
        assert_eq!(crate::support::content_of(office.made.folder.path()), before, "{told}");
    }
    let mut office = office();
    let change = sotg_core::model::StructureChange::Close { unit: UnitId(1) };
    let refusal = office.made.book.change_structure(&crate::support::moment(), &change, day(2023, 5, 1), "");
    assert_eq!(refusal.unwrap_err().code(), NotFound, "our own unit is none of those below it");
}

#[test]
fn a_refusal_to_close_names_the_units_that_stand_below() {
    let mut office = office();
    for name in ["F", "G", "H", "I", "K"] {
        office.add(name, "A", None).unwrap();
    }
    let refusal = office.tell("1/5 close A").unwrap_err();
    let fields = refusal.fields();
    assert_eq!((fields["unit"].as_str(), fields["n"].as_str()), ("A", "7"));
    assert_eq!(fields["names"], "B; C; F; G; H; …");
}

#[test]
fn two_changes_of_one_day_are_one_stretch_of_time_and_back_again_is_none() {
    let mut office = office();
    office.tell("1/5 rename B X").unwrap();
    office.tell("1/5 move X D").unwrap();
    let unit = office.made.book.unit_detail(office.id("X"), day(2023, 7, 20)).unwrap();
    let spans: Vec<_> = unit.spans.iter().map(|span| (span.name.as_str(), span.parent_name.as_str())).collect();
    assert_eq!(spans, [("B", "A"), ("X", "D")]);
    assert_eq!(unit.spans[0].ends_on, Some(day(2023, 4, 30)));
    assert_eq!(unit.spans[1].starts_on, Some(day(2023, 5, 1)));
    assert_eq!(unit.path, [(office.id("D"), "D".to_owned())]);
    office.tell("1/5 move X A").unwrap();
    office.tell("1/5 rename X B").unwrap();
    let unit = office.made.book.unit_detail(office.id("B"), day(2023, 7, 20)).unwrap();
    assert_eq!(unit.spans.len(), 1, "what leads back to where it was has not happened");
    assert_eq!(unit.spans[0].ends_on, None);
}

/// Of each stretch of time: the name, the document by which it began, the one by which the unit ended.
fn decided(office: &Office, name: &str) -> Vec<[String; 3]> {
    let unit = office.made.book.unit_detail(office.id(name), day(2023, 7, 20)).unwrap();
    unit.spans.into_iter().map(|span| [span.name, span.began_by, span.ended_by]).collect()
}

#[test]
fn the_history_of_a_unit_says_by_which_document_it_was_renamed_moved_and_closed() {
    // What is told by documents 1, 2, 3 …, of which unit, and what its history says.
    type Case = (&'static [&'static str], &'static str, &'static [[&'static str; 3]]);
    let cases: [Case; 13] = [
        (
            &["1/4 rename B X", "1/5 move X D", "1/6 close X"],
            "X",
            &[["B", "", ""], ["X", "QĐ 1", ""], ["X", "QĐ 2", "QĐ 3"]],
        ),
        (&["1/5 rename B X", "1/5 move X D"], "X", &[["B", "", ""], ["X", "QĐ 1; QĐ 2", ""]]),
        (&["1/5 rename B X", "1/5 rename X B"], "B", &[["B", "", ""]]),
        (&["1/5 rename B X", "1/5 close X"], "B", &[["B", "", "QĐ 2"]]),
        (&["1/4 rename B X", "1/5 move X D", "1/5 close X"], "X", &[["B", "", ""], ["X", "QĐ 1", "QĐ 3"]]),
        (&["1/5 merge B > C"], "B", &[["B", "", "QĐ 1"]]),
        (&["1/5 merge B > C"], "C", &[["C", "", ""]]),
        (&["1/5 merge A > D"], "B", &[["B", "", ""], ["B", "QĐ 1", ""]]),
        (&["1/6 rename B X", "1/5 merge A > D"], "X", &[["B", "", ""], ["B", "QĐ 2", ""], ["X", "QĐ 1", ""]]),
        (&["1/6 close B", "1/5 merge A > D"], "B", &[["B", "", ""], ["B", "QĐ 2", "QĐ 1"]]),
        (&["1/6 close B", "1/5 merge A > D", "undo"], "B", &[["B", "", "QĐ 1"]]),
        (&["1/5 split B > X"], "X", &[["X", "QĐ 1", ""]]),
        (&["1/5 part B > X"], "B", &[["B", "", ""]]),
    ];
    for (told, unit, expected) in cases {
        let mut office = office();
        for (number, told) in told.iter().enumerate() {
            office.tell_by(told, &format!("QĐ {}", number + 1)).unwrap_or_else(|error| panic!("{told}: {error}"));
        }
        assert_eq!(decided(&office, unit), expected, "{unit} after {told:?}");
    }
}

#[test]
fn one_document_for_two_changes_of_a_day_stands_there_once() {
    let mut office = office();
    office.tell_by("1/5 rename B X", "QĐ 1").unwrap();
    office.tell_by("1/5 move X D", "QĐ 1").unwrap();
    office.tell_by("1/5 rename X Y", "").unwrap();
    assert_eq!(decided(&office, "Y"), [["B", "", ""], ["Y", "QĐ 1", ""]]);
    office.made.book.correct_unit(&crate::support::moment(), office.id("Y"), "Z", crate::office::KIND).unwrap();
    assert_eq!(decided(&office, "Z"), [["B", "", ""], ["Z", "QĐ 1", ""]], "a misspelt name put right decides nothing");
}

#[test]
fn a_unit_closed_on_the_day_of_another_change_keeps_its_old_name() {
    let mut office = office();
    office.tell("1/5 rename B X").unwrap();
    office.tell("1/5 close X").unwrap();
    let unit = office.made.book.unit_detail(office.id("B"), day(2023, 5, 1)).unwrap();
    assert!(!unit.exists);
    assert_eq!(unit.path, [], "it stands nowhere on a day on which it does not exist");
    assert_eq!(unit.spans.len(), 1);
    assert_eq!(unit.spans[0].ends_on, Some(day(2023, 4, 30)));
}

#[test]
fn units_known_to_come_later_are_taken_along_by_a_merger() {
    let mut office = office();
    office.tell("1/6 add X A").unwrap();
    office.tell("1/6 move E A").unwrap();
    office.tell("1/5 merge A > D").unwrap();
    assert_eq!(office.tree(1, 5), "D(B C E)");
    assert_eq!(office.tree(1, 6), "D(B C E X)");
    let unit = office.made.book.unit_detail(office.id("E"), day(2023, 7, 20)).unwrap();
    assert_eq!(unit.spans.len(), 1, "it would have moved out of D into D");
}

#[test]
fn the_lineage_is_kept_with_the_day_and_the_document() {
    let mut office = office();
    office.tell("1/5 merge B > C").unwrap();
    office.tell("1/6 split C > X Y").unwrap();
    let unit = office.made.book.unit_detail(office.id("C"), day(2023, 7, 20)).unwrap();
    let steps: Vec<_> = unit
        .descents
        .iter()
        .map(|step| (step.from_name.as_str(), step.to_name.as_str(), step.manner, step.on))
        .collect();
    let (may, june) = (day(2023, 5, 1), day(2023, 6, 1));
    let expected = [
        ("B", "C", DescentManner::Merged, may),
        ("C", "X", DescentManner::Split, june),
        ("C", "Y", DescentManner::Split, june),
    ];
    assert_eq!(steps, expected);
    assert_eq!(unit.descents[0].document, "Quyết định số 1/QĐ-LĐLĐ");
}

#[test]
fn each_unit_of_then_has_one_that_stands_for_it_today() {
    let mut office = office();
    office.tell("1/5 merge B > C").unwrap();
    office.tell("1/6 merge C > E").unwrap();
    office.tell("1/6 close A").unwrap();
    let ids = ["A", "B", "C", "D", "E"].map(|name| office.id(name));
    let [a, b, c, d, e] = ids;
    office.tell("1/8 part E > X").unwrap();
    let cases = [
        (30, 4, [Some(a), Some(b), Some(c), Some(d), Some(e)]),
        (1, 5, [Some(a), Some(c), Some(c), Some(d), Some(e)]),
        (1, 6, [None, Some(e), Some(e), Some(d), Some(e)]),
        (1, 9, [None, Some(e), Some(e), Some(d), Some(e)]),
    ];
    for (date, month, expected) in cases {
        let lineage = office.made.book.lineage(day(2023, month, date)).unwrap();
        assert_eq!(ids.map(|unit| lineage.stands_for(unit)), expected, "{date}/{month}");
    }
    office.tell("1/10 split E > Y Z").unwrap();
    let lineage = office.made.book.lineage(day(2023, 10, 1)).unwrap();
    assert_eq!(lineage.stands_for(b), Some(d), "what was split up counts one step higher");
}

#[test]
fn a_new_kind_gives_a_new_level_from_its_day_on() {
    let mut office = office();
    let unit = office.id("A");
    let change =
        sotg_core::model::StructureChange::Rename {
            unit, name: "Công đoàn xã A".to_owned(), kind: "cd-xa".to_owned()
        };
    office.made.book.change_structure(&crate::support::moment(), &change, day(2025, 7, 1), "").unwrap();
    let level =
        |on| office.made.book.unit_tree(on).unwrap().units.into_iter().find(|node| node.id == unit).unwrap().level;
    assert_eq!(level(day(2025, 6, 30)), UnitLevel::Grassroots);
    assert_eq!(level(day(2025, 7, 1)), UnitLevel::Commune);
    let unit = office.made.book.unit_detail(unit, day(2023, 7, 20)).unwrap();
    assert_eq!((unit.name.as_str(), unit.level), ("Công đoàn xã A", UnitLevel::Commune), "the last name leads");
}

#[test]
fn the_tree_has_a_limit_of_depth() {
    let mut office = office();
    let mut above = "E".to_owned();
    for number in 1..=18 {
        office.add(&format!("n{number}"), &above, Some(day(2023, 5, 1))).unwrap();
        above = format!("n{number}");
    }
    assert_eq!(office.add("n19", &above, Some(day(2023, 5, 1))).unwrap_err().code(), ErrorCode::TooDeep);
    assert_eq!(office.tell("1/6 move D A").unwrap_err().code(), ErrorCode::TooDeep);
    assert_eq!(office.tree(1, 6).matches('(').count(), 1 + 19, "twenty levels below ours");
}
