//! Reports to write: a usual one, and those that go to the limits.

use chrono::NaiveDate;
use sotg_core::model::*;
use sotg_core::reports::compose::{activities_listed, annexes, charts, compose, opening, subject};

use crate::report_input::Case;

pub fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A phase 1 report of a district with two annexes.
pub fn usual() -> ReportContent {
    ReportContent {
        draft: draft(),
        unit_name: "Liên đoàn Lao động huyện Tam Đường".to_owned(),
        is_sample: false,
        form: form(),
        annexes: vec![figures_annex(24), activities_annex(6)],
        activities: Vec::new(),
        charts: Vec::new(),
        chart_annex: Vec::new(),
        fingerprint: None,
        photos: Vec::new(),
    }
}

/// With every kind of annex: the tables, links, charts of which one is an annex, and three photos, the second a large one.
pub fn with_pictures() -> ReportContent {
    ReportContent {
        annexes: vec![figures_annex(6), activities_annex(2), links_annex(4)],
        charts: vec![chart("progress", 3), chart("figures:thu", 5)],
        chart_annex: vec!["figures:thu".to_owned()],
        photos: vec![
            photo("Treo băng rôn", false, 600, 400),
            photo("Hội nghị", true, 800, 600),
            photo("", false, 300, 400),
        ],
        ..usual()
    }
}

/// A grey photo of that size.
pub fn photo(caption: &str, is_large: bool, width: u32, height: u32) -> ReportPhoto {
    let mut jpeg = std::io::Cursor::new(Vec::new());
    let grey = u8::try_from(width % 200).unwrap();
    let picture = image::GrayImage::from_pixel(width, height, image::Luma([grey]));
    picture.write_to(&mut jpeg, image::ImageFormat::Jpeg).unwrap();
    let jpeg = PhotoBytes(jpeg.into_inner().into());
    ReportPhoto { caption: caption.to_owned(), is_large, width, height, sha256: format!("{width}x{height}"), jpeg }
}

/// A chart of so many lines in two units.
pub fn chart(code: &str, n_bars: i64) -> Chart {
    let value = |number: i64| ChartValue { hundredths: Some(number * 100), text: number.to_string() };
    let bar = |number: i64| ChartBar {
        label: format!("Số cuộc tuyên truyền loại {number}"),
        values: vec![value(number * 12), value(number * 40)],
    };
    let panel = |unit: &str| ChartPanel { unit: unit.to_owned(), bars: (0..n_bars).map(bar).collect() };
    Chart {
        code: code.to_owned(),
        title: "Tuyên truyền miệng (Đợt 1)".to_owned(),
        series: vec!["Trong kỳ".to_owned(), "Lũy kế".to_owned()],
        panels: vec![panel("cuộc"), panel("lượt người")],
    }
}

/// So many links.
pub fn links_annex(n_rows: usize) -> Annex {
    let row = |number: usize| {
        let address = format!("https://congdoan.example.vn/tin-bai?id={number}&loai=đại hội");
        cells(&[&number.to_string(), "Bài viết về đại hội", "Viết tin, bài", "05/3/2023", &address])
    };
    Annex {
        title: "Danh mục tin, bài, đường dẫn (Đợt 1)".to_owned(),
        columns: vec![
            column("TT", 12, Align::Center),
            column("Tin, bài", 66, Align::Left),
            column("Việc", 66, Align::Left),
            column("Ngày hoàn thành", 28, Align::Center),
            AnnexColumn { is_link: true, ..column("Đường dẫn", 70, Align::Left) },
        ],
        rows: (1..=n_rows).map(row).collect(),
        is_landscape: true,
        notes: Vec::new(),
    }
}

/// The form that held when the report was written.
pub fn form() -> FormProfile {
    sotg_core::form::built_in_on(on(2023, 8, 4)).unwrap()
}

