//! What a template gives.

use sotg_core::export::template::{FIELDS, Field, Shape, context, fill, sample};
use sotg_core::export::{docx, official_report};
use sotg_core::model::ReportContent;

use crate::docx_content::{composed, usual, without_number};
use crate::docx_reading::{lines, part, part_names};
use crate::made::{of_lines, p, parts, table, template, zipped};
use crate::report_input::Case;

fn filled(lines_of_template: &[&str]) -> Vec<String> {
    lines(&fill(&of_lines(lines_of_template), &usual()).unwrap())
}

#[test]
fn fields_loops_and_conditions_give_what_the_report_says() {
    for (template, expected) in [
        (vec!["Số: {{ so_ky_hieu }}"], vec!["Số: 05/BC-LĐLĐ"]),
        (vec!["{{ ngay }}, {{ ngay_so }}, {{ nam }}"], vec!["ngày 04 tháng 8 năm 2023, 04/08/2023, 2023"]),
        (vec!["{%p if so_mau %}", "mẫu", "{%p else %}", "thật", "{%p endif %}"], vec!["thật"]),
        (
            vec!["{% for n in noi_nhan %}{{ n }} {% endfor %}hết"],
            vec!["- Như kính gửi; - Thường trực Huyện ủy; - Ban Tuyên giáo Huyện ủy; - Lưu: VT, TgNc. hết"],
        ),
        (vec!["{{ noi_nhan|first|upper }}"], vec!["- NHƯ KÍNH GỬI;"]),
        (
            vec!["{%p for m in muc %}", "{{ loop.index }}/{{ muc|length }} {{ m.so }} {{ m.ten }}", "{%p endfor %}"],
            vec![
                "1/11 I ĐẶC ĐIỂM TÌNH HÌNH",
                "2/11 II CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
                "3/11 III KẾT QUẢ TUYÊN TRUYỀN",
                "4/11 1 Nội dung tuyên truyền",
                "5/11 2 Hình thức tuyên truyền",
                "6/11 2.1 Tuyên truyền trên báo, đài",
                "7/11 2.2 Tuyên truyền miệng",
                "8/11 2.3 Cổ động trực quan",
                "9/11 IV ĐÁNH GIÁ CHUNG",
                "10/11 V NHIỆM VỤ ĐỢT TIẾP THEO",
                "11/11 VI KIẾN NGHỊ, ĐỀ XUẤT",
            ],
        ),
        (vec!["{# không in #}a{% if so == \"05\" and not so_mau %} b{% endif %}"], vec!["a b"]),
        (vec!["dấu { và { {} của văn bản"], vec!["dấu { và { {} của văn bản"]),
    ] {
        assert_eq!(filled(&template), expected, "{template:?}");
    }
}

#[test]
fn rows_of_a_table_are_repeated_with_their_form_and_a_table_without_rows_leaves_no_damage() {
    let body = table(&[
        &["Nhóm", "Chỉ tiêu"],
        &["{%tr for nhom in so_lieu %}", ""],
        &["{%tr for d in nhom.dong %}", ""],
        &["{{ nhom.nhom }}", "{{ d.ten }}: {{ d.luy_ke }} {{ d.don_vi }}"],
        &["{%tr endfor %}", ""],
        &["{%tr endfor %}", ""],
    ]);
    let content = composed(&Case::of_real_plan());
    let bytes = fill(&template(&body), &content).unwrap();
    let n_rows: usize =
        content.draft.figures.groups.iter().map(|group| group.rows.iter().filter(|row| row.is_printed()).count()).sum();
    assert!(n_rows > 20, "the plan has figures");
    assert_eq!(part(&bytes, "word/document.xml").matches("<w:tr>").count(), n_rows + 1);
    let only_a_loop = table(&[&["{%tr for l in tin_bai %}"], &["{{ l.ten }}"], &["{%tr endfor %}"]]);
    let bytes = fill(&template(&only_a_loop), &usual()).unwrap();
    assert!(!part(&bytes, "word/document.xml").contains("w:tbl"), "a table without a row is a damaged file to Word");
}

#[test]
fn headers_are_filled_and_every_other_part_stays_as_it_is() {
    let mut parts = parts(&p("{{ so }}"), &p("{{ co_quan }}"));
    parts.push(("word/theme/{{ so }}.xml".to_owned(), "<a>{{ so }} {% bad %}</a>".to_owned()));
    let bytes = fill(&zipped(&parts), &usual()).unwrap();
    assert!(part(&bytes, "word/header1.xml").contains("LIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG"));
    assert_eq!(part(&bytes, "word/theme/{{ so }}.xml"), "<a>{{ so }} {% bad %}</a>");
    assert_eq!(part_names(&bytes), parts.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>());
}

#[test]
fn what_stands_in_attributes_is_never_a_tag() {
    let body =
        "<w:p><w:r><w:drawing><wp:docPr xmlns:wp=\"x\" descr=\"{{ so }} {% endfor %} {#\"/></w:drawing></w:r></w:p>";
    let bytes = fill(&template(body), &usual()).unwrap();
    assert!(part(&bytes, "word/document.xml").contains("descr=\"{{ so }} {% endfor %} {#\""));
}

#[test]
fn values_that_look_like_tags_or_xml_are_only_text() {
    let mut content = usual();
    content.draft.place = "{{ so }} {% endfor %} <w:p> & \" ]]>".to_owned();
    content.unit_name = "a\u{1}b\u{202e}c\u{1f600} =cmd|' /C calc'!A0".to_owned();
    let bytes = fill(&of_lines(&["{{ dia_danh }}", "{{ ten_don_vi }}"]), &content).unwrap();
    let said = lines(&bytes);
    assert_eq!(said[0], "{{ so }} {% endfor %} <w:p> & \" ]]>");
    assert!(
        said[1].contains('\u{1f600}') && said[1].contains("=cmd|' /C calc'!A0") && !said[1].contains('\u{1}'),
        "{said:?}"
    );
}

