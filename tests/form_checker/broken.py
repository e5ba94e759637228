"""Documents broken on purpose: each a good one with one thing changed in its XML.

    python3 broken.py GOOD.docx FOLDER

Writes them into the folder and prints a JSON list: the file, the rule that must find it, and what else it breaks by nature.
The good document is a report with two annexes, numbered 05/BC-LĐLĐ on 4/8/2023.
"""

import copy
import json
import os
import sys
import zipfile

from lxml import etree

from word import W, q

BREAKS = []
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


def breaks(rule, *also):
    def keep(change):
        BREAKS.append((rule, also, change))
        return change

    return keep


class Good:
    """The parts of a document, to be changed."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.trees = {name: etree.fromstring(part) for name, part in self.parts.items() if name.endswith((".xml", ".rels"))}

    def write(self, path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in self.parts.items():
                package.writestr(name, etree.tostring(self.trees[name]) if name in self.trees else part)

    @property
    def body(self):
        return self.trees[DOCUMENT]

    def paragraph(self, start, at=0):
        """The first paragraph whose text begins so, or a later one."""
        return [one for one in self.body.iter(q("p")) if text(one).startswith(start)][at]

    def header_with_number(self):
        return next(tree for name, tree in self.trees.items() if name.startswith("word/header") and "PAGE" in text(tree, "instrText"))

    def section(self, index):
        return list(self.body.iter(q("sectPr")))[index]

    def rules(self):
        return [one for one in self.body.iter(q("p")) if one.find(f"{q('pPr')}/{q('pBdr')}") is not None]


def text(element, name="t"):
    return "".join(one.text or "" for one in element.iter(q(name)))


def set_text(paragraph, said):
    first, *rest = list(paragraph.iter(q("t")))
    first.text = said
    for one in rest:
        one.getparent().remove(one)


def set_run(paragraph, name, **attributes):
    """A property of every run of a paragraph, in the place that Word's schema gives it or not: readers do not mind."""
    for run in paragraph.iter(q("r")):
        properties = run.find(q("rPr"))
        if properties is None:
            properties = etree.Element(q("rPr"))
            run.insert(0, properties)
        for old in properties.findall(q(name)):
            properties.remove(old)
        etree.SubElement(properties, q(name), {q(key): str(value) for key, value in attributes.items()})


def set_paragraph(paragraph, name, **attributes):
    properties = paragraph.find(q("pPr"))
    if properties is None:
        properties = etree.Element(q("pPr"))
        paragraph.insert(0, properties)
    for old in properties.findall(q(name)):
        properties.remove(old)
    etree.SubElement(properties, q(name), {q(key): str(value) for key, value in attributes.items()})


def set_attribute(element, name, value):
    element.set(q(name), str(value))


def margin(side, millimetres):
    def change(good):
        for page in good.body.iter(q("pgMar")):
            set_attribute(page, side, round(millimetres * 1440 / 25.4))

    change.__name__ = f"a_{side}_margin_of_{millimetres}_mm"
    return change


for side, millimetres in (("top", 10), ("bottom", 35), ("left", 25), ("right", 25)):
    breaks(f"page.margin.{side}")(margin(side, millimetres))


@breaks("page.paper")
def letter_paper(good):
    size = good.section(0).find(q("pgSz"))
    set_attribute(size, "w", 12240)
    set_attribute(size, "h", 15840)


@breaks("page.upright", "rule.subject.length")
def report_across(good):
    size = good.section(0).find(q("pgSz"))
    set_attribute(size, "w", 16838)
    set_attribute(size, "h", 11906)


@breaks("letters.font")
def arial(good):
    fonts = next(good.trees[STYLES].iter(q("rFonts")))
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        set_attribute(fonts, name, "Arial")


@breaks("letters.font")
def one_word_in_another_font(good):
    set_run(good.paragraph("Thực hiện Kế hoạch"), "rFonts", ascii="Calibri", hAnsi="Calibri")


@breaks("letters.colour")
def a_red_heading(good):
    set_run(good.paragraph("III. "), "color", val="FF0000")


