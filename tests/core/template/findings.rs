//! What a look at a template finds, and where.

use sotg_core::export::template::check;
use sotg_core::model::{TemplateFault, TemplateFinding, TemplatePart};

use crate::made::{of_lines, p, parts, table, template, zipped};

/// What a report must have, so that a case shows its own fault only.
const NEEDED: &str = "{{ so_ky_hieu }} {{ ngay }} {{ nguoi_ky }} {{ muc|length }}";

fn faults(bytes: &[u8]) -> Vec<TemplateFault> {
    check(bytes).findings.iter().map(|finding| finding.fault).collect()
}

fn only(lines: &[&str]) -> TemplateFinding {
    let mut all = vec![NEEDED];
    all.extend(lines);
    let findings = check(&of_lines(&all)).findings;
    assert_eq!(findings.len(), 1, "{lines:?}: {findings:#?}");
    findings[0].clone()
}

#[test]
fn an_unknown_field_is_named_with_its_place_and_with_the_one_that_is_meant() {
    for (text, found, hint) in [
        ("Số: {{ so_ky_hieuu }}/BC", "so_ky_hieuu", "so_ky_hieu"),
        ("{{ xyz }}", "xyz", ""),
        ("{{ ngày }}", "ngày", "ngay"),
        ("{{ so.ten }}", "so.ten", ""),
        ("{% if noi_nhn %}a{% endif %}", "noi_nhn", "noi_nhan"),
        ("{% for m in muc %}{{ m.tenn }}{% endfor %}", "m.tenn", "ten"),
        ("{{ m.ten }}", "m.ten", ""),
    ] {
        let finding = only(&["một", text]);
        assert_eq!(finding.fault, TemplateFault::UnknownField, "{text}");
        assert_eq!((finding.found.as_str(), finding.hint.as_str()), (found, hint), "{text}");
        let place = finding.place.unwrap();
        assert_eq!((place.part, place.paragraph), (TemplatePart::Body, 3), "{text}");
        assert!(place.text.contains(found.split('.').next().unwrap()), "{text}: {}", place.text);
    }
}

