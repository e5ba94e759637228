//! One table for all rules: a good report with one thing changed breaks exactly one of them.

use super::form_findings;
use crate::model::{
    Annex, FigureTable, FormRule, ReportContent, ReportDraft, ReportForm, ReportHead, ReportRow, ReportSection,
    ReportState, RichText, SignatureForm, Signer,
};

const OPENING: &str = "Thực hiện Kế hoạch số 383/KH-LĐLĐ ngày 25/10/2022 của Liên đoàn Lao động tỉnh Lai Châu về tuyên truyền \
                       đại hội công đoàn các cấp, đơn vị báo cáo kết quả như sau:";

fn section(code: &str, number: &str, level: u8, text: &str) -> ReportSection {
    ReportSection {
        code: code.to_owned(),
        number: number.to_owned(),
        title: "Kết quả".to_owned(),
        level,
        has_text: true,
        composed: RichText::from_plain(text),
        kept: None,
        sources: Vec::new(),
        changes: Vec::new(),
    }
}

fn good() -> ReportContent {
    let lines = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<String>>();
    let form = crate::form::built_in().unwrap().remove(0);
    let row = ReportRow {
        phase: "dot1".to_owned(),
        phase_name: "Đợt 1".to_owned(),
        phase_title: String::new(),
        state: ReportState::Draft,
        due_on: None,
        is_proposed: false,
        days_left: None,
        days_late: None,
        number: String::new(),
        dated_on: None,
        sent_on: None,
        n_done: 0,
        n_applicable: 0,
        n_kept_sections: 0,
    };
    let signer = Signer {
        id: None,
        authority: "TM. BAN THƯỜNG VỤ".to_owned(),
        title: "PHÓ CHỦ TỊCH".to_owned(),
        name: "Nguyễn Thị Mẫu".to_owned(),
        is_default: true,
    };
    let head = ReportHead {
        number: "5".to_owned(),
        dated_on: None,
        addressees: lines(&["Ban Thường vụ LĐLĐ tỉnh"]),
        recipients: lines(&["Như trên", "Lưu: VT, TgNc"]),
        signer,
    };
    let draft = ReportDraft {
        row,
        head,
        superior: "LIÊN ĐOÀN LAO ĐỘNG TỈNH LAI CHÂU".to_owned(),
        issuer: "LIÊN ĐOÀN LAO ĐỘNG HUYỆN TAM ĐƯỜNG".to_owned(),
        symbol: "BC-LĐLĐ".to_owned(),
        place: "Tam Đường".to_owned(),
        subject: "Kết quả tuyên truyền đại hội công đoàn các cấp (Đợt 1)".to_owned(),
        opening: section("opening", "", 1, OPENING),
        sections: vec![
            section("I", "I", 1, "Ngày 05 tháng 3 năm 2023 theo Kế hoạch số 383/KH-LĐLĐ."),
            section("I.1", "1", 2, "Chào mừng ngày Quốc khánh 2-9, điểm a khoản 2 Điều 5."),
            section("I.1.1", "1.1", 3, "Ngày 21 tháng 02 năm 2023."),
            section("II", "II", 1, "Không có./."),
        ],
        form: ReportForm { code: form.code.clone(), name: form.name.clone(), is_chosen: false },
        figures: FigureTable { phase: "dot1".to_owned(), groups: Vec::new(), n_reported: 0, n_indicators: 0 },
        annexes: Vec::new(),
        file_name: String::new(),
    };
    let annex = Annex {
        title: "Biểu số liệu".to_owned(),
        columns: Vec::new(),
        rows: Vec::new(),
        is_landscape: false,
        notes: Vec::new(),
    };
    ReportContent {
        draft,
        unit_name: String::new(),
        is_sample: false,
        form,
        annexes: vec![annex],
        charts: Vec::new(),
        chart_annex: Vec::new(),
        fingerprint: None,
        photos: Vec::new(),
        activities: Vec::new(),
    }
}

/// One change of a good report, and what it breaks: rule, what is found, what is expected.
type Case = (fn(&mut ReportContent), FormRule, &'static str, &'static str);

fn say(content: &mut ReportContent, text: &str) {
    content.draft.sections[0].composed = RichText::from_plain(text);
}