@breaks("letters.underlined")
def an_underlined_motto(good):
    set_run(good.paragraph("Độc lập"), "u", val="single")


@breaks("body.size")
def small_text(good):
    set_run(good.paragraph("Thực hiện Kế hoạch"), "sz", val=22)


@breaks("body.size", "heading.size", "heading_caps.size", "addressee.size", "type.size", "subject.size", "power.size",
        "signer.size", "place_date.size", "motto.size", "annex_word.size", "annex_title.size", "page.number.size",
        "rule.motto.length")
def small_text_by_its_style(good):
    for size in good.trees[STYLES].find(q("docDefaults")).iter(q("sz")):
        set_attribute(size, "val", 22)


@breaks("country.bold")
def a_thin_country(good):
    set_run(good.paragraph("CỘNG HÒA"), "b", val=0)


@breaks("country.text")
def another_country(good):
    set_text(good.paragraph("CỘNG HÒA"), "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")


@breaks("country.size", "country.one_line")
def a_large_country(good):
    set_run(good.paragraph("CỘNG HÒA"), "sz", val=36)


@breaks("country.right", "country.text", "country.bold", "motto.text", "motto.letters", "issuer.letters", "issuer.size",
        "superior.bold")
def a_head_the_wrong_way_round(good):
    row = next(good.body.iter(q("tr")))
    cells = row.findall(q("tc"))
    row.append(cells[0])


@breaks("motto.text")
def a_motto_with_long_dashes(good):
    set_text(good.paragraph("Độc lập"), "Độc lập – Tự do – Hạnh phúc")


@breaks("motto.align")
def a_motto_at_the_left(good):
    set_paragraph(good.paragraph("Độc lập"), "jc", val="left")


@breaks("superior.bold")
def a_bold_superior(good):
    set_run(good.paragraph("LIÊN ĐOÀN"), "b")


@breaks("issuer.bold")
def a_thin_issuer(good):
    set_run(good.paragraph("LIÊN ĐOÀN", at=1), "b", val=0)


@breaks("issuer.letters")
def an_issuer_in_small_letters(good):
    set_text(good.paragraph("LIÊN ĐOÀN", at=1), "Liên đoàn Lao động huyện")


for index, name in enumerate(("issuer", "motto", "subject")):

    def without_rule(good, index=index):
        rule = good.rules()[index]
        rule.find(q("pPr")).remove(rule.find(f"{q('pPr')}/{q('pBdr')}"))

    def long_rule(good, index=index):
        set_paragraph(good.rules()[index], "ind", left=0, right=0)

    def dotted_rule(good, index=index):
        set_attribute(good.rules()[index].find(f"{q('pPr')}/{q('pBdr')}/{q('bottom')}"), "val", "dotted")

    for change, word in ((without_rule, "without_a_rule"), (long_rule, "a_rule_too_long"), (dotted_rule, "a_dotted_rule")):
        change.__name__ = f"{word}_below_{name}"
    breaks(f"rule.{name}")(without_rule)
    breaks(f"rule.{name}.length")(long_rule)
    breaks(f"rule.{name}.solid")(dotted_rule)


@breaks("rule.motto.width")
def a_thick_rule(good):
    set_attribute(good.rules()[1].find(f"{q('pPr')}/{q('pBdr')}/{q('bottom')}"), "sz", 18)


@breaks("rule.drawn", "rule.subject")
def a_typed_rule(good):
    rule = good.rules()[2]
    rule.find(q("pPr")).remove(rule.find(f"{q('pPr')}/{q('pBdr')}"))
    run = etree.SubElement(rule, q("r"))
    etree.SubElement(run, q("t")).text = "________"


@breaks("number.spaces", "annex.note.same")
def a_number_with_blanks(good):
    set_text(good.paragraph("Số: "), "Số: 05 / BC - LĐLĐ")


@breaks("number.label")
def a_number_without_a_blank(good):
    set_text(good.paragraph("Số: "), "Số:05/BC-LĐLĐ")


@breaks("number.zero", "annex.note.same")
def a_number_without_its_zero(good):
    set_text(good.paragraph("Số: "), "Số: 5/BC-LĐLĐ")