#[test]
fn each_fault_has_its_name() {
    use TemplateFault as Fault;
    let cases: &[(&[&str], Fault)] = &[
        (&["{{ so"], Fault::OpenTag),
        (&["so }}"], Fault::OpenTag),
        (&["{{ }}"], Fault::BadTag),
        (&["{{ so so }}"], Fault::BadTag),
        (&["{{ \"a\" * 99999999999 }}"], Fault::BadTag),
        (&["{{ range(3) }}"], Fault::BadTag),
        (&["{{ so.__class__() }}"], Fault::UnknownField),
        (&["{% if %}a"], Fault::BadTag),
        (&["{% for a b %}"], Fault::BadTag),
        (&["{% set a = 1 %}"], Fault::UnknownCommand),
        (&["{% include \"/etc/passwd\" %}"], Fault::UnknownCommand),
        (&["{% macro a() %}"], Fault::UnknownCommand),
        (&["{%tc for a in muc %}"], Fault::UnknownCommand),
        (&["{{ so|pprint }}"], Fault::UnknownFilter),
        (&["{{ muc }}"], Fault::NotAText),
        (&["{{ kinh_gui }}"], Fault::NotAText),
        (&["{%p for a in so %}", "{%p endfor %}"], Fault::NotAList),
        (&["{%p for a in muc %}", "b"], Fault::NeverClosed),
        (&["{%p if so %}", "b"], Fault::NeverClosed),
        (&["{%p endfor %}"], Fault::NeverOpened),
        (&["{%p else %}"], Fault::NeverOpened),
        (&["{% for m in muc %}{{ m.ten }}", "{% endfor %}"], Fault::Split),
        (&["{%p for m in muc %}", "{{ m.ten }}{% endfor %}"], Fault::Split),
        (&["{%tr for m in muc %}{%tr endfor %}"], Fault::NotInRow),
        (&["{%p if so %} chữ này mất", "{%p endif %}"], Fault::LostText),
        (&["{%p if so %} {{ ngay }}", "{%p endif %}"], Fault::LostText),
    ];
    for (lines, fault) in cases {
        let mut all = vec![NEEDED];
        all.extend(*lines);
        let found = faults(&of_lines(&all));
        assert!(found.contains(fault), "{lines:?} is {fault:?}, found {found:?}");
        let is_warning = check(&of_lines(&all)).is_usable();
        assert_eq!(is_warning, fault.is_warning(), "{lines:?}");
    }
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_the_document() {
    let body = [p("{{ mot }}"), table(&[&["{{ hai }}", "{{ so"]]), p("{%p endif %}"), p(NEEDED)].concat();
    let bytes = zipped(&parts(&body, &p("{{ bon }}")));
    let check = check(&bytes);
    let places: Vec<_> = check
        .findings
        .iter()
        .map(|finding| {
            let place = finding.place.as_ref().unwrap();
            (finding.fault, place.part, place.paragraph)
        })
        .collect();
    use TemplateFault::{NeverOpened, OpenTag, UnknownField};
    use TemplatePart::{Body, Header};
    let expected = [
        (UnknownField, Body, 1),
        (UnknownField, Body, 2),
        (OpenTag, Body, 3),
        (NeverOpened, Body, 4),
        (UnknownField, Header, 1),
    ];
    assert_eq!(places, expected, "{:#?}", check.findings);
}

#[test]
fn a_loop_of_rows_must_begin_and_end_in_one_table() {
    let first = table(&[&["{%tr for m in muc %}"], &["{{ m.ten }}"]]);
    let second = table(&[&["{%tr endfor %}"]]);
    assert!(faults(&template(&format!("{}{first}{second}", p(NEEDED)))).contains(&TemplateFault::Split));
    let whole = table(&[&["{%tr for m in muc %}"], &["{{ m.ten }}"], &["{%tr endfor %}"]]);
    assert_eq!(faults(&template(&format!("{}{whole}", p(NEEDED)))), []);
}

#[test]
fn what_a_report_must_have_is_missed_but_not_refused() {
    let found = check(&of_lines(&["Kính gửi {{ co_quan }}"]));
    use TemplateFault::{NoDay, NoNumber, NoSections, NoSigner};
    let faults: Vec<_> = found.findings.iter().map(|finding| finding.fault).collect();
    assert_eq!(faults, [NoNumber, NoDay, NoSigner, NoSections]);
    assert!(found.is_usable());
    assert_eq!(found.fields, ["co_quan"]);
}

#[test]
fn a_file_that_is_no_template_says_why() {
    let good = parts(&p(NEEDED), "<w:p/>");
    let with = |name: &str, content: &str| {
        let mut parts = good.clone();
        parts.retain(|(known, _)| known != name);
        parts.push((name.to_owned(), content.to_owned()));
        zipped(&parts)
    };
    let types = |from: &str, to: &str| with("[Content_Types].xml", &good[0].1.replace(from, to));
    let deep = format!("<w:a>{}{}</w:a>", "<w:b>".repeat(300), "</w:b>".repeat(300));
    use TemplateFault as Fault;
    let cases: Vec<(&str, Vec<u8>, Fault)> = vec![
        ("no zip", b"xin ch\xc3\xa0o".to_vec(), Fault::NotWord),
        ("empty", Vec::new(), Fault::NotWord),
        ("old word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more".to_vec(), Fault::OldWord),
        ("another zip", zipped(&[("a.txt".to_owned(), "a".to_owned())]), Fault::NotWord),
        ("excel", types("wordprocessingml.document.main", "spreadsheetml.sheet.main"), Fault::NotWord),
        ("dotx", types("document.main+xml", "template.main+xml"), Fault::DotFile),
        ("docm", types("document.main+xml", "document.macroEnabled.main+xml"), Fault::Macros),
        ("vba", with("word/vbaProject.bin", "x"), Fault::Macros),
        ("doctype", with("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), Fault::Unsafe),
        ("deep", with("word/document.xml", &deep), Fault::Unsafe),
        ("broken", with("word/header1.xml", "<w:hdr><w:p></w:hdr>"), Fault::Broken),
        ("outside", with("../../outside.txt", "x"), Fault::Unsafe),
        ("absolute", with("/etc/passwd", "x"), Fault::Unsafe),
        ("windows", with("..\\outside.txt", "x"), Fault::Unsafe),
        ("bomb", with("word/bomb.xml", &"a".repeat(8 << 20)), Fault::TooLarge),
        ("large part", with("word/document.xml", &"a".repeat(33 << 20)), Fault::TooLarge),
        (
            "many parts",
            zipped(&(0..2_001).map(|n| (format!("{n}.xml"), String::new())).collect::<Vec<_>>()),
            Fault::TooLarge,
        ),
    ];
    for (name, bytes, fault) in cases {
        let check = check(&bytes);
        assert!(!check.is_usable(), "{name}");
        assert_eq!(check.findings[0].fault, fault, "{name}: {:?}", check.findings);
    }
}

#[test]
fn a_mark_at_the_beginning_of_a_part_does_no_harm() {
    let mut parts = parts(&p(NEEDED), "<w:p/>");
    for (_, content) in &mut parts {
        content.insert(0, '\u{feff}');
    }
    assert_eq!(faults(&zipped(&parts)), []);
}
