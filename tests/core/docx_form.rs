//! The official form, read from the written file: what the report says, and the checks of DOMAIN.md, A.4.

use roxmltree::Document;
use sotg_core::export::{docx, official_report};
use sotg_core::model::{ReportContent, ReportSection, RichText};
use unicode_normalization::UnicodeNormalization;

use crate::docx_content::{self, on};
use crate::docx_reading::{all, attribute, lines, paragraph_texts, part, part_names, text};

fn written(content: &ReportContent) -> Vec<u8> {
    docx::write(&official_report(content)).unwrap()
}

/// The gap that is left to fill in by hand.
const GAP: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

#[test]
fn the_document_says_what_the_report_says_and_nothing_else() {
    let content = docx_content::usual();
    let mut expected: Vec<String> = [
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU",
        "LIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-LĐLĐ",
        "Tam Đường, ngày 04 tháng 8 năm 2023",
        "BÁO CÁO",
        &content.draft.subject,
        "Kính gửi: Ban Thường vụ LĐLĐ tỉnh (qua Ban Tuyên giáo - Nữ công)",
        &content.draft.opening.text().plain(),
    ]
    .map(str::to_owned)
    .to_vec();
    for section in &content.draft.sections {
        let title = if section.level == 1 { section.title.to_uppercase() } else { section.title.clone() };
        expected.push(format!("{}. {title}", section.number));
        expected.extend(section.text().plain().lines().map(str::to_owned));
    }
    let last = expected.pop().unwrap();
    expected.push(format!("{}./.", last.trim_end_matches('.')));
    let foot = [
        "Nơi nhận:",
        "- Như kính gửi;",
        "- Thường trực Huyện ủy;",
        "- Ban Tuyên giáo Huyện ủy;",
        "- Lưu: VT, TgNc.",
        "TM. BAN THƯỜNG VỤ",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Thị Minh Hiền",
        "Phụ lục I",
        "BIỂU SỐ LIỆU KẾT QUẢ TUYÊN TRUYỀN ĐẠI HỘI CÔNG ĐOÀN (ĐỢT 1)",
        "(Kèm theo Báo cáo số 05/BC-LĐLĐ ngày 04 tháng 8 năm 2023 của Liên đoàn Lao động huyện Tam Đường)",
        "TT",
    ];
    expected.extend(foot.map(str::to_owned));
    let said = lines(&written(&content));
    assert_eq!(said[..expected.len()], expected);
    // The rest are the cells of the two tables, the head of the second annex, and a note.
    let n_cells = (6 - 1) + 1 + 24 * 6 + 1 + 3 + 4 + 6 * 4;
    assert_eq!(said.len(), expected.len() + n_cells);
}

#[test]
fn text_comes_back_whole_whatever_is_in_it() {
    let content = docx_content::hostile_text();
    let said = lines(&written(&content));
    let composed = "Đợt tuyên truyền miệng được tổ chức rộng khắp";
    for line in [
        "abcdefghij ]]> <w:p> &amp; \"&lt;\" 'x' \u{1f600}",
        &format!("{composed} sau tab"),
        &composed.to_uppercase(),
        &format!("Về <việc> & \"{composed}\""),
        "TamĐường <&>\", ngày 04 tháng 8 năm 2023",
        "- <a href=\"x\">&</a>;",
        "<BIỂU> & \"SỐ LIỆU\"",
    ] {
        assert!(said.iter().any(|found| found == line), "{line:?} is not among {said:#?}");
    }
    assert!(said.iter().all(|line| line.nfc().eq(line.chars())), "text is composed");
}

#[test]
fn number_and_symbol_follow_the_rule_of_padding_and_of_gaps() {
    let cases = [
        ("5", "Số: 05/BC-LĐLĐ".to_owned()),
        ("05", "Số: 05/BC-LĐLĐ".to_owned()),
        (" 12 ", "Số: 12/BC-LĐLĐ".to_owned()),
        ("383", "Số: 383/BC-LĐLĐ".to_owned()),
        ("5a", "Số: 5a/BC-LĐLĐ".to_owned()),
        ("07/BC-CĐN", "Số: 07/BC-CĐN".to_owned()),
        ("", format!("Số: {GAP}/BC-LĐLĐ")),
    ];
    for (number, expected) in cases {
        let mut content = docx_content::shortest();
        content.draft.head.number = number.to_owned();
        let said = lines(&written(&content));
        assert!(said.contains(&expected), "{number:?}: {said:?}");
    }
}