@breaks("number.capitals", "annex.note.same")
def a_symbol_in_small_letters(good):
    set_text(good.paragraph("Số: "), "Số: 05/BC-lđlđ")


@breaks("number.type", "annex.note.same")
def the_symbol_of_a_plan(good):
    set_text(good.paragraph("Số: "), "Số: 05/KH-LĐLĐ")


@breaks("number.italic")
def an_italic_number(good):
    set_run(good.paragraph("Số: "), "i")


@breaks("date.zero", "annex.note.same")
def a_day_without_its_zero(good):
    set_text(good.paragraph("Tam Đường, "), "Tam Đường, ngày 5 tháng 1 năm 2023")


@breaks("date.zero", "annex.note.same")
def a_month_with_a_zero(good):
    set_text(good.paragraph("Tam Đường, "), "Tam Đường, ngày 04 tháng 08 năm 2023")


@breaks("date.form", "annex.note.same")
def a_day_in_figures(good):
    set_text(good.paragraph("Tam Đường, "), "Tam Đường, ngày 04/8/2023")


@breaks("place_date.italic")
def an_upright_day(good):
    set_run(good.paragraph("Tam Đường, "), "i", val=0)


@breaks("date.place")
def a_place_in_small_letters(good):
    set_text(good.paragraph("Tam Đường, "), "tam Đường, ngày 04 tháng 8 năm 2023")


@breaks("type.align")
def a_type_at_the_left(good):
    set_paragraph(good.paragraph("BÁO CÁO"), "jc", val="left")


@breaks("type.letters")
def a_type_in_small_letters(good):
    set_text(good.paragraph("BÁO CÁO"), "Báo cáo")


@breaks("subject.bold")
def a_thin_subject(good):
    set_run(good.paragraph("Kết quả tuyên truyền"), "b", val=0)


@breaks("subject.reference")
def a_subject_of_a_letter(good):
    first = next(good.paragraph("Kết quả tuyên truyền").iter(q("t")))
    first.text = "V/v " + first.text


@breaks("addressee.missing")
def no_addressee(good):
    paragraph = good.paragraph("Kính gửi")
    paragraph.getparent().remove(paragraph)


@breaks("body.align")
def text_at_the_left(good):
    set_paragraph(good.paragraph("Thực hiện Kế hoạch"), "jc", val="left")


@breaks("body.align")
def text_at_the_left_by_its_style(good):
    for align in good.trees[STYLES].iter(q("jc")):
        if align.get(q("val")) == "both":
            set_attribute(align, "val", "left")


@breaks("body.indent")
def a_wide_indent(good):
    set_paragraph(good.paragraph("Thực hiện Kế hoạch"), "ind", firstLine=1134)


@breaks("body.gap")
def no_gap(good):
    set_paragraph(good.paragraph("Thực hiện Kế hoạch"), "spacing", before=0, after=0, line=264, lineRule="auto")


@breaks("body.line")
def double_lines(good):
    set_paragraph(good.paragraph("Thực hiện Kế hoạch"), "spacing", before=0, after=120, line=480, lineRule="auto")


@breaks("body.upright")
def bold_text(good):
    set_run(good.paragraph("Thực hiện Kế hoạch"), "b")


@breaks("heading_caps.letters")
def a_heading_in_small_letters(good):
    set_text(good.paragraph("III. "), "III. Kết quả tuyên truyền")


@breaks("heading_caps.bold")
def a_thin_heading(good):
    set_run(good.paragraph("III. "), "b", val=0)


@breaks("heading.number")
def a_heading_numbered_in_another_way(good):
    set_text(good.paragraph("2. Hình thức"), "2/ Hình thức tuyên truyền")


@breaks("heading.order")
def a_heading_left_out(good):
    paragraph = good.paragraph("III. ")
    paragraph.getparent().remove(paragraph)


@breaks("end_mark")
def no_end_mark(good):
    last = next(one for one in good.body.iter(q("p")) if text(one).endswith("./."))
    set_text(last, text(last).removesuffix("./.") + ".")


