//! What the program writes into a report, from what was ticked, noted and counted.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a panic is a failed test, in what its cases are made of too"
)]

#[expect(dead_code, reason = "shared with the tests and benchmarks of documents, which use more of it")]
mod report_input;

use report_input::{Case, figure, item};
use sotg_core::model::{FigureState, PhaseCounts, ProgressState};
use sotg_core::reports::compose::{annexes, compose, opening, subject};

/// The text of one section.
fn text(case: &Case, code: &str) -> String {
    let sections = compose(&case.input());
    sections.iter().find(|section| section.code == code).unwrap_or_else(|| panic!("no section {code}")).composed.plain()
}

#[test]
fn opening_and_subject_name_phase_period_and_unit() {
    let case = Case::of_phase(1);
    assert_eq!(subject(&case.input()), "Kết quả (Đợt 1: quý I)");
    let opening = opening(&case.input());
    assert_eq!(opening.composed.plain(), "LĐLĐ huyện Tam Đường báo cáo Đợt 1 như sau:");
    assert!(opening.has_text && opening.code == "opening");
}

#[test]
fn a_section_without_anything_says_so_in_a_plain_sentence() {
    let case = Case::of_phase(1);
    for code in ["II", "III.1", "III.2", "III.3"] {
        assert_eq!(text(&case, code), "Trong đợt, đơn vị chưa phát sinh nội dung này.", "{code}");
    }
    assert_eq!(text(&case, "IV.1"), "- ….", "what went well is a gap to fill in, not something that did not occur");
    assert_eq!(text(&case, "III"), "", "a heading that only holds others has no text");
    assert_eq!(text(&case, "I"), "Đơn vị có … đoàn viên.");
}

#[test]
fn sections_keep_number_title_and_level_of_the_outline() {
    let case = Case::of_phase(1);
    let sections = compose(&case.input());
    let heads: Vec<_> = sections
        .iter()
        .map(|section| (section.number.as_str(), section.level, section.has_text, section.kept.is_some()))
        .collect();
    assert_eq!(
        heads[..4],
        [("I", 1, true, false), ("II", 1, true, false), ("III", 1, false, false), ("1", 2, true, false)]
    );
}

#[test]
fn figures_are_told_by_period_and_from_the_second_phase_on_with_the_total() {
    let number = FigureState::Number;
    let first = Case::of_phase(1).with(figure("TM01", number, 12, 12)).with(figure("TM02", number, 1240, 1240));
    let period = "Kết quả trong đợt: 12 cuộc tuyên truyền miệng với 1.240 lượt người dự";
    assert_eq!(text(&first, "III.2"), format!("{period}."));

    let second = Case::of_phase(2).with(figure("TM01", number, 12, 30)).with(figure("TM02", number, 1240, 3100));
    let total = "nâng tổng số từ đầu chiến dịch đến nay lên 30 cuộc, 3.100 lượt";
    assert_eq!(text(&second, "III.2"), format!("{period}, {total}."));

    let same = Case::of_phase(2).with(figure("TM01", number, 12, 12)).with(figure("TM02", number, 1240, 1240));
    assert_eq!(text(&same, "III.2"), format!("{period}."), "no total where it says nothing new");
}

#[test]
fn totals_name_what_was_counted_where_units_repeat_or_where_the_period_has_less() {
    let number = FigureState::Number;
    let repeated = Case::of_phase(2).with(figure("TQ01", number, 2, 5)).with(figure("TQ02", number, 3, 9));
    assert_eq!(
        text(&repeated, "III.3"),
        "Kết quả trong đợt: 2 pano; 3 băng rôn. Lũy kế từ đầu chiến dịch đến nay: 5 pano; 9 băng rôn."
    );
    let only_before = Case::of_phase(2).with(figure("TM01", FigureState::NotReported, 0, 18));
    assert_eq!(text(&only_before, "III.2"), "Lũy kế từ đầu chiến dịch đến nay: 18 cuộc tuyên truyền miệng.");
}

