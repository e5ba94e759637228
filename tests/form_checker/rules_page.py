"""Paper, margins, fonts, numbers of pages: every section."""

import table
from rules_common import centred_between, is_typed_rule, within
from word import Table, is_on, millimetres, q, value


def findings_of(findings, sections):
    for number, section in enumerate(sections, 1):
        place = f"section {number}"
        paper(findings, place, section.properties.find(q("pgSz")), is_first=number == 1)
        margins(findings, place, section.properties.find(q("pgMar")))
        page_number(findings, place, section, is_first=number == 1)
        for paragraph in every_paragraph(section):
            fonts(findings, paragraph)


def every_paragraph(section):
    for block in section.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from cell.paragraphs
        else:
            yield block
    yield from section.header
    yield from section.first_header or []
    yield from section.footer


def paper(findings, place, size, is_first):
    found = (millimetres(value(size, "w")), millimetres(value(size, "h")))
    is_a4 = all(abs(a - b) <= table.LENGTH_TOLERANCE for a, b in zip(sorted(found), table.PAPER))
    findings.require(is_a4, "page.paper", place, [round(one) for one in found], table.PAPER)
    if is_first and is_a4:
        findings.require(found[0] < found[1], "page.upright", place, [round(one) for one in found], table.PAPER)


def margins(findings, place, found):
    for side, limits in table.MARGINS.items():
        length = millimetres(value(found, side))
        is_right = within(length, limits, table.LENGTH_TOLERANCE)
        findings.require(is_right, f"page.margin.{side}", place, f"{length:.1f} mm", f"{limits[0]}-{limits[1]} mm")


def page_number(findings, place, section, is_first):
    def has(paragraphs):
        return [one for one in paragraphs if any(run.is_page_number for run in one.runs)]

    findings.require(not has(section.footer), "page.number.top", place, "at the foot", "in the top margin")
    numbers = has(section.header)
    if not findings.require(bool(numbers) or bool(has(section.footer)), "page.number", place, "none", "in the top margin"):
        return
    for paragraph in numbers:
        middle = paragraph.align == "center" and centred_between(paragraph)
        findings.require(middle, "page.number.align", place, paragraph.align, "center")
        size = [run.letters.size for run in paragraph.runs if run.is_page_number]
        limits = table.ELEMENTS["page_number"][1]
        findings.require(all(within(one, limits) for one in size), "page.number.size", place, size, limits)
        upright = all(not run.letters.italic and not run.letters.bold for run in paragraph.runs if run.is_page_number)
        findings.require(upright, "page.number.upright", place, "bold or italic", "upright")
    if is_first:
        hides = section.first_header is not None and not has(section.first_header)
        findings.require(hides, "page.number.first", place, "on page 1", "not on page 1")
    start = section.properties.find(q("pgNumType"))
    is_one = (value(start, "start") if start is not None else None) == "1" or (is_first and start is None)
    findings.require(is_one, "page.number.restart", place, "goes on", "counts from 1")


def fonts(findings, paragraph):
    for run in paragraph.spoken:
        place = run.text.strip()[:60]
        findings.require(run.letters.font == table.FONT, "letters.font", place, run.letters.font, table.FONT)
        is_black = run.letters.colour in table.COLOURS
        findings.require(is_black, "letters.colour", place, run.letters.colour, "black")
        # The address of a link is underlined as everywhere; a line of the form is never made so.
        is_right = run.is_link or not run.letters.underlined
        findings.require(is_right, "letters.underlined", place, "underlined", "no underline")
    typed = paragraph.text.strip()[:60]
    findings.require(not is_typed_rule(paragraph), "rule.drawn", typed, "typed", "a drawn line")