#[test]
fn place_and_day_follow_the_zero_rule_and_leave_a_gap_where_there_is_no_day() {
    let cases = [
        (Some(on(2023, 1, 5)), "Tam Đường, ngày 05 tháng 01 năm 2023".to_owned()),
        (Some(on(2023, 2, 21)), "Tam Đường, ngày 21 tháng 02 năm 2023".to_owned()),
        (Some(on(2023, 3, 9)), "Tam Đường, ngày 09 tháng 3 năm 2023".to_owned()),
        (Some(on(2022, 12, 31)), "Tam Đường, ngày 31 tháng 12 năm 2022".to_owned()),
        (None, format!("Tam Đường, ngày{GAP}tháng{GAP}năm 2023")),
    ];
    for (day, expected) in cases {
        let mut content = docx_content::shortest();
        content.draft.head.dated_on = day;
        let said = lines(&written(&content));
        assert!(said.contains(&expected), "{day:?}: {said:?}");
    }
}

#[test]
fn a_kept_text_is_printed_instead_of_the_composed_one() {
    let mut content = docx_content::shortest();
    let section = &mut content.draft.sections[0];
    *section = ReportSection {
        kept: Some(RichText::from_plain("Của cán bộ viết.\n- Một việc;")), ..section.clone()
    };
    let said = lines(&written(&content));
    let heading = said.iter().position(|line| line == "I. KẾT QUẢ").unwrap();
    assert_eq!(said[heading + 1..heading + 3], ["Của cán bộ viết.", "- Một việc./."]);
}

