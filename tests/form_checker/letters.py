"""How long a text is: in Liberation Serif, whose letters are exactly as wide as those of Times New Roman."""

import glob
import struct
from functools import lru_cache

FACES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
POINT = 25.4 / 72


@lru_cache(maxsize=None)
def face(bold, italic):
    """Advance of each letter in parts of the size of the letters."""
    found = sorted(glob.glob(f"/usr/share/fonts/truetype/liberation*/LiberationSerif-{FACES[bold, italic]}.ttf"))
    if not found:
        raise SystemExit("Liberation Serif is not installed: apt-get install fonts-liberation")
    with open(found[0], "rb") as file:
        font = file.read()
    tables = {}
    for at in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, at)
        tables[tag] = offset
    (units,) = struct.unpack_from(">H", font, tables[b"head"] + 18)
    (n_widths,) = struct.unpack_from(">H", font, tables[b"hhea"] + 34)
    widths = [struct.unpack_from(">H", font, tables[b"hmtx"] + 4 * glyph)[0] / units for glyph in range(n_widths)]
    return {letter: widths[min(glyph, n_widths - 1)] for letter, glyph in letters(font, tables[b"cmap"]).items()}


def letters(font, cmap):
    """Number of the glyph of each letter: the table of format 4, which every such font has."""
    n_tables = struct.unpack_from(">H", font, cmap + 2)[0]
    starts = [cmap + struct.unpack_from(">I", font, cmap + 8 + 8 * index)[0] for index in range(n_tables)]
    start = next(at for at in starts if struct.unpack_from(">H", font, at)[0] == 4)
    n = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends = struct.unpack_from(f">{n}H", font, start + 14)
    begins = struct.unpack_from(f">{n}H", font, start + 16 + 2 * n)
    deltas = struct.unpack_from(f">{n}h", font, start + 16 + 4 * n)
    ranges_at = start + 16 + 6 * n
    ranges = struct.unpack_from(f">{n}H", font, ranges_at)
    glyphs = {}
    for index in range(n):
        for letter in range(begins[index], ends[index] + 1):
            glyph = letter
            if ranges[index]:
                at = ranges_at + 2 * index + ranges[index] + 2 * (letter - begins[index])
                glyph = struct.unpack_from(">H", font, at)[0] if at + 2 <= len(font) else 0
                if glyph == 0:
                    continue
            glyphs[letter] = (glyph + deltas[index]) & 0xFFFF
    return glyphs


def width(text, size, bold=False, italic=False):
    """Millimetres of a text on one line."""
    advances = face(bold, italic)
    return sum(advances.get(ord(letter), advances[ord("n")]) for letter in text) * size * POINT