const HEAD: [Case; 17] = [
    (|c| c.draft.superior = " ".to_owned(), FormRule::SuperiorMissing, "", ""),
    (|c| c.draft.head.number = "5/BC-LĐLĐ".to_owned(), FormRule::NumberZero, "5", "05"),
    (|c| c.draft.head.number = "005".to_owned(), FormRule::NumberZero, "005", "05"),
    (|c| c.draft.head.number = "012".to_owned(), FormRule::NumberZero, "012", "12"),
    (|c| c.draft.head.number = "năm".to_owned(), FormRule::NumberForm, "năm", ""),
    (|c| c.draft.head.number = "05 / BC - LĐLĐ".to_owned(), FormRule::SymbolSpaces, "05 / BC - LĐLĐ", "05/BC-LĐLĐ"),
    (|c| c.draft.symbol = "BC-Lđlđ".to_owned(), FormRule::SymbolCapitals, "BC-Lđlđ", "BC-LĐLĐ"),
    (|c| c.draft.symbol = "bc-LĐLĐ".to_owned(), FormRule::SymbolCapitals, "bc-LĐLĐ", "BC-LĐLĐ"),
    (|c| c.draft.symbol = "KH-LĐLĐ".to_owned(), FormRule::SymbolType, "KH-LĐLĐ", "BC-LĐLĐ"),
    (|c| c.draft.place = "tam Đường".to_owned(), FormRule::PlaceCapital, "tam Đường", "Tam Đường"),
    (
        |c| c.draft.subject = "V/v tuyên truyền".to_owned(),
        FormRule::SubjectReference,
        "V/v tuyên truyền",
        "tuyên truyền",
    ),
    (|c| c.draft.subject = "Kết quả.".to_owned(), FormRule::SubjectStop, "Kết quả.", "Kết quả"),
    (|c| c.draft.head.addressees.clear(), FormRule::AddresseeMissing, "", ""),
    (|c| drop(c.draft.head.recipients.remove(0)), FormRule::AsAboveMissing, "Lưu: VT, TgNc", "Như trên"),
    (|c| drop(c.draft.head.recipients.pop()), FormRule::FiledMissing, "Như trên", "Lưu: VT"),
    (|c| c.draft.head.recipients[1] = "Lưu VT".to_owned(), FormRule::FiledMissing, "Lưu VT", "Lưu: VT"),
    (|c| c.draft.head.recipients.push("Tỉnh ủy".to_owned()), FormRule::FiledNotLast, "Lưu: VT, TgNc", ""),
];

const SIGNATURE: [Case; 7] = [
    (
        |c| c.draft.head.signer.authority = "T/M BAN THƯỜNG VỤ".to_owned(),
        FormRule::AuthorityForm,
        "T/M BAN THƯỜNG VỤ",
        "TM. BAN THƯỜNG VỤ",
    ),
    (
        |c| c.draft.head.signer.authority = "TM.BAN THƯỜNG VỤ".to_owned(),
        FormRule::AuthorityForm,
        "TM.BAN THƯỜNG VỤ",
        "TM. BAN THƯỜNG VỤ",
    ),
    (
        |c| c.draft.head.signer.title = "Phó Chủ tịch".to_owned(),
        FormRule::AuthorityForm,
        "Phó Chủ tịch",
        "PHÓ CHỦ TỊCH",
    ),
    (
        |c| c.draft.head.signer.title = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH".to_owned(),
        FormRule::ActingLine,
        "TM. BAN THƯỜNG VỤ / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
        "TM. BAN THƯỜNG VỤ / PHÓ CHỦ TỊCH",
    ),
    (
        |c| c.draft.head.signer.name = "ThS. Nguyễn Văn Mẫu".to_owned(),
        FormRule::SignerHonours,
        "ThS. Nguyễn Văn Mẫu",
        "Nguyễn Văn Mẫu",
    ),
    (|c| c.draft.head.signer.name = "Tiến sĩ Lê Mẫu".to_owned(), FormRule::SignerHonours, "Tiến sĩ Lê Mẫu", "Lê Mẫu"),
    (|c| c.annexes[0].title.clear(), FormRule::AnnexTitle, "", ""),
];