#[test]
fn the_kinds_of_empty_are_never_told_as_a_number() {
    let cases = [
        (FigureState::NotReported, "Trong đợt, đơn vị chưa phát sinh nội dung này."),
        (FigureState::NotApplicable, "Trong đợt, đơn vị chưa phát sinh nội dung này."),
        (FigureState::Nothing, "Đơn vị không có: Pano."),
        (FigureState::Number, "Chưa phát sinh trong đợt: Pano."),
    ];
    for (state, expected) in cases {
        let case = Case::of_phase(1).with(figure("TQ01", state, 0, 0));
        assert_eq!(text(&case, "III.3"), expected, "{state:?}");
    }
}

#[test]
fn an_estimate_is_marked_and_splits_stand_in_brackets() {
    let number = FigureState::Number;
    let mut total = figure("TM01", number, 12, 12);
    total.period.is_estimate = true;
    let mut committee = figure("TM01", number, 3, 3);
    committee.split = "bch".to_owned();
    committee.label = "Ban Chấp hành".to_owned();
    let case = Case::of_phase(1).with(total).with(committee);
    assert_eq!(text(&case, "III.2"), "Kết quả trong đợt: ước 12 cuộc tuyên truyền miệng (Ban Chấp hành: 3).");
}

#[test]
fn a_percentage_is_told_with_its_parts_and_a_state_without_the_period() {
    let number = FigureState::Number;
    let parts = [figure("MX05A", number, 23, 23), figure("MX05B", number, 25, 25), figure("MX05", number, 92, 92)];
    let case = parts.into_iter().fold(Case::of_phase(2), Case::with);
    assert_eq!(text(&case, "III.4"), "Đến thời điểm báo cáo: 92% CĐCS có trang Facebook (23/25).");
    let alone = Case::of_phase(2).with(figure("MX05B", FigureState::NotReported, 0, 25));
    assert_eq!(text(&alone, "III.4"), "Đến thời điểm báo cáo: 25 CĐCS từ 20 đoàn viên.");
}

#[test]
fn activities_are_told_with_day_and_note_and_those_that_do_not_apply_are_left_out() {
    use ProgressState::{Doing, Done, NotApplicable, NotStarted};
    let case = Case::of_phase(1)
        .having(item("Lập kế hoạch riêng.", "chi-dao", &[], Done), "Kế hoạch số 12.\n- Gửi 58 CĐCS;")
        .having(item("Họp phân công", "chi-dao", &[], Doing), "")
        .having(item("Đôn đốc", "chi-dao", &[], NotStarted), "chưa")
        .having(item("Kiểm tra", "chi-dao", &[], NotApplicable), "không");
    assert_eq!(
        text(&case, "II"),
        "Đã hoàn thành 1 nội dung:\n- Lập kế hoạch riêng (hoàn thành ngày 05/3/2023): Kế hoạch số 12; Gửi 58 CĐCS.\n\
         Đang triển khai 1 nội dung:\n- Họp phân công."
    );
}

#[test]
fn an_activity_is_told_once_and_the_other_sections_say_that_it_was_done() {
    let forms = ["truyen-mieng", "co-dong"];
    let case = Case::of_phase(1)
        .having(item("Tuyên truyền truyền thống", "noi-dung", &forms, ProgressState::Done), "")
        .having(item("Treo băng rôn", "hinh-thuc", &["co-dong"], ProgressState::Done), "");
    assert!(text(&case, "III.1").contains("- Tuyên truyền truyền thống (hoàn thành"));
    let elsewhere = "Hình thức này được sử dụng khi thực hiện 1 nội dung nêu ở các mục khác của báo cáo.";
    assert_eq!(text(&case, "III.2"), elsewhere);
    let display = "Đã hoàn thành 1 nội dung:\n- Treo băng rôn (hoàn thành ngày 05/3/2023).";
    assert_eq!(text(&case, "III.3"), display, "a section with something of its own does not point elsewhere");
}