pub fn draft() -> ReportDraft {
    ReportDraft {
        row: row(),
        head: head(),
        superior: "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU".to_owned(),
        issuer: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG".to_owned(),
        symbol: "BC-LĐLĐ".to_owned(),
        place: "Tam Đường".to_owned(),
        subject:
            "Kết quả tuyên truyền đại hội công đoàn các cấp và Đại hội XIII Công đoàn tỉnh Lai Châu, Công đoàn Việt \
                  Nam nhiệm kỳ 2023 - 2028 (Đợt 1: từ quý IV năm 2022 đến 31/7/2023)"
                .to_owned(),
        opening: section("opening", "", "", 1, OPENING),
        sections: sections(),
        form: ReportForm { code: form().code, name: form().name, is_chosen: false },
        figures: FigureTable { phase: "dot1".to_owned(), groups: Vec::new(), n_reported: 0, n_indicators: 0 },
        annexes: Vec::new(),
        file_name: "bao-cao.docx".to_owned(),
    }
}

const OPENING: &str = "Thực hiện Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022 của Liên đoàn Lao động tỉnh Lai Châu về tuyên \
    truyền đại hội công đoàn các cấp và Đại hội XIII Công đoàn tỉnh Lai Châu, Công đoàn Việt Nam nhiệm kỳ 2023 - 2028, Liên \
    đoàn Lao động huyện Tam Đường báo cáo kết quả thực hiện Đợt 1 như sau:";

fn row() -> ReportRow {
    ReportRow {
        phase: "dot1".to_owned(),
        phase_name: "Đợt 1".to_owned(),
        phase_title: "Đại hội công đoàn cấp cơ sở".to_owned(),
        state: ReportState::Draft,
        due_on: Some(on(2023, 8, 5)),
        is_proposed: true,
        days_left: None,
        days_late: None,
        number: "5".to_owned(),
        dated_on: Some(on(2023, 8, 4)),
        sent_on: None,
        n_done: 10,
        n_applicable: 12,
        n_kept_sections: 0,
    }
}

fn head() -> ReportHead {
    let lines = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    ReportHead {
        number: "5".to_owned(),
        dated_on: Some(on(2023, 8, 4)),
        addressees: lines(&["Ban Thường vụ LĐLĐ tỉnh (qua Ban Tuyên giáo - Nữ công)"]),
        recipients: lines(&["Như kính gửi", "Thường trực Huyện ủy", "Ban Tuyên giáo Huyện ủy", "Lưu: VT, TgNc"]),
        signer: Signer {
            id: None,
            authority: "TM. BAN THƯỜNG VỤ".to_owned(),
            title: "PHÓ CHỦ TỊCH".to_owned(),
            name: "Nguyễn Thị Minh Hiền".to_owned(),
            is_default: true,
        },
    }
}

pub fn section(code: &str, number: &str, title: &str, level: u8, text: &str) -> ReportSection {
    ReportSection {
        code: code.to_owned(),
        number: number.to_owned(),
        title: title.to_owned(),
        level,
        has_text: !text.is_empty(),
        composed: RichText::from_plain(text),
        kept: None,
        sources: Vec::new(),
        changes: Vec::new(),
    }
}

