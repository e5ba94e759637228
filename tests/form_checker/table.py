"""The official form as data: DOMAIN.md, A.2 (NĐ 30/2020, Phụ lục I, Part I), typed from there and from nowhere else.

Sizes are points, (least, most); lengths are millimetres. Nothing here comes from the program that writes the documents.
"""

FONT = "Times New Roman"
COLOURS = {"000000", "auto", None}

PAPER = (210, 297)
MARGINS = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
# A twentieth of a point is 0,018 mm; Word rounds to those.
LENGTH_TOLERANCE = 0.3

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

# Element: letters ("caps", "lower" or "any"), size, bold, italic.
ELEMENTS = {
    "country": ("caps", (12, 13), True, False),
    "motto": ("lower", (13, 14), True, False),
    "superior": ("caps", (12, 13), False, False),
    "issuer": ("caps", (12, 13), True, False),
    "number": ("any", (13, 13), False, False),
    "letter_subject": ("lower", (12, 13), False, False),
    "place_date": ("lower", (13, 14), False, True),
    "type": ("caps", (13, 14), True, False),
    "subject": ("lower", (13, 14), True, False),
    "addressee": ("lower", (13, 14), False, False),
    "body": ("any", (13, 14), None, None),
    "heading_caps": ("caps", (13, 14), True, False),
    "heading": ("lower", (13, 14), True, False),
    "power": ("caps", (13, 14), True, False),
    "signer": ("lower", (13, 14), True, False),
    "recipients_label": ("lower", (12, 12), True, True),
    "recipients": ("lower", (11, 11), False, False),
    "annex_word": ("lower", (14, 14), True, False),
    "annex_title": ("caps", (13, 14), True, False),
    "annex_note": ("lower", (13, 14), False, True),
    "page_number": ("any", (13, 14), False, False),
}

# A.4: table text of practitioners.
TABLE_SIZE = (11, 12)

# First line of a paragraph, in millimetres: 1 cm or 1,27 cm.
INDENTS = (10.0, 12.7)
PARAGRAPH_GAP = 6
LINE_SPACING = (1.0, 1.5)

# Rules (drawn lines) below an element, as a part of its text's length.
RULE_LENGTH = {"motto": (1.0, 1.0), "issuer": (1 / 3, 1 / 2), "subject": (1 / 3, 1 / 2)}
# The rule of the motto is as long as its text, give or take what two measures of the same letters differ by.
RULE_TOLERANCE = {"motto": 0.05, "issuer": 0.02, "subject": 0.02}
# Points: "about 0,5-0,75 pt" (A.4).
RULE_WIDTH = (0.5, 0.75)

# Phụ lục III; those of a report's own symbol, and which of them have small letters.
TYPES = (
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB".split()
)
POWERS = ("TM.", "Q.", "KT.", "TL.", "TUQ.")
END_MARK = "./."