#[test]
fn an_activity_that_no_section_asks_for_is_told_by_the_first_that_tells_any() {
    let case = Case::of_phase(1).having(item("Việc lạ", "nhom-la", &["hinh-thuc-la"], ProgressState::Done), "");
    assert!(text(&case, "II").contains("- Việc lạ"));
}

#[test]
fn strengths_are_numbers_of_the_checklist() {
    let own = sotg_core::model::ChecklistItem { is_own: true, ..item("Thêm", "chi-dao", &[], ProgressState::Done) };
    let mut case = Case::of_phase(1).having(own, "");
    case.counts = PhaseCounts { applicable: 30, done: 24, not_started: 6, ..PhaseCounts::default() };
    assert_eq!(
        text(&case, "IV.1"),
        "Đơn vị đã hoàn thành 24/30 nội dung công việc của Đợt 1, đạt 80%.\n\
         Ngoài các nội dung của kế hoạch, đơn vị chủ động thực hiện thêm 1 nội dung."
    );
    case.counts = PhaseCounts { applicable: 30, done: 30, ..PhaseCounts::default() };
    assert!(text(&case, "IV.1").starts_with("Đơn vị đã hoàn thành toàn bộ 30 nội dung công việc của Đợt 1."));
}

#[test]
fn shortcomings_begin_with_what_is_longest_late() {
    let late = |title: &str, days: i32, state| {
        let mut item = item(title, "noi-dung", &[], state);
        item.days_late = Some(days);
        item.due_on = report_input::day(2023, 7, 31);
        item
    };
    let mut case = Case::of_phase(1)
        .having(late("Mở hội diễn", 3, ProgressState::Doing), "Đang xin kinh phí.")
        .having(late("Gắn biển công trình", 12, ProgressState::NotStarted), "");
    case.counts = PhaseCounts { applicable: 8, done: 4, doing: 1, not_started: 3, late: 2, ..PhaseCounts::default() };
    assert_eq!(
        text(&case, "IV.2"),
        "Còn 2 nội dung quá hạn, chưa hoàn thành:\n\
         - Gắn biển công trình (hạn 31/7/2023, quá hạn 12 ngày).\n\
         - Mở hội diễn (hạn 31/7/2023, quá hạn 3 ngày; đang triển khai): Đang xin kinh phí.\n\
         Còn 2 nội dung chưa đến hạn, đơn vị đang tiếp tục thực hiện."
    );
    let calm = Case::of_phase(1);
    assert_eq!(text(&calm, "IV.2"), "Tính đến thời điểm báo cáo, không có nội dung nào quá hạn.");
}

#[test]
fn the_next_phase_is_told_by_its_stages_after_what_is_left_of_this_one() {
    let mut case = Case::of_phase(1)
        .having(item("Phát tin trên loa", "hinh-thuc", &[], ProgressState::Done), "")
        .having(item("Mở hội diễn", "noi-dung", &[], ProgressState::NotStarted), "");
    let staged = |title: &str, stage: &str| {
        let mut item = item(title, "noi-dung", &[], ProgressState::NotStarted);
        item.stage = (!stage.is_empty()).then(|| stage.to_owned());
        item
    };
    case.next_items =
        vec![staged("Phát tin trên loa", ""), staged("Báo nhanh kết quả", "sau"), staged("Góp ý văn kiện", "truoc")];
    assert_eq!(
        text(&case, "V"),
        "Tiếp tục hoàn thành 1 nội dung còn lại của Đợt 1:\n- Mở hội diễn.\n\
         Duy trì 1 nội dung, hình thức tuyên truyền thường xuyên đã triển khai.\n\
         Triển khai Đợt 2:\n\
         Trước Đại hội cấp trên:\n- Góp ý văn kiện.\nSau Đại hội cấp trên:\n- Báo nhanh kết quả."
    );
    let last = Case::of_phase(2);
    assert_eq!(
        text(&last, "V"),
        "Tổng kết việc thực hiện kế hoạch; lưu trữ hồ sơ, tài liệu, minh chứng theo quy định."
    );
}

