//! The cut-off: kept byte for byte, reckoned again from the files, compared with what came since; and our report says it.

use proptest::prelude::*;
use sotg_core::ErrorCode;
use sotg_core::model::*;

use crate::consolidation::{PHASE, line, today};
use crate::office::{Office, office};
use crate::support::{day, moment_on, receipt};

fn changes(office: &Office) -> (Vec<(String, SinceFrozen)>, Vec<String>) {
    let changes = office.made.book.consolidation_changes(PHASE, today()).unwrap();
    let units = changes.units.into_iter().map(|unit| (unit.name, unit.change)).collect();
    let cell = |cell: Option<FigureCell>| cell.map(|cell| cell.text).unwrap_or_default();
    let figure = |figure: FigureDifference| {
        format!("{}: {} > {} {}", figure.indicator, cell(figure.left), cell(figure.right), figure.difference)
    };
    (units, changes.figures.into_iter().map(figure).collect())
}

fn row(office: &Office, place: &str) -> FigureRow {
    let table = office.made.book.figure_table(PHASE, today()).unwrap();
    let mut rows = table.groups.into_iter().flat_map(|group| group.rows);
    rows.find(|row| row.indicator == place && row.split.is_empty()).unwrap()
}

#[test]
fn what_has_changed_since_the_cut_off_is_told() {
    let mut office = office();
    for told in ["B TQ08=5", "C TQ08=6", "E TQ08=1"] {
        office.take(told);
    }
    office.freeze();
    assert_eq!(changes(&office), (vec![], vec![]));
    office.take("D TQ08=2");
    office.take("B:2 TQ08=50");
    office.enter("E", &Receipt { state: ReceivedState::Returned, ..receipt(day(2023, 8, 1)) });
    let units = [("B", SinceFrozen::Corrected), ("D", SinceFrozen::Came), ("E", SinceFrozen::Left)];
    let figures = vec!["TQ08: 12 > 58 +46".to_owned()];
    assert_eq!(changes(&office), (units.map(|(name, change)| (name.to_owned(), change)).to_vec(), figures));
    assert_eq!(row(&office, "TQ08").below.text, "12", "our report stays as it was frozen");
    office.freeze();
    assert_eq!(changes(&office), (vec![], vec![]));
    assert_eq!(row(&office, "TQ08").below.text, "58", "a new cut-off takes the place of the last one");
}

#[test]
fn our_report_is_the_consolidated_one_from_the_cut_off_until_it_is_taken_back() {
    let mut office = office();
    let before = office.made.book.report_content(PHASE, today()).unwrap();
    office.take("B TQ08=5");
    assert_eq!(office.made.book.report_content(PHASE, today()).unwrap(), before, "files alone change nothing");
    office.freeze();
    let frozen = row(&office, "TQ08");
    assert_eq!((frozen.own.state, frozen.below.text.as_str()), (FigureState::NotReported, "5"));
    assert_eq!((frozen.period.text.as_str(), frozen.cumulative.text.as_str()), ("5", "5"));
    assert_eq!(frozen.coverage, Some(Coverage { reported: 1, expected: 5, late: 0, corrected: 0 }));
    let content = office.made.book.report_content(PHASE, today()).unwrap();
    let said: Vec<String> = content.draft.sections.iter().map(|section| section.text().plain()).collect();
    assert!(said.iter().any(|text| text.contains("5 ")), "the texts speak of the total: {said:?}");
    office.made.book.undo(&moment_on(today()), None).unwrap();
    assert_eq!(office.made.book.report_content(PHASE, today()).unwrap(), before);
    let none = office.made.book.consolidation_changes(PHASE, today()).unwrap_err();
    assert_eq!(none.code(), ErrorCode::NotFound);
}

#[test]
fn the_annex_of_a_consolidated_report_has_columns_of_its_own() {
    let mut office = office();
    office.take("B TQ08=5");
    let columns = |office: &Office| -> Vec<String> {
        let content = office.made.book.report_content(PHASE, today()).unwrap();
        content.annexes[0].columns.iter().map(|column| column.title.clone()).collect()
    };
    assert_eq!(columns(&office), ["TT", "Chỉ tiêu", "Đơn vị tính", "Trong kỳ", "Lũy kế", "Ghi chú"]);
    office.freeze();
    let wanted = ["TT", "Chỉ tiêu", "Đơn vị tính", "Tự làm", "Đơn vị dưới", "Tổng", "Lũy kế", "Ghi chú"];
    assert_eq!(columns(&office), wanted);
    let content = office.made.book.report_content(PHASE, today()).unwrap();
    let cells = content.annexes[0].rows.iter().find_map(|row| match row {
        AnnexRow::Cells(cells) if cells.contains(&"1/5 đơn vị".to_owned()) => Some(cells.clone()),
        AnnexRow::Cells(_) | AnnexRow::Heading(_) => None,
    });
    assert_eq!(cells.unwrap()[3..], ["Chưa báo cáo", "5", "5", "5", "1/5 đơn vị"]);
    let width: u16 = content.annexes[0].columns.iter().map(|column| column.width_mm).sum();
    assert!(width <= 247, "it fits on the page: {width} mm");
}