const TEXT: [Case; 13] = [
    (|c| say(c, "Ngày 5 tháng 01 năm 2023."), FormRule::DateZero, "ngày 5 tháng 01", "ngày 05 tháng 01"),
    (|c| say(c, "Từ ngày 05 tháng 1."), FormRule::DateZero, "ngày 05 tháng 1", "ngày 05 tháng 01"),
    (|c| say(c, "(ngày 25 tháng 03)"), FormRule::DateZero, "ngày 25 tháng 03", "ngày 25 tháng 3"),
    (|c| say(c, "Theo Kế hoạch số 383 / KH - LĐLĐ đã nêu."), FormRule::SymbolSpaces, "383 / KH - LĐLĐ", "383/KH-LĐLĐ"),
    (|c| say(c, "Đã làm xong./."), FormRule::EndMark, "Đã làm xong./.", "Đã làm xong."),
    (|c| c.draft.sections[3].number = "III".to_owned(), FormRule::HeadingNumber, "III", "II"),
    (|c| c.draft.sections[2].number = "1.2".to_owned(), FormRule::HeadingNumber, "1.2", "1.1"),
    (|c| say(c, "Theo điều 5 của Điều lệ."), FormRule::ClauseLetters, "điều 5", "Điều 5"),
    (|c| say(c, "Theo Khoản 2 Điều 5."), FormRule::ClauseLetters, "Khoản 2", "khoản 2"),
    (|c| say(c, "Theo Điểm a khoản 2."), FormRule::ClauseLetters, "Điểm a", "điểm a"),
    (|c| say(c, "Dịp quốc khánh 2-9."), FormRule::HolidayLetters, "quốc khánh", "Quốc khánh"),
    (
        |c| say(c, "Theo Hướng dẫn số 64/HD-TLĐ, đơn vị đã làm."),
        FormRule::CitationIncomplete,
        "số 64/HD-TLĐ",
        "ngày …, của …, về …",
    ),
    (
        |c| say(c, "Theo văn bản số 72/HD-LĐLĐ ngày 01/3/2023 của LĐLĐ tỉnh về đại hội."),
        FormRule::CitationIncomplete,
        "số 72/HD-LĐLĐ",
        "tên loại",
    ),
];

#[test]
fn a_good_report_has_no_finding() {
    assert_eq!(form_findings(&good()), []);
}

#[test]
fn one_thing_changed_breaks_one_rule_and_is_found_with_what_it_should_be() {
    let mut met: Vec<FormRule> = Vec::new();
    for (change, rule, found, expected) in HEAD.iter().chain(&SIGNATURE).chain(&TEXT) {
        let mut content = good();
        change(&mut content);
        let findings = form_findings(&content);
        let said: Vec<_> = findings.iter().map(|one| (one.rule, one.found.as_str(), one.expected.as_str())).collect();
        assert_eq!(said, [(*rule, *found, *expected)]);
        met.push(*rule);
    }
    for rule in FormRule::ALL {
        assert!(met.contains(&rule), "{rule:?} is broken by no case");
    }
}

#[test]
fn what_the_form_allows_is_no_finding() {
    let allowed: [fn(&mut ReportContent); 10] = [
        // The exporter sets the acting line by itself.
        |c| c.form.signature = SignatureForm::ThreeLines,
        |c| c.draft.head.number.clear(),
        |c| c.draft.head.number = "07/BC-CĐN".to_owned(),
        |c| c.draft.head.number = "05a".to_owned(),
        |c| c.draft.head.signer.authority.clear(),
        |c| c.draft.head.signer.name = "Cao Thị Mẫu".to_owned(),
        |c| c.draft.head.recipients[0] = "- Như kính gửi;".to_owned(),
        |c| say(c, "Kế hoạch số 12/KH-LĐLĐ ngày 01/3/2023 của LĐLĐ huyện về đại hội - Một việc lớn."),
        |c| say(c, "Khoản 2 Điều 5 nêu rõ. CHÀO MỪNG QUỐC KHÁNH."),
        |c| {
            c.form.signature = SignatureForm::ThreeLines;
            c.draft.head.signer.title = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH".to_owned();
        },
    ];
    for (index, change) in allowed.iter().enumerate() {
        let mut content = good();
        change(&mut content);
        assert_eq!(form_findings(&content), [], "case {index}");
    }
}