#[test]
fn the_annex_of_figures_names_each_kind_of_empty() {
    use sotg_core::model::AnnexRow;
    let case = [
        figure("TM01", FigureState::Number, 0, 24_500),
        figure("TM02", FigureState::Nothing, 0, 0),
        figure("TQ01", FigureState::NotApplicable, 0, 0),
        figure("TQ02", FigureState::NotReported, 0, 0),
    ]
    .into_iter()
    .fold(Case::of_phase(2), Case::with);
    let annexes = annexes(&case.input());
    assert_eq!(annexes.len(), 1, "without anything done there is no list of activities");
    assert_eq!(annexes[0].title, "Biểu số liệu (Đợt 2)");
    let cells = |texts: [&str; 6]| AnnexRow::Cells(texts.map(str::to_owned).to_vec());
    let expected = [
        AnnexRow::Heading("Số liệu".to_owned()),
        cells(["1", "Cuộc tuyên truyền miệng", "cuộc", "0", "24.500", ""]),
        cells(["2", "Lượt người dự", "lượt", "Không có", "Không có", ""]),
        cells(["3", "Pano", "cái", "Không áp dụng", "Không áp dụng", ""]),
        cells(["4", "Băng rôn", "cái", "Chưa báo cáo", "Chưa báo cáo", ""]),
    ];
    assert_eq!(annexes[0].rows, expected);
    assert_eq!(annexes[0].notes.len(), 2);
}

#[test]
fn the_annex_leaves_out_splits_that_nobody_reported() {
    let split = |mut row: sotg_core::model::FigureRow, code: &str| {
        row.split = code.to_owned();
        row
    };
    let case = [
        figure("TM01", FigureState::Number, 42, 42),
        split(figure("TM01", FigureState::Number, 42, 42), "khac"),
        split(figure("TM01", FigureState::NotReported, 0, 0), "chu-chot"),
    ]
    .into_iter()
    .fold(Case::of_phase(1), Case::with);
    assert_eq!(annexes(&case.input())[0].rows.len(), 3, "heading, total and the one split");
}

#[test]
fn the_list_of_activities_has_day_and_evidence() {
    use sotg_core::model::AnnexRow;
    let mut case = Case::of_phase(1)
        .having(item("Treo băng rôn", "noi-dung", &[], ProgressState::Done), "")
        .having(item("Lập kế hoạch", "chi-dao", &[], ProgressState::Doing), "")
        .having(item("Đôn đốc", "chi-dao", &[], ProgressState::NotStarted), "");
    case.items[0].evidence = vec![report_input::file("Ảnh.jpg"), report_input::link("Bài báo", "http://x.vn/1")];
    let annexes = annexes(&case.input());
    let cells = |texts: [&str; 4]| AnnexRow::Cells(texts.map(str::to_owned).to_vec());
    let expected = [
        AnnexRow::Heading("Chỉ đạo".to_owned()),
        cells(["1", "Lập kế hoạch", "Đang triển khai", ""]),
        AnnexRow::Heading("Nội dung".to_owned()),
        cells(["2", "Treo băng rôn", "05/3/2023", "Ảnh.jpg\nBài báo: http://x.vn/1"]),
    ];
    assert_eq!(annexes[1].rows, expected);
    assert!(annexes[1].is_landscape);
}

#[test]
fn the_real_plan_composes_a_report_that_says_every_done_activity_once() {
    let case = Case::of_real_plan();
    let input = case.input();
    let sections = compose(&input);
    let all: String = sections.iter().map(|section| format!("{}\n", section.composed.plain())).collect();
    for reported in input.items.iter().filter(|reported| reported.item.state == ProgressState::Done) {
        let line = format!("- {} (hoàn thành ngày", reported.item.title.trim_end_matches('.'));
        assert_eq!(all.matches(&line).count(), 1, "{line}");
    }
    assert!(!all.contains('{') && !all.contains(".."), "no placeholder and no doubled stop is left:\n{all}");
    assert_eq!(sections.len(), input.plan.report.outline.len());
    assert_eq!(annexes(&input).len(), 2);
}
