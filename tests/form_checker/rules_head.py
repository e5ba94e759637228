"""The head of page 1: who issues at the left, the country at the right, number and day, type and subject."""

import re

import table
from letters import width
from rules_common import centred_between, date_findings, hold, number_findings, within
from word import Table


def findings_of(findings, blocks, symbol_type="BC"):
    """Gives the blocks below the head, and the words of number and day that annexes repeat."""
    head = next((index for index, block in enumerate(blocks) if isinstance(block, Table)), None)
    if head is None or len(blocks[head].rows) < 2 or any(len(row) != 2 for row in blocks[head].rows):
        findings.add("head.table", "head", "no head in two columns", "two columns without lines")
        return blocks, None
    grid = blocks[head]
    above = [block for block in blocks[:head] if block.text.strip()]
    findings.require(not above, "head.order", "head", [one.text for one in above], "nothing above the head")
    findings.require(not grid.has_borders, "head.lines", "head", "a table with lines", "no lines")
    left, right = grid.rows[0]
    country(findings, left, right)
    issuer(findings, left)
    reference = number_and_day(findings, grid.rows[1], symbol_type)
    if symbol_type is None:
        letter_subject(findings, grid.rows[2:])
    return type_and_subject(findings, blocks[head + 1 :], symbol_type), reference


def country(findings, left, right):
    spoken = [one for one in right.paragraphs if one.text.strip()]
    elsewhere = [one for one in left.paragraphs if "CỘNG H" in one.text.upper()]
    findings.require(not elsewhere, "country.right", "head", "at the left", "at the right")
    if not findings.require(len(spoken) == 2, "country.lines", "head", len(spoken), "Quốc hiệu and Tiêu ngữ"):
        return
    findings.require(spoken[0].text.strip() == table.COUNTRY, "country.text", "head", spoken[0].text, table.COUNTRY)
    findings.require(spoken[1].text.strip() == table.MOTTO, "motto.text", "head", spoken[1].text, table.MOTTO)
    for name, paragraph in zip(("country", "motto"), spoken):
        hold(findings, name, [paragraph], align="center")
        length = longest(paragraph)
        findings.require(length <= right.width, f"{name}.one_line", "head", f"{length:.0f} mm", f"{right.width:.0f} mm")
        single = paragraph.line == 1 and paragraph.before == 0 and paragraph.after == 0
        findings.require(single, f"{name}.spacing", "head", (paragraph.line, paragraph.before, paragraph.after), "single")
    rule(findings, "motto", [spoken[1]], right.paragraphs, right.width)


def issuer(findings, left):
    """The last bold paragraph is the body that issues; what stands above it is the body above."""
    spoken = [one for one in left.paragraphs if one.text.strip()]
    if not findings.require(bool(spoken), "issuer.missing", "head", "nothing", "who issues"):
        return
    hold(findings, "superior", spoken[:-1], align="center")
    hold(findings, "issuer", spoken[-1:], align="center")
    rule(findings, "issuer", spoken[-1:], left.paragraphs, left.width)


def number_and_day(findings, row, symbol_type):
    number, day = (next((one for one in cell.paragraphs if one.text.strip()), None) for cell in row)
    if number is None or day is None:
        findings.add("head.number_row", "head", "not in one row", "number at the left, day at the right")
        return None
    hold(findings, "number", [number], align="center")
    hold(findings, "place_date", [day], align="center")
    parts = re.fullmatch(r"Số: ?([^/]*)/(.+)", number.text.strip())
    if findings.require(parts is not None and number.text.startswith("Số: "), "number.label", "head", number.text, "Số: …/…"):
        number_findings(findings, "head", parts[1], parts[2], symbol_type)
    elif parts is not None:
        number_findings(findings, "head", parts[1], parts[2], symbol_type)
    place, comma, date = day.text.rpartition(", ngày")
    findings.require(bool(comma), "date.comma", "head", day.text, "Place, ngày …")
    findings.require(not place[:1].islower(), "date.place", "head", place[:60], "a capital")
    date_findings(findings, "head", "ngày" + date if comma else day.text)
    return number.text.strip().removeprefix("Số:").strip(), ("ngày" + date).strip()


def letter_subject(findings, rows):
    """What an official letter is about stands below its number, 6 points away."""
    spoken = [one for row in rows[:1] for one in row[0].paragraphs if one.text.strip()]
    if not findings.require(bool(spoken), "letter_subject.missing", "head", "nothing", "V/v …"):
        return
    findings.require(spoken[0].text.startswith("V/v "), "letter_subject.label", "head", spoken[0].text[:20], "V/v …")
    findings.require(spoken[0].before == 6, "letter_subject.gap", "head", spoken[0].before, "6 pt")
    hold(findings, "letter_subject", spoken, align="center")


def type_and_subject(findings, blocks, symbol_type):
    if symbol_type is None:
        return blocks
    spoken = [one for one in blocks if not isinstance(one, Table) and one.text.strip()]
    if not findings.require(len(spoken) >= 2, "type.missing", "head", "nothing", "BÁO CÁO and its subject"):
        return blocks
    kind, subject = spoken[:2]
    is_kind = kind.text.strip().upper() == "BÁO CÁO"
    if not findings.require(is_kind, "type.missing", "head", kind.text[:60], "BÁO CÁO"):
        return blocks
    hold(findings, "type", [kind], align="center")
    hold(findings, "subject", [subject], align="center")
    begins = subject.text.strip().lower()
    findings.require(not begins.startswith("v/v"), "subject.reference", "head", subject.text[:30], "no V/v")
    findings.require(not begins.endswith("."), "subject.stop", "head", subject.text[-30:], "no full stop")
    after = blocks[blocks.index(subject) + 1 :]
    rule(findings, "subject", [subject], after[:1], text_width=None)
    return after


def longest(paragraph):
    """Length of the longest line in millimetres, each run in its own letters."""
    lengths, length = [], 0.0
    for run in paragraph.runs:
        for index, piece in enumerate(run.text.split("\n")):
            if index > 0:
                lengths.append(length)
                length = 0.0
            length += width(piece, run.letters.size, run.letters.bold, run.letters.italic)
    return max(lengths + [length])


def rule(findings, name, above, paragraphs, text_width):
    """The line drawn below an element: there, solid, thin, in the middle, as long as the form wants."""
    drawn = [one for one in paragraphs if getattr(one, "is_rule", False)]
    if not findings.require(len(drawn) == 1, f"rule.{name}", "head", f"{len(drawn)} lines", "one line below"):
        return
    line = drawn[0]
    findings.require(line.border["val"] == "single", f"rule.{name}.solid", "head", line.border["val"], "single")
    thickness = int(line.border["sz"] or 0) / 8
    findings.require(within(thickness, table.RULE_WIDTH), f"rule.{name}.width", "head", thickness, table.RULE_WIDTH)
    findings.require(centred_between(line), f"rule.{name}.middle", "head", (line.left, line.right), "in the middle")
    column = text_width if text_width is not None else findings.text_width
    length, text = column - line.left - line.right, min(max(map(longest, above)), column)
    least, most = (part * text for part in table.RULE_LENGTH[name])
    slack = table.RULE_TOLERANCE[name] * text
    is_right = within(length, (least, most), slack)
    findings.require(is_right, f"rule.{name}.length", "head", f"{length:.0f} mm", f"{least:.0f}-{most:.0f} mm")
