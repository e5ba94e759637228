"""From "Kính gửi" to the signature."""

import re

import table
from rules_common import hold, is_typed_rule, within
from word import Table

ROMAN = re.compile(r"^([IVXLC]+)\.\s")


def findings_of(findings, blocks, three_lines=False, needs_addressee=True):
    foot = next((index for index in reversed(range(len(blocks))) if isinstance(blocks[index], Table)), None)
    if foot is None or len(blocks[foot].rows[0]) != 2:
        findings.add("foot.table", "foot", "no foot in two columns", "recipients left, signature right")
        return
    spoken = [one for one in blocks[:foot] if not isinstance(one, Table) and one.text.strip() and not is_typed_rule(one)]
    text = addressees(findings, spoken, needs_addressee)
    body(findings, text)
    end_mark(findings, text)
    left, right = blocks[foot].rows[0]
    findings.require(not blocks[foot].has_borders, "foot.lines", "foot", "a table with lines", "no lines")
    recipients(findings, [one for one in left.paragraphs if one.text.strip()])
    signature(findings, [one for one in right.paragraphs if one.text.strip()], three_lines)


def addressees(findings, spoken, is_needed):
    """Gives the paragraphs below the addressees."""
    if not spoken or not spoken[0].text.strip().startswith("Kính gửi"):
        findings.require(not is_needed, "addressee.missing", "Kính gửi", "nothing", "Kính gửi: …")
        return spoken
    label = spoken[0].text.strip()
    findings.require(label.startswith("Kính gửi:"), "addressee.colon", "Kính gửi", label[:20], "Kính gửi:")
    several = label == "Kính gửi:"
    n = 1
    while several and n < len(spoken) and spoken[n].text.strip().startswith("- "):
        n += 1
    hold(findings, "addressee", spoken[:n])
    if several:
        listed(findings, "addressee", spoken[1:n])
    return spoken[n:]


def listed(findings, name, items):
    for index, item in enumerate(items):
        text, is_last = item.text.strip(), index == len(items) - 1
        findings.require(text.startswith("- "), f"{name}.dash", text[:40], text[:3], "- …")
        sign = "." if is_last else ";"
        findings.require(text.endswith(sign) and not text.endswith(".."), f"{name}.sign", text[:40], text[-2:], sign)


def body(findings, paragraphs):
    roman = 0
    for paragraph in paragraphs:
        text, place = paragraph.text.strip(), paragraph.text.strip()[:60]
        is_caps = ROMAN.match(text)
        is_heading = is_caps or paragraph.outline is not None
        if is_caps:
            roman += 1
            found = is_caps.group(1)
            findings.require(found == to_roman(roman), "heading.order", place, found, to_roman(roman))
            hold(findings, "heading_caps", [paragraph])
        elif is_heading:
            hold(findings, "heading", [paragraph])
            # A heading inside of a text may have no number; one that has, has it so.
            is_right = not text[:1].isdigit() or re.match(r"^\d+(\.\d+)*\.\s", text)
            findings.require(is_right, "heading.number", place, text[:10], "1. or 1.1.")
        else:
            hold(findings, "body", [paragraph])
            emphasis = [all(run.letters.bold for run in paragraph.spoken), all(run.letters.italic for run in paragraph.spoken)]
            findings.require(not any(emphasis), "body.upright", place, "bold or italic", "upright")
        set_as_text(findings, paragraph, place)


def set_as_text(findings, paragraph, place):
    findings.require(paragraph.align == "both", "body.align", place, paragraph.align, "both")
    first = paragraph.left + paragraph.first_line
    is_indented = any(abs(first - one) <= table.LENGTH_TOLERANCE for one in table.INDENTS)
    findings.require(is_indented, "body.indent", place, f"{first:.1f} mm", table.INDENTS)
    gap = max(paragraph.before, paragraph.after)
    findings.require(gap >= table.PARAGRAPH_GAP, "body.gap", place, f"{gap} pt", f">= {table.PARAGRAPH_GAP} pt")
    findings.require(within(paragraph.line, table.LINE_SPACING), "body.line", place, paragraph.line, table.LINE_SPACING)


def end_mark(findings, paragraphs):
    marked = [one.text.strip() for one in paragraphs if one.text.strip().endswith(table.END_MARK)]
    last = paragraphs[-1].text.strip() if paragraphs else ""
    findings.require(last.endswith(table.END_MARK), "end_mark", "text", last[-20:], table.END_MARK)
    findings.require(len(marked) <= 1, "end_mark.once", "text", len(marked), 1)


def recipients(findings, paragraphs):
    if not findings.require(bool(paragraphs), "recipients.missing", "foot", "nothing", "Nơi nhận:"):
        return
    label, items = paragraphs[0], paragraphs[1:]
    findings.require(label.text.strip() == "Nơi nhận:", "recipients.label", "foot", label.text, "Nơi nhận:")
    hold(findings, "recipients_label", [label], align="left")
    hold(findings, "recipients", items, align="left")
    listed(findings, "recipients", items)
    last = items[-1].text.strip() if items else ""
    findings.require(last.startswith("- Lưu:"), "recipients.filed", "foot", last[:30], "- Lưu: VT, …")


def signature(findings, paragraphs, three_lines):
    if not findings.require(len(paragraphs) >= 2, "signature.missing", "foot", len(paragraphs), "title and name"):
        return
    powers, name = paragraphs[:-1], paragraphs[-1]
    hold(findings, "power", powers, align="center")
    hold(findings, "signer", [name], align="center")
    starts = [line.strip().split(" ")[0] for one in powers for line in one.lines if "." in line.split(" ")[0] or "/" in line.split(" ")[0]]
    for start in starts:
        findings.require(start in table.POWERS, "signature.power", "foot", start, table.POWERS)
    is_both = "TM." in starts and "KT." in starts
    findings.require(three_lines or not is_both, "signature.acting", "foot", starts, "no KT. beside TM.")


def to_roman(number):
    signs = [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    text = ""
    for amount, sign in signs:
        while number >= amount:
            text, number = text + sign, number - amount
    return text