#[test]
fn the_signature_is_printed_as_the_setting_has_it() {
    let cases = [
        ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", vec!["TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"]),
        ("", "CHỦ TỊCH", vec!["CHỦ TỊCH"]),
        ("TM. BAN CHẤP HÀNH", "", vec!["TM. BAN CHẤP HÀNH"]),
        ("TM. ĐOÀN CHỦ TỊCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", vec!["TM. ĐOÀN CHỦ TỊCH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ("", "", vec![]),
    ];
    for (authority, title, expected) in cases {
        let mut content = docx_content::shortest();
        content.draft.head.signer.authority = authority.to_owned();
        content.draft.head.signer.title = title.to_owned();
        let said = lines(&written(&content));
        let end = said.iter().position(|line| line == "Không có./.").unwrap();
        assert_eq!(said[end + 1..said.len() - 1], expected);
        assert_eq!(said.last().unwrap(), "Nguyễn Thị Minh Hiền");
    }
}

#[test]
fn paper_margins_and_numbers_of_pages_follow_the_form() {
    for (name, content) in docx_content::all() {
        let bytes = written(&content);
        let xml = part(&bytes, "word/document.xml");
        let tree = Document::parse(&xml).unwrap();
        let sections: Vec<_> = all(tree.root(), "sectPr").collect();
        let n_of_pictures = usize::from(!content.chart_annex.is_empty()) + usize::from(!content.photos.is_empty());
        assert_eq!(sections.len(), 1 + content.annexes.len() + n_of_pictures, "{name}");
        for (index, section) in sections.iter().enumerate() {
            // The report itself and the pictures behind the tables stand upright.
            let table = index.checked_sub(1).and_then(|index| content.annexes.get(index));
            let across = table.is_some_and(|table| table.is_landscape);
            let size = if across { ("16838", "11906") } else { ("11906", "16838") };
            let paper = (attribute(*section, "pgSz", "w").unwrap(), attribute(*section, "pgSz", "h").unwrap());
            assert_eq!(paper, size, "{name}");
            let margins = ["top", "bottom", "left", "right"].map(|side| attribute(*section, "pgMar", side).unwrap());
            assert_eq!(margins, ["1417", "1134", "1984", "1134"], "{name}");
            assert_eq!(attribute(*section, "pgNumType", "start"), Some("1"), "{name}: pages count from 1");
            let hides_first = all(*section, "titlePg").next().is_some();
            assert_eq!(hides_first, index == 0, "{name}: only page 1 of the report has no number");
        }
        assert_eq!(headers_with_a_number(&bytes), [true, false], "{name}: one header with the number, one without");
    }
}

/// Of each header of the file whether it shows the number of the page.
fn headers_with_a_number(bytes: &[u8]) -> Vec<bool> {
    let is_header = |name: &String| name.starts_with("word/header");
    let shows = |name: String| part(bytes, &name).contains("> PAGE <");
    part_names(bytes).into_iter().filter(is_header).map(shows).collect()
}

#[test]
fn every_page_of_a_sample_says_so_and_no_page_of_a_real_report() {
    const MARK: &str = "SỔ MẪU - SỐ LIỆU KHÔNG CÓ THẬT";
    for (name, content) in docx_content::all() {
        let bytes = written(&content);
        for header in ["word/header1.xml", "word/header2.xml"] {
            assert_eq!(part(&bytes, header).contains(MARK), content.is_sample, "{name}, {header}");
        }
    }
}

#[test]
fn all_letters_are_black_times_new_roman_of_the_sizes_of_the_form() {
    for (name, content) in docx_content::all() {
        let bytes = written(&content);
        let styles = part(&bytes, "word/styles.xml");
        let tree = Document::parse(&styles).unwrap();
        for slot in ["ascii", "hAnsi", "cs", "eastAsia"] {
            assert_eq!(attribute(tree.root(), "rFonts", slot), Some("Times New Roman"), "{name}");
        }
        assert_eq!(attribute(tree.root(), "color", "val"), Some("000000"), "{name}");
        for file in ["word/document.xml", "word/header1.xml", "word/header2.xml"] {
            let xml = part(&bytes, file);
            assert!(!xml.contains("<w:rFonts") && !xml.contains("<w:color "), "{name}: {file} changes font or colour");
            let tree = Document::parse(&xml).unwrap();
            for run in all(tree.root(), "r").filter(|run| !text(*run).is_empty()) {
                let size = attribute(run, "sz", "val").unwrap_or("28");
                assert!(["22", "24", "26", "28"].contains(&size), "{name}: {size} half points in {:?}", text(run));
            }
        }
    }
}

#[test]
fn the_head_and_the_lists_pass_the_checks_of_the_form() {
    for (name, content) in docx_content::all() {
        let bytes = written(&content);
        let said = paragraph_texts(&bytes);
        assert!(said.contains(&"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".to_owned()), "{name}: one line");
        assert!(said.contains(&"Độc lập - Tự do - Hạnh phúc".to_owned()), "{name}");
        let number = said.iter().find(|line| line.starts_with("Số: ")).unwrap();
        let symbol = number.trim_start_matches("Số: ").trim_start_matches('\u{a0}');
        assert!(!symbol.contains(char::is_whitespace), "{name}: no space in {symbol:?}");
        assert!(!said.iter().any(|line| line.starts_with("V/v")), "{name}: a report has no V/v");
        if !content.draft.head.recipients.is_empty() {
            let filed = said.iter().find(|line| line.starts_with("- Lưu:")).unwrap();
            assert!(filed.ends_with('.') && !filed.ends_with(".."), "{name}: {filed}");
        }
        let n_end_marks = said.iter().filter(|line| line.ends_with("./.")).count();
        assert_eq!(n_end_marks, 1, "{name}: one end mark");
        for word in said.iter().filter(|line| line.starts_with("Phụ lục")) {
            let number = word.trim_start_matches("Phụ lục").trim();
            assert!(number.chars().all(|letter| "IVXLC".contains(letter)), "{name}: {word}");
            assert_eq!(number.is_empty(), content.annexes.len() == 1, "{name}: numbered where there are several");
        }
    }
}

#[test]
fn rules_are_drawn_and_never_typed() {
    for (name, content) in docx_content::all() {
        let bytes = written(&content);
        let xml = part(&bytes, "word/document.xml");
        let tree = Document::parse(&xml).unwrap();
        let rules: Vec<_> =
            all(tree.root(), "p").filter(|paragraph| all(*paragraph, "pBdr").next().is_some()).collect();
        assert_eq!(rules.len(), 3, "{name}: below issuer, motto and subject");
        for rule in rules {
            assert_eq!(attribute(rule, "bottom", "val"), Some("single"), "{name}");
            assert_eq!(text(rule), "", "{name}: a rule says nothing");
            let indent = |side| attribute(rule, "ind", side).unwrap().parse::<i32>().unwrap();
            assert!(indent("left") > 0 && indent("left") == indent("right"), "{name}: in the middle");
        }
        assert!(!xml.contains("___") && !xml.contains("<w:u "), "{name}");
    }
}

#[test]
fn tables_keep_their_rows_whole_and_repeat_their_heading() {
    for (name, content) in docx_content::all() {
        let bytes = written(&content);
        let xml = part(&bytes, "word/document.xml");
        let tree = Document::parse(&xml).unwrap();
        assert!(all(tree.root(), "tr").all(|row| all(row, "cantSplit").next().is_some()), "{name}");
        let with_lines: Vec<_> =
            all(tree.root(), "tbl").filter(|table| all(*table, "tblBorders").next().is_some()).collect();
        assert_eq!(with_lines.len(), content.annexes.len(), "{name}: head and foot have no lines");
        for table in with_lines {
            let repeats: Vec<bool> = all(table, "tr").map(|row| all(row, "tblHeader").next().is_some()).collect();
            assert!(repeats[0] && !repeats[1..].contains(&true), "{name}: the first row repeats, and only it");
            assert!(attribute(table, "tblCaption", "val").is_some_and(|title| !title.is_empty()), "{name}");
        }
    }
}

#[test]
fn the_signature_stays_with_the_last_text() {
    let bytes = written(&docx_content::usual());
    let xml = part(&bytes, "word/document.xml");
    let tree = Document::parse(&xml).unwrap();
    let last = all(tree.root(), "p").find(|paragraph| text(*paragraph).ends_with("./.")).unwrap();
    assert!(all(last, "keepNext").next().is_some());
    let next = last.next_sibling_element().unwrap();
    assert!(
        next.has_tag_name((next.tag_name().namespace().unwrap(), "tbl")) && text(next).contains("TM. BAN THƯỜNG VỤ")
    );
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for (name, content) in docx_content::all() {
        assert!(written(&content) == written(&content), "{name}");
    }
    let bytes = written(&docx_content::usual());
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    for index in 0..zip.len() {
        let time = zip.by_index(index).unwrap().last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (1980, 1, 1, 0), "no clock in the file");
    }
}

#[test]
fn the_properties_say_title_issuer_and_day() {
    let properties = part(&written(&docx_content::usual()), "docProps/core.xml");
    assert!(properties.contains("<dc:title>Báo cáo: Kết quả tuyên truyền"), "{properties}");
    assert!(properties.contains("<dc:creator>Liên đoàn Lao động huyện Tam Đường<"), "{properties}");
    assert!(properties.contains(">2023-08-04T00:00:00Z<"), "{properties}");
    let undated = part(&written(&docx_content::without_number()), "docProps/core.xml");
    assert!(!undated.contains("created"), "{undated}");
}

#[test]
fn a_report_that_is_handed_over_has_its_photos_and_one_that_is_cut_off_is_refused() {
    let (_, content) = docx_content::all().into_iter().find(|(name, _)| *name == "with-pictures").unwrap();
    assert!(content.photos.iter().any(|photo| !photo.jpeg.0.is_empty()), "there is something to lose");
    let today = chrono::NaiveDate::from_ymd_opt(2023, 8, 4).unwrap();
    let bytes = sotg_core::export::hand_over(&content, today).unwrap();
    assert_eq!(sotg_core::export::take_over(&bytes).unwrap(), (content, today));
    for length in [0, 7, 100, bytes.len() - 1] {
        assert!(sotg_core::export::take_over(&bytes[..length]).is_err(), "{length} bytes");
    }
}
