"""What every rule uses: findings, and an element held against its line of the table."""

import re

import table

# What is left free to fill in by hand: blanks that do not break, dots, a line.
FREE = "\u00a0 …._"
BLANK = f"[{FREE}]+"


# A finding is read by a person; a text of a whole page is not.
LONGEST = 120


class Findings(list):
    """Findings in the order in which they were met."""

    def add(self, rule, place, found, expected):
        said = [str(part)[:LONGEST] for part in (place, found, expected)]
        self.append({"rule": rule, "place": said[0], "found": said[1], "expected": said[2]})

    def require(self, is_right, rule, place, found, expected):
        if not is_right:
            self.add(rule, place, found, expected)
        return is_right


def within(number, limits, tolerance=0.0):
    return limits[0] - tolerance <= number <= limits[1] + tolerance


def is_typed_rule(paragraph):
    """A line made of signs instead of drawn."""
    typed = paragraph.text.strip()
    return len(typed) >= 3 and not typed.strip("_-–—─ ")


def letters_are(kind, text):
    """Letters of a text: all capitals, or not all of them."""
    spoken = [letter for letter in text if letter.isalpha()]
    if kind == "any" or not spoken:
        return True
    if kind == "caps":
        return text.upper() == text
    return len(spoken) < 3 or text.upper() != text


def hold(findings, name, paragraphs, align=None):
    """Letters, size, weight and slant of an element, and where its lines stand."""
    kind, size, bold, italic = table.ELEMENTS[name]
    for paragraph in paragraphs:
        place = paragraph.text.strip()[:60]
        sizes = {run.letters.size for run in paragraph.spoken}
        findings.require(all(within(one, size) for one in sizes), f"{name}.size", place, sorted(sizes), size)
        for wanted, part in ((bold, "bold"), (italic, "italic")):
            if wanted is not None:
                is_right = all(getattr(run.letters, part) == wanted for run in paragraph.spoken)
                findings.require(is_right, f"{name}.{part}", place, not wanted, wanted)
        shown = "".join(run.text.upper() if run.letters.caps else run.text for run in paragraph.spoken)
        findings.require(letters_are(kind, shown), f"{name}.letters", place, shown[:60], kind)
        if align is not None:
            findings.require(paragraph.align == align, f"{name}.align", place, paragraph.align, align)


def centred_between(paragraph, tolerance=1.0):
    """True for a paragraph whose middle is the middle of its column."""
    return abs(paragraph.left - paragraph.right) <= tolerance


def number_findings(findings, place, number, symbol, symbol_type="BC"):
    """"05/BC-LĐLĐ": the zero rule, no blanks, capitals, the type."""
    bare = number.strip(FREE)
    if bare:
        figures = re.match(r"\d*", bare).group()
        is_padded = len(figures) >= 2 and (len(figures) == 2 or not figures.startswith("0"))
        findings.require(bool(figures) and len(bare) - len(figures) <= 1, "number.form", place, bare, "a number")
        findings.require(not figures or is_padded, "number.zero", place, bare, "05, 12, 383")
    blank = re.search(r"\s", symbol) or (bare and number != bare)
    findings.require(not blank, "number.spaces", place, f"{number}/{symbol}", "no blanks")
    groups = re.sub(r"\s", "", symbol).split("-")
    is_type = symbol_type is None or groups[0].upper() == symbol_type.upper()
    findings.require(is_type, "number.type", place, symbol, symbol_type)
    rest = groups[1:] if groups[0] in table.TYPES else groups
    findings.require(all(one == one.upper() for one in rest), "number.capitals", place, symbol, symbol.upper())


def date_findings(findings, place, text):
    """"ngày 05 tháng 01 năm 2023"; what is to be filled in by hand is left out."""
    date = re.search(rf"ngày(?: (\d+) |{BLANK})tháng(?: (\d+) |{BLANK})năm(?: \d{{4}}|{BLANK})", text)
    if not findings.require(date is not None, "date.form", place, text, "ngày … tháng … năm …"):
        return
    day, month = date.groups()
    if day:
        findings.require(len(day) == 2, "date.zero", place, f"ngày {day}", f"ngày {int(day):02}")
    if month:
        right = f"{int(month):02}" if int(month) <= 2 else str(int(month))
        findings.require(month == right, "date.zero", place, f"tháng {month}", f"tháng {right}")
