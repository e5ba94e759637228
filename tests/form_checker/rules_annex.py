"""Annexes: the word with its number, the title, "(Kèm theo …)", and the letters of tables."""

import re

import table
from rules_common import date_findings, hold, number_findings, within
from rules_text import to_roman
from word import Table


def findings_of(findings, sections, reference):
    for number, section in enumerate(sections, 1):
        annex(findings, section, number if len(sections) > 1 else None, reference)


def annex(findings, section, number, reference):
    spoken = [one for one in section.blocks if not isinstance(one, Table) and one.text.strip()]
    expected = "Phụ lục" if number is None else f"Phụ lục {to_roman(number)}"
    word = spoken[0].text.strip() if spoken else ""
    if not findings.require(word.lower().startswith("phụ lục"), "annex.word", expected, word[:40], expected):
        return
    findings.require(word == expected, "annex.number", expected, word[:40], expected)
    hold(findings, "annex_word", spoken[:1], align="center")
    note = next((one for one in spoken[1:4] if one.text.strip().startswith("(Kèm theo")), None)
    titles = spoken[1 : spoken.index(note)] if note is not None else spoken[1:2]
    findings.require(bool(titles), "annex.title", expected, "nothing", "a title")
    hold(findings, "annex_title", titles, align="center")
    if findings.require(note is not None, "annex.note", expected, "nothing", "(Kèm theo …)"):
        hold(findings, "annex_note", [note], align="center")
        note_text(findings, expected, note.text.replace("\n", " "), reference)
    for block in section.blocks:
        if isinstance(block, Table):
            cells(findings, expected, block)


def note_text(findings, place, text, reference):
    parts = re.search(r"số\s([^/]*)/(\S+(?: - \S+)*)\s(ngày.*?)\scủa\s(.+)\)$", text)
    if not findings.require(parts is not None, "annex.note.form", place, text[:80], "(Kèm theo … số … ngày … của …)"):
        return
    number_findings(findings, place, parts[1], parts[2], symbol_type=None)
    date_findings(findings, place, parts[3])
    if reference is not None:
        said = (f"{parts[1]}/{parts[2]}".strip(), parts[3].strip())
        findings.require(said == reference, "annex.note.same", place, said, reference)


def cells(findings, place, grid):
    for row in grid.rows:
        for cell in row:
            for paragraph in cell.paragraphs:
                sizes = {run.letters.size for run in paragraph.spoken}
                is_right = all(within(one, table.TABLE_SIZE) for one in sizes)
                findings.require(is_right, "table.size", f"{place}: {paragraph.text[:30]}", sorted(sizes), table.TABLE_SIZE)