#[test]
fn a_text_of_a_megabyte_is_filled() {
    let mut content = usual();
    content.draft.subject = "Đại hội công đoàn. ".repeat(50_000);
    let said = lines(&fill(&of_lines(&["{{ trich_yeu }}"]), &content).unwrap());
    assert_eq!(said[0].chars().count(), content.draft.subject.trim_end().chars().count());
}

/// Reports whose annexes are those that the program composes, which is what the template prints.
fn composed_ones() -> Vec<(&'static str, ReportContent)> {
    let usual = composed(&Case::of_real_plan());
    let mut several = usual.clone();
    several.draft.head.addressees = vec!["Ban Thường vụ;".to_owned(), "- Ban Tuyên giáo".to_owned()];
    let mut none = usual.clone();
    none.draft.head.addressees = Vec::new();
    none.draft.head.recipients = Vec::new();
    none.draft.head.signer.authority = String::new();
    none.draft.superior = String::new();
    let mut unnumbered = usual.clone();
    unnumbered.draft.head = without_number().draft.head;
    let sample = ReportContent { is_sample: true, ..usual.clone() };
    vec![("usual", usual), ("several", several), ("none", none), ("unnumbered", unnumbered), ("sample", sample)]
}

#[test]
fn the_sample_fills_to_the_text_of_our_own_form() {
    for (name, content) in composed_ones() {
        let template = sample(&content).unwrap();
        let check = sotg_core::export::template::check(&template);
        assert_eq!(check.findings, [], "{name}");
        let ours = lines(&docx::write(&official_report(&content)).unwrap());
        let mut theirs = lines(&fill(&template, &content).unwrap());
        if name == "none" {
            // The label stands there in the template; only the program leaves it out with its list.
            theirs.retain(|line| line != "Nơi nhận:");
        }
        assert_eq!(theirs, ours, "{name}");
        assert!(ours.len() > 60, "{name} has text and annexes");
    }
}

#[test]
fn the_sample_prints_the_mark_of_a_sample_book_in_its_header() {
    let content = ReportContent { is_sample: true, ..composed(&Case::of_real_plan()) };
    let headers = |bytes: &[u8]| {
        let names = part_names(bytes).into_iter().filter(|name| name.contains("header"));
        names.map(|name| part(bytes, &name).contains("SỔ MẪU")).collect::<Vec<_>>()
    };
    let template = sample(&content).unwrap();
    let marked = headers(&fill(&template, &content).unwrap());
    assert!(marked.len() > 1 && marked.iter().all(|is_marked| *is_marked), "{marked:?}");
    let real = ReportContent { is_sample: false, ..content };
    assert!(headers(&fill(&template, &real).unwrap()).iter().all(|is_marked| !is_marked));
}

#[test]
fn a_report_gives_every_field_of_the_table_and_no_other() {
    fn look(fields: &[Field], value: &serde_json::Value, path: &str) {
        let object = value.as_object().unwrap();
        let mut names: Vec<&str> = fields.iter().map(|field| field.name).collect();
        names.sort_unstable();
        let mut given: Vec<&str> = object.keys().map(String::as_str).collect();
        given.sort_unstable();
        assert_eq!(given, names, "{path}");
        for field in fields {
            let value = &object[field.name];
            let path = format!("{path}.{}", field.name);
            match field.shape {
                Shape::Text => assert!(value.is_string() || value.is_number(), "{path}"),
                Shape::Flag => assert!(value.is_boolean(), "{path}"),
                Shape::Texts => assert!(value.as_array().unwrap().iter().all(serde_json::Value::is_string), "{path}"),
                Shape::List(fields) => {
                    let list = value.as_array().unwrap();
                    assert!(!list.is_empty(), "the case has something for {path}");
                    list.iter().for_each(|item| look(fields, item, &path));
                }
                Shape::Record(_) => panic!("{path} is a line by itself"),
            }
        }
    }
    let mut content = composed(&Case::of_real_plan());
    content.activities[0].evidence = vec![link()];
    look(FIELDS, &context(&content), "");
}

fn link() -> sotg_core::model::Evidence {
    use sotg_core::model::{Evidence, EvidenceId, EvidenceKind};
    Evidence {
        id: EvidenceId(1),
        kind: EvidenceKind::Link,
        title: "Tin đại hội".to_owned(),
        url: "https://example.vn/tin".to_owned(),
        size: 0,
        sha256: String::new(),
        added_at: "2023-07-20T00:00:00Z".to_owned(),
        is_missing: false,
    }
}

#[test]
fn the_guide_names_every_field() {
    let guide = std::fs::read_to_string("../../../docs/huong-dan-su-dung.md").unwrap();
    fn missing(fields: &[Field], within: &str, guide: &str) -> Vec<String> {
        let mut lines = Vec::new();
        for field in fields {
            let line = format!("| `{within}{}` | {} |", field.name, field.about);
            if !guide.contains(&line) {
                lines.push(line);
            }
            if let Shape::List(fields) = field.shape {
                lines.extend(missing(fields, &format!("{within}{}: ", field.name), guide));
            }
        }
        lines
    }
    let missing = missing(FIELDS, "", &guide);
    assert!(missing.is_empty(), "the guide's table of fields lacks these lines:\n{}", missing.join("\n"));
}