@breaks("recipients.filed")
def nothing_filed(good):
    set_text(good.paragraph("- Lưu"), "- Văn phòng.")


@breaks("recipients.sign")
def recipients_without_a_stop(good):
    set_text(good.paragraph("- Lưu"), "- Lưu: VT, TgNc")


@breaks("recipients.size")
def large_recipients(good):
    set_run(good.paragraph("- Lưu"), "sz", val=28)


@breaks("recipients_label.italic")
def an_upright_label(good):
    set_run(good.paragraph("Nơi nhận"), "i", val=0)


@breaks("power.align")
def a_signature_at_the_left(good):
    set_paragraph(good.paragraph("PHÓ CHỦ TỊCH"), "jc", val="left")


@breaks("signature.power")
def a_power_as_the_party_writes_it(good):
    set_text(good.paragraph("TM. BAN"), "T/M BAN THƯỜNG VỤ")


@breaks("signature.acting")
def an_acting_line(good):
    title = good.paragraph("PHÓ CHỦ TỊCH")
    acting = copy.deepcopy(title)
    set_text(acting, "KT. CHỦ TỊCH")
    title.addprevious(acting)


@breaks("signer.bold")
def a_thin_name(good):
    set_run(good.paragraph("Nguyễn Thị Minh Hiền"), "b", val=0)


@breaks("page.number.top")
def numbers_at_the_foot(good):
    for section in good.body.iter(q("sectPr")):
        for reference in section.findall(q("headerReference")):
            if reference.get(q("type")) == "default":
                reference.tag = q("footerReference")


@breaks("page.number.first")
def a_number_on_page_one(good):
    section = good.section(0)
    section.remove(section.find(q("titlePg")))


@breaks("page.number.align")
def a_number_at_the_right(good):
    number = next(one for one in good.header_with_number().iter(q("p")) if "PAGE" in text(one, "instrText"))
    set_paragraph(number, "jc", val="right")


@breaks("page.number.upright")
def an_italic_page_number(good):
    number = next(one for one in good.header_with_number().iter(q("p")) if "PAGE" in text(one, "instrText"))
    set_run(number, "i")


@breaks("page.number.restart")
def an_annex_that_goes_on_counting(good):
    section = good.section(1)
    section.remove(section.find(q("pgNumType")))


@breaks("annex.note")
def an_annex_that_belongs_to_nothing(good):
    note = good.paragraph("(Kèm theo")
    note.getparent().remove(note)


@breaks("annex.note.same")
def an_annex_of_another_report(good):
    note = good.paragraph("(Kèm theo")
    set_text(note, "(Kèm theo Báo cáo số 06/BC-LĐLĐ ngày 04 tháng 8 năm 2023 của Liên đoàn Lao động huyện Tam Đường)")
    for line_break in list(note.iter(q("br"))):
        line_break.getparent().remove(line_break)


@breaks("annex.word")
def an_annex_without_its_word(good):
    set_text(good.paragraph("Phụ lục I"), "Bảng I")


@breaks("annex.number")
def an_annex_in_arabic_numbers(good):
    set_text(good.paragraph("Phụ lục I"), "Phụ lục 1")


@breaks("annex_title.letters")
def an_annex_title_in_small_letters(good):
    set_text(good.paragraph("DANH MỤC"), "Danh mục việc đã làm")


@breaks("table.size")
def small_letters_in_a_table(good):
    set_run(good.paragraph("Chỉ tiêu số 1 "), "sz", val=18)


@breaks("head.lines")
def a_head_with_lines(good):
    properties = next(good.body.iter(q("tblPr")))
    borders = etree.SubElement(properties, q("tblBorders"))
    etree.SubElement(borders, q("top"), {q("val"): "single", q("sz"): "4"})


def main(good, folder):
    written = []
    for number, (rule, also, change) in enumerate(BREAKS, 1):
        broken = Good(good)
        change(broken)
        path = os.path.join(folder, f"{number:02}-{change.__name__}.docx")
        broken.write(path)
        written.append({"file": path, "rule": rule, "also": list(also)})
    json.dump(written, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(*sys.argv[1:3])