fn sections() -> Vec<ReportSection> {
    const RESULTS: &str = "Trong đợt, đơn vị đã thực hiện 12 cuộc tuyên truyền miệng với 1.240 lượt người dự, nâng tổng số từ \
        đầu chiến dịch đến nay lên 30 cuộc, 3.100 lượt.\nCác nội dung đã hoàn thành:\n- Treo băng rôn, khẩu hiệu chào mừng \
        đại hội tại trụ sở và các trục đường chính (hoàn thành ngày 05/3/2023): 24 băng rôn, 12 pano.\n- Xây dựng chuyên \
        mục trên cổng thông tin điện tử (hoàn thành ngày 21/02/2023).";
    vec![
        section("I", "I", "Đặc điểm tình hình", 1, "Huyện có 58 công đoàn cơ sở với 2.145 đoàn viên."),
        section("II", "II", "Công tác chỉ đạo, triển khai", 1, "Ban hành 03 văn bản chỉ đạo."),
        section("III", "III", "Kết quả tuyên truyền", 1, ""),
        section("III.1", "1", "Nội dung tuyên truyền", 2, RESULTS),
        section("III.2", "2", "Hình thức tuyên truyền", 2, ""),
        section("III.2.1", "2.1", "Tuyên truyền trên báo, đài", 3, RESULTS),
        section("III.2.2", "2.2", "Tuyên truyền miệng", 3, RESULTS),
        section("III.2.3", "2.3", "Cổ động trực quan", 3, RESULTS),
        section("IV", "IV", "Đánh giá chung", 1, "Đơn vị đã hoàn thành 10/12 việc của đợt."),
        section("V", "V", "Nhiệm vụ đợt tiếp theo", 1, "- Tuyên truyền kết quả đại hội công đoàn cấp trên."),
        section("VI", "VI", "Kiến nghị, đề xuất", 1, "Đề nghị LĐLĐ tỉnh hỗ trợ tài liệu tuyên truyền."),
    ]
}

fn column(title: &str, width_mm: u16, align: Align) -> AnnexColumn {
    AnnexColumn { title: title.to_owned(), width_mm, align, is_link: false }
}

fn cells(texts: &[&str]) -> AnnexRow {
    AnnexRow::Cells(texts.iter().map(|text| (*text).to_owned()).collect())
}

pub fn figures_annex(n_rows: usize) -> Annex {
    let mut rows = vec![AnnexRow::Heading("Tuyên truyền miệng".to_owned())];
    for number in 1..=n_rows {
        let name = format!("Chỉ tiêu số {number} về tuyên truyền đại hội");
        rows.push(cells(&[&number.to_string(), &name, "cuộc", "24.500", "Chưa báo cáo", "Ước tính"]));
    }
    Annex {
        title: "Biểu số liệu kết quả tuyên truyền đại hội công đoàn (Đợt 1)".to_owned(),
        columns: vec![
            column("TT", 12, Align::Center),
            column("Chỉ tiêu", 60, Align::Left),
            column("Đơn vị tính", 20, Align::Center),
            column("Trong kỳ", 22, Align::Right),
            column("Lũy kế", 22, Align::Right),
            column("Ghi chú", 20, Align::Left),
        ],
        rows,
        is_landscape: false,
        notes: vec!["Ghi chú: lượt người là số lượt, không phải số người.".to_owned()],
    }
}

pub fn activities_annex(n_rows: usize) -> Annex {
    let row = |number: usize| {
        let evidence = "Bài trên cổng thông tin (http://example.vn/tin-bai?id=1&loai=2)\nAnh treo bang ron.jpg";
        cells(&[&number.to_string(), "Treo băng rôn tại trụ sở", "05/3/2023", evidence])
    };
    Annex {
        title: "Danh mục việc đã làm".to_owned(),
        columns: vec![
            column("TT", 12, Align::Center),
            column("Việc", 100, Align::Left),
            column("Ngày", 30, Align::Center),
            column("Minh chứng", 100, Align::Left),
        ],
        rows: (1..=n_rows).map(row).collect(),
        is_landscape: true,
        notes: Vec::new(),
    }
}

/// Every kind of document that the validator and the other tests look at, by name.
pub fn all() -> Vec<(&'static str, ReportContent)> {
    vec![
        ("usual", usual()),
        ("composed", composed(&Case::of_real_plan())),
        ("shortest", shortest()),
        ("long", long()),
        ("without-number", without_number()),
        ("long-names", long_names()),
        ("hostile-text", hostile_text()),
        ("sample", ReportContent { is_sample: true, ..usual() }),
        ("with-pictures", with_pictures()),
        ("one-annex", ReportContent { annexes: vec![activities_annex(80)], ..usual() }),
    ]
}