#[test]
fn the_check_before_signing_says_what_has_changed_since_the_cut_off() {
    let mut office = office();
    let found = |office: &Office| {
        let check = office.made.book.report_check(PHASE, today()).unwrap();
        check.findings.into_iter().find(|one| one.rule == CheckRule::ChangedSinceFrozen)
    };
    office.take("B TQ08=5");
    assert_eq!(found(&office), None, "nothing is frozen");
    office.freeze();
    assert_eq!(found(&office), None, "nothing has changed");
    office.take("C TQ08=7");
    let finding = found(&office).unwrap();
    assert_eq!((finding.severity, &finding.place), (Severity::PleaseLook, &FindingPlace::Consolidation));
    let field = |name: &str| finding.fields[name].as_str();
    assert_eq!((field("units"), field("figures")), ("1", "1"));
    assert_eq!(field("on"), today().format("%d/%m/%Y").to_string());
    let now = moment_on(today());
    office.made.book.mark_finding_seen(&now, PHASE, &finding.key).unwrap();
    assert!(found(&office).unwrap().is_seen);
    office.take("D TQ08=1");
    assert!(!found(&office).unwrap().is_seen, "it comes back when more has changed");
    office.freeze();
    assert_eq!(found(&office), None, "the new cut-off has it all");
}

#[test]
fn nothing_is_frozen_before_a_report_has_come() {
    let mut office = office();
    let refused = office.made.book.freeze_consolidation(&moment_on(today()), PHASE, "").unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NothingToConsolidate);
    let refused = office.made.book.freeze_consolidation(&moment_on(today()), "dot9", "").unwrap_err();
    assert_eq!(refused.code(), ErrorCode::NotFound);
}

#[test]
fn the_total_so_far_is_that_of_every_cut_off() {
    let mut office = office();
    office.take("B TQ08=5 MX05A=3");
    office.freeze();
    let table = office.made.book.figure_table("dot2", today()).unwrap();
    let of = |code: &str| table.groups.iter().flat_map(|group| &group.rows).find(|row| row.indicator == code).unwrap();
    assert_eq!((of("TQ08").period.state, of("TQ08").cumulative.text.as_str()), (FigureState::NotReported, "5"));
    assert_eq!(of("MX05A").cumulative.text, "3", "a state of affairs is the last one known");
    assert_eq!(of("TQ08").coverage, None);
}

fn told() -> impl Strategy<Value = String> {
    let figures = ["TQ08=4", "TQ08=7 MX05A=1 MX05B=2", "TM01/khac=3 TQ08=~1", "TQ08=-", "TM01/khac=2+5[3/4] TQ08=1+9"];
    (prop::sample::select(vec!["A", "B", "C", "D", "E"]), 1_u32..4, prop::sample::select(figures.to_vec()))
        .prop_map(|(name, version, figures)| format!("{name}:{version} {figures}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_comes_later_the_cut_off_is_reckoned_again_byte_for_byte(
        before in prop::collection::btree_set(told(), 1..8),
        after in prop::collection::btree_set(told(), 0..6),
        lost in prop::sample::select(vec!["A", "B", "C", "D", "E"]),
        merged in prop::bool::ANY,
    ) {
        let mut office = office();
        for told in &before {
            office.take(told);
        }
        let shown = office.consolidation();
        office.freeze();
        let frozen = office.made.book.frozen_consolidation(PHASE).unwrap();
        prop_assert_eq!(&office.made.book.consolidation_again(PHASE).unwrap(), &frozen);
        let below = &line(&shown.groups, "TQ08").row.below;
        prop_assert_eq!(below, &row(&office, "TQ08").below, "what was shown is what was frozen");
        for told in after.difference(&before) {
            office.take(told);
        }
        office.enter(lost, &Receipt { state: ReceivedState::Withdrawn, ..receipt(day(2023, 8, 15)) });
        if merged {
            office.tell("1/7 merge B C > D").unwrap();
        }
        prop_assert_eq!(office.made.book.frozen_consolidation(PHASE).unwrap(), frozen.clone());
        prop_assert_eq!(office.made.book.consolidation_again(PHASE).unwrap(), frozen);
    }
}
