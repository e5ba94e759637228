#!/bin/sh
# Makes the four files of Inter beside this script, from the fonts of npm's inter-ui: one weight each, with the letters of
# Vietnamese and of English together. Fonts that are cut by alphabet (as fontsource's) have "Tổ chức" in five pieces, and a
# font of variable weight is drawn slower: see docs/benchmarks.md. Needs python3, npm and the network; run it by hand.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv tools
tools/bin/pip install --quiet fonttools==4.68.0 brotli==1.2.1
npm pack --silent inter-ui@4.1.1 >/dev/null
tar xzf inter-ui-4.1.1.tgz
letters="U+0000-00FF,U+0102-0103,U+0110-0111,U+0128-0129,U+0131,U+0152-0153,U+0168-0169,U+01A0-01A1,U+01AF-01B0"
letters="$letters,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0300-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+2000-206F"
letters="$letters,U+20AB,U+20AC,U+2122,U+2190-2193,U+2212,U+2215,U+2713,U+FEFF,U+FFFD"
for weight in 400 500 600 700; do
  # The size that text on a screen has; 14 is what Inter gives without being asked.
  tools/bin/fonttools varLib.instancer --quiet package/variable/InterVariable.woff2 opsz=14 "wght=$weight" -o "$weight.ttf"
  tools/bin/pyftsubset "$weight.ttf" --unicodes="$letters" --layout-features=calt,ccmp,locl,kern,mark,mkmk,pnum,tnum \
    --flavor=woff2 --output-file="$here/$weight.woff2"
done
cp package/LICENSE.txt "$here/LICENSE.txt"
tools/bin/python - "$here" <<'CHECK'
import sys
from fontTools.ttLib import TTFont
marks = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
import unicodedata
vowels = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
wanted = {unicodedata.normalize("NFC", vowel + mark) for vowel in vowels for mark in marks} | set("đĐ₫…–—“”‘’•·→✓×")
for weight in (400, 500, 600, 700):
    there = TTFont(f"{sys.argv[1]}/{weight}.woff2").getBestCmap()
    missing = [letter for letter in wanted if ord(letter) not in there]
    print(weight, "has all letters" if not missing else f"lacks {''.join(sorted(missing))}")
CHECK