/// A report as the program writes it, of a case.
pub fn composed(case: &Case) -> ReportContent {
    let input = case.input();
    let mut draft = ReportDraft { opening: opening(&input), sections: compose(&input), ..draft() };
    draft.subject = subject(&input);
    ReportContent {
        draft: ReportDraft { figures: case.figures.clone(), ..draft },
        unit_name: case.unit.name.clone(),
        is_sample: false,
        form: form(),
        annexes: annexes(&input),
        activities: activities_listed(&input),
        charts: charts(&input),
        ..usual()
    }
}

/// As little as a report can say.
pub fn shortest() -> ReportContent {
    let mut content = ReportContent { annexes: Vec::new(), ..usual() };
    content.draft.sections = vec![section("I", "I", "Kết quả", 1, "Không có.")];
    content.draft.superior = String::new();
    content.draft.head.recipients = Vec::new();
    content.draft.head.addressees = Vec::new();
    content.draft.head.signer.authority = String::new();
    content
}

/// Many pages.
pub fn long() -> ReportContent {
    let mut content = ReportContent { annexes: vec![figures_annex(120), activities_annex(60)], ..usual() };
    let sections = content.draft.sections.clone();
    for _ in 0..6 {
        content.draft.sections.extend(sections.clone());
    }
    let addressees = ["Ban Thường vụ LĐLĐ tỉnh;", "Ban Tuyên giáo - Nữ công LĐLĐ tỉnh."];
    content.draft.head.addressees = addressees.map(str::to_owned).to_vec();
    content
}

/// A draft that will get its number and its day by hand.
pub fn without_number() -> ReportContent {
    let mut content = usual();
    content.draft.head.number = String::new();
    content.draft.head.dated_on = None;
    content
}

/// Names of 300 characters wherever there is a name; one of them has no space at all.
pub fn long_names() -> ReportContent {
    let mut content = usual();
    let name: String = "CÔNG ĐOÀN CƠ SỞ TRUNG TÂM DỊCH VỤ NÔNG NGHIỆP HUYỆN ".repeat(6).chars().take(300).collect();
    let unbroken = "Đ".repeat(300);
    content.draft.superior = name.clone();
    content.draft.issuer = name.clone();
    content.unit_name = name.to_lowercase();
    content.draft.place = name.clone();
    content.draft.subject = format!("{name} {unbroken}");
    content.draft.head.addressees = vec![name.clone()];
    content.draft.head.recipients = vec![unbroken.clone(), "Lưu: VT".to_owned()];
    content.draft.head.signer.authority = name.clone();
    content.draft.head.signer.name = unbroken.clone();
    content.draft.sections[0].title = name;
    content.annexes[0].rows.push(cells(&["1", &unbroken, "", "", "", ""]));
    content
}

/// Control characters, marks of XML, decomposed letters, letters outside of the first plane.
pub fn hostile_text() -> ReportContent {
    use unicode_normalization::UnicodeNormalization;
    let mut content = usual();
    let decomposed: String = "Đợt tuyên truyền miệng được tổ chức rộng khắp".nfd().collect();
    content.draft.sections[0].composed = RichText::from_plain(&format!(
        "a\u{0}b\u{8}c\u{b}d\u{1f}e\u{7f}f\u{85}g\u{fffe}h\u{ffff}i\u{feff}j ]]> <w:p> &amp; \"&lt;\" 'x' \u{1f600}\n{decomposed}\tsau tab"
    ));
    content.draft.place = "Tam\u{1}Đường <&>\"".to_owned();
    content.draft.issuer = decomposed.clone();
    content.draft.subject = format!("Về <việc> & \"{decomposed}\"");
    content.unit_name = "Đơn vị <\u{2}&>".to_owned();
    content.draft.head.recipients = vec!["<a href=\"x\">&</a>".to_owned(), "Lưu: VT".to_owned()];
    content.annexes[0].title = "<Biểu> & \"số liệu\" \u{3}".to_owned();
    content.annexes[0].rows.push(AnnexRow::Cells(vec!["ít ô".to_owned()]));
    content
}
