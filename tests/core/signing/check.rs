//! Head, figures and work: one case each for what is found and what is left alone.

use sotg_core::book::Book;
use sotg_core::model::*;

use super::{check, figure, good_head, of};
use crate::support::{book, day, moment, moment_on, signer, unit};

/// A change of the head, and what is found of it.
type HeadCase = (&'static str, fn(&mut ReportHead), Option<(CheckRule, Severity)>);

#[test]
fn each_gap_in_head_and_foot_is_found() {
    use CheckRule::{AddresseeMissing, ArchiveMissing, DateBeforeEnd, DateMissing, NumberMissing, RecipientsMissing};
    use Severity::{MustMend, PleaseLook};
    let cases: [HeadCase; 8] = [
        ("no number", |head| head.number.clear(), Some((NumberMissing, MustMend))),
        ("no day", |head| head.dated_on = None, Some((DateMissing, MustMend))),
        (
            "before the end of the phase",
            |head| head.dated_on = Some(day(2023, 7, 1)),
            Some((DateBeforeEnd, PleaseLook)),
        ),
        ("the day after the end", |head| head.dated_on = Some(day(2023, 8, 1)), None),
        ("nobody to send to", |head| head.addressees.clear(), Some((AddresseeMissing, MustMend))),
        ("no recipients", |head| head.recipients.clear(), Some((RecipientsMissing, MustMend))),
        ("no line of the archive", |head| drop(head.recipients.pop()), Some((ArchiveMissing, MustMend))),
        ("a dash typed before it", |head| head.recipients = vec!["- Lưu: VT, TgNc".to_owned()], None),
    ];
    let rules = [NumberMissing, DateMissing, DateBeforeEnd, AddresseeMissing, RecipientsMissing, ArchiveMissing];
    for (name, change, expected) in cases {
        let mut made = book();
        let today = moment_on(day(2023, 8, 2));
        let head = made.book.report_draft("dot1", today.today).unwrap().head;
        let mut head = ReportHead { number: "5".to_owned(), dated_on: Some(day(2023, 8, 1)), ..head };
        change(&mut head);
        // An emptied list is what the plan proposes; a unit that reports to nobody has set its lines by hand.
        made.book.set_report_head(&today, "dot1", &head).unwrap();
        let found = made.book.report_check("dot1", today.today).unwrap();
        let found: Vec<_> = found.findings.iter().filter(|finding| rules.contains(&finding.rule)).collect();
        let found: Vec<_> = found.iter().map(|finding| (finding.rule, finding.severity)).collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn a_day_that_has_not_come_and_a_number_that_is_taken_are_found() {
    let mut made = book();
    good_head(&mut made.book, "dot1");
    assert!(of(&check(&made.book, "dot1"), CheckRule::NumberUsed).is_empty());
    let head = made.book.report_draft("dot2", moment().today).unwrap().head;
    for (number, year, is_taken) in
        [("05", 2023, true), ("5/BC-LĐLĐ", 2023, true), ("5", 2024, false), ("6", 2023, false)]
    {
        let other = ReportHead { number: number.to_owned(), dated_on: Some(day(year, 7, 21)), ..head.clone() };
        made.book.set_report_head(&moment(), "dot2", &other).unwrap();
        let check = check(&made.book, "dot2");
        assert_eq!(of(&check, CheckRule::NumberUsed).len(), usize::from(is_taken), "{number} in {year}");
        assert_eq!(of(&check, CheckRule::DateInFuture).len(), 1, "21 July is tomorrow");
    }
}

#[test]
fn the_unit_and_the_signer_are_looked_at_where_they_are_set() {
    let mut made = book();
    let settings = |part| FindingPlace::Settings { part };
    assert_eq!(
        check(&made.book, "dot1")
            .findings
            .iter()
            .filter(|one| matches!(one.place, FindingPlace::Settings { .. }))
            .count(),
        0
    );
    let known = made.book.report_draft("dot1", moment().today).unwrap().head.signer;
    let bare = Signer { id: known.id, authority: String::new(), ..signer() };
    made.book.set_signer(&moment(), &bare).unwrap();
    made.book.set_unit(&moment(), &OurUnit { symbol: "LĐLĐ".to_owned(), ..unit() }).unwrap();
    let found = check(&made.book, "dot1");
    let authority = of(&found, CheckRule::SignerAuthorityMissing);
    assert_eq!((&authority[0].place, authority[0].severity), (&settings(SettingsPart::Signers), Severity::PleaseLook));
}

#[test]
fn indicators_that_the_work_of_the_phase_asks_for_are_missed_by_heading() {
    let mut made = book();
    let groups = |book: &Book| -> Vec<String> {
        of(&check(book, "dot1"), CheckRule::IndicatorsMissing).iter().map(|one| one.fields["group"].clone()).collect()
    };
    let before = groups(&made.book);
    assert!(before.contains(&"Chỉ đạo, triển khai".to_owned()), "{before:?}");
    for code in ["CD01", "CD02"] {
        figure(&mut made.book, "dot1", code, "0");
    }
    let after = groups(&made.book);
    assert_eq!(after.len(), before.len() - 1, "a heading of which all is said is no longer missed");
    let found = check(&made.book, "dot1");
    let split =
        of(&found, CheckRule::IndicatorsMissing).into_iter().find(|one| one.fields["names"].contains("Tin trên báo"));
    let cell = FindingPlace::Figure { indicator: "BC01".to_owned(), split: "trung-uong".to_owned() };
    assert_eq!(split.unwrap().place, cell, "a total cannot be typed, its first split can");
}

#[test]
fn a_figure_that_fell_or_rose_ten_fold_asks_whether_it_is_right() {
    let cases = [
        ("100", "10", Some(CheckRule::FigureFell)),
        ("100", "11", None),
        ("3", "0", None),
        ("10", "0", Some(CheckRule::FigureFell)),
        ("3", "30", Some(CheckRule::FigureRose)),
        ("3", "29", None),
        ("0", "500", None),
    ];
    for (old, new, expected) in cases {
        let mut made = book();
        figure(&mut made.book, "dot1", "LT01", old);
        figure(&mut made.book, "dot2", "LT01", new);
        let found = check(&made.book, "dot2");
        let found =
            found.findings.iter().find(|one| [CheckRule::FigureFell, CheckRule::FigureRose].contains(&one.rule));
        assert_eq!(found.map(|one| one.rule), expected, "{old} and then {new}");
        if let Some(found) = found {
            assert_eq!((found.fields["old"].as_str(), found.fields["new"].as_str()), (old, new));
        }
        let first = check(&made.book, "dot1");
        assert!(of(&first, CheckRule::FigureFell).is_empty(), "the first phase has none before it");
    }
}

/// Figures that are entered, and how bad the rule finds them.
type RuleCase = (&'static str, &'static [(&'static str, &'static str)], Option<Severity>);

#[test]
fn rules_between_figures_speak_when_all_that_they_name_is_known() {
    let cases: [RuleCase; 9] = [
        ("fewer attendances than meetings", &[("TM01/khac", "12"), ("TM02/khac", "5")], Some(Severity::MustMend)),
        ("as many as meetings", &[("TM01/khac", "12"), ("TM02/khac", "12")], None),
        ("attendances without a meeting", &[("TM02/khac", "300")], Some(Severity::PleaseLook)),
        ("meetings whose attendance is not known yet", &[("TM01/khac", "12")], None),
        ("more held than there are", &[("DH01A", "26"), ("DH01B", "25")], Some(Severity::MustMend)),
        ("all held", &[("DH01A", "25"), ("DH01B", "25")], None),
        ("news without links", &[("BC01/tinh", "3"), ("BC02/tinh", "2"), ("CT01", "1")], Some(Severity::PleaseLook)),
        (
            "money with one decimal against gifts",
            &[("CL03", "12,5"), ("CL01", "0"), ("CL02", "0")],
            Some(Severity::PleaseLook),
        ),
        ("gifts and money", &[("CL03", "12,5"), ("CL01", "25")], None),
    ];
    for (name, figures, expected) in cases {
        let mut made = book();
        for (place, text) in figures {
            figure(&mut made.book, "dot1", place, text);
        }
        let found = check(&made.book, "dot1");
        let found = of(&found, CheckRule::FigureRuleBroken);
        assert_eq!(found.first().map(|one| one.severity), expected, "{name}: {found:?}");
        assert!(found.iter().all(|one| one.fields["because"].chars().count() > 10), "{name}");
    }
}

#[test]
fn a_rule_that_counts_from_the_beginning_looks_at_all_phases() {
    let mut made = book();
    figure(&mut made.book, "dot1", "TD02A", "5");
    figure(&mut made.book, "dot2", "TD02B", "3");
    assert!(of(&check(&made.book, "dot2"), CheckRule::FigureRuleBroken).is_empty(), "registered in the phase before");
    figure(&mut made.book, "dot2", "TD02B", "6");
    assert_eq!(of(&check(&made.book, "dot2"), CheckRule::FigureRuleBroken).len(), 1);
}

#[test]
fn work_that_is_open_without_a_word_and_files_that_are_gone_are_found() {
    let mut made = book();
    let over = day(2023, 7, 31);
    let open = |book: &Book| of(&book.report_check("dot1", over).unwrap(), CheckRule::ActivityWithoutNote).len();
    assert!(
        of(&check(&made.book, "dot1"), CheckRule::ActivityWithoutNote).len() < open(&made.book),
        "not before its day"
    );
    assert!(of(&check(&made.book, "dot3"), CheckRule::ActivityWithoutNote).is_empty(), "the phase has not begun");
    let n = open(&made.book);
    made.book.set_note(&moment(), "III.1-1", "Hẹn sang tháng 8").unwrap();
    assert_eq!(open(&made.book), n - 1);
    let file = made.folder.path().join("anh.jpg");
    std::fs::write(&file, b"jpg").unwrap();
    made.book.add_files(&moment(), "III.1-1", &[file]).unwrap();
    assert!(of(&check(&made.book, "dot1"), CheckRule::EvidenceMissing).is_empty());
    std::fs::remove_dir_all(made.folder.path().join("minh-chung")).unwrap();
    let found = check(&made.book, "dot1");
    let gone = of(&found, CheckRule::EvidenceMissing);
    assert_eq!((gone[0].fields["file"].as_str(), gone[0].severity), ("anh.jpg", Severity::MustMend));
    assert_eq!(gone[0].place, FindingPlace::Activity { code: "III.1-1".to_owned() });
}

#[test]
fn what_the_official_form_wants_otherwise_leads_to_its_place() {
    let mut made = book();
    made.book
        .set_unit(&moment(), &OurUnit { place: "tam Đường".to_owned(), symbol: "LĐLĐ ".to_owned(), ..unit() })
        .unwrap();
    good_head(&mut made.book, "dot1");
    let head = made.book.report_draft("dot1", moment().today).unwrap().head;
    let recipients = vec!["Lưu: VT".to_owned(), "Như trên".to_owned()];
    made.book.set_report_head(&moment(), "dot1", &ReportHead { recipients, ..head.clone() }).unwrap();
    let found = check(&made.book, "dot1");
    let of_form = |rule| of(&found, CheckRule::OfForm).into_iter().find(|one| one.form == Some(rule)).unwrap();
    assert_eq!(of_form(FormRule::PlaceCapital).place, FindingPlace::Settings { part: SettingsPart::Unit });
    let last = of_form(FormRule::FiledNotLast);
    assert_eq!(
        (&last.place, last.severity),
        (&FindingPlace::Head { field: HeadField::Recipients }, Severity::MustMend)
    );
    made.book
        .set_report_head(&moment(), "dot1", &ReportHead { recipients: vec!["Như trên".to_owned()], ..head })
        .unwrap();
    let found = check(&made.book, "dot1");
    assert_eq!(of(&found, CheckRule::ArchiveMissing).len(), 1);
    let twice = of(&found, CheckRule::OfForm).into_iter().any(|one| one.form == Some(FormRule::FiledMissing));
    assert!(!twice, "what is missing is not said twice");
}
