"""Reads Word documents and holds them against the official form: DOMAIN.md, A.2.

    python3 check.py [--three-lines] [--letter] FILE.docx …

Prints one JSON object: for each file the list of what is not as the form wants it, each with rule, place, found, expected.
It was written apart from the program that writes the documents, and shares nothing with it.
"""

import json
import sys

import rules_annex
import rules_head
import rules_page
import rules_text
from rules_common import Findings
from word import Package, millimetres, q, value


def check(path, three_lines=False, is_letter=False):
    findings = Findings()
    sections = Package(path).sections()
    rules_page.findings_of(findings, sections)
    first = sections[0]
    size, margin = (first.properties.find(q(name)) for name in ("pgSz", "pgMar"))
    sides = sum(millimetres(value(margin, side)) for side in ("left", "right"))
    findings.text_width = millimetres(value(size, "w")) - sides
    blocks, reference = rules_head.findings_of(findings, first.blocks, None if is_letter else "BC")
    rules_text.findings_of(findings, blocks, three_lines)
    rules_annex.findings_of(findings, sections[1:], reference)
    return findings


def main(arguments):
    options = {one for one in arguments if one.startswith("--")}
    files = [one for one in arguments if one not in options]
    answer = {file: check(file, "--three-lines" in options, "--letter" in options) for file in files}
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(sys.argv[1:])
