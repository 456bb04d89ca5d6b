"""Makes vispera-display.woff2, the one static display cut (weight 800, width 68 %).

    npm pack @fontsource-variable/noto-sans@5.3.0 && tar xzf fontsource-variable-noto-sans-5.3.0.tgz
    python3 make-display-cut.py package/files vispera-display.woff2

Needs fonttools and brotli. Latin, Latin Extended and Vietnamese come as three variable files;
each is pinned to the cut, then they are joined, so that no word ever mixes widths.
"""

import sys
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

WEIGHT, WIDTH = 800, 68
# Basic Latin to Latin Extended-B, spacing and combining marks, Latin Extended Additional,
# punctuation, superscripts, currency, letterlike, minus and a few arrows where the source has them.
KEEP = [(0x20, 0x24F), (0x2B0, 0x36F), (0x1E00, 0x1EFF), (0x2000, 0x20CF), (0x2100, 0x214F), (0x2212, 0x2215)]


def pin(source: Path, work: Path) -> Path:
    font = instancer.instantiateVariableFont(TTFont(source), {"wght": WEIGHT, "wdth": WIDTH})
    # STAT still describes the axes; the merger cannot join it and a static font needs none.
    for table in ("STAT", "HVAR", "MVAR", "avar"):
        if table in font:
            del font[table]
    font.flavor = None
    out = work / (source.stem + ".ttf")
    font.save(out)
    return out


def name(font: TTFont) -> None:
    labels = {1: "Vispera Display", 2: "Regular", 4: "Vispera Display", 6: "VisperaDisplay"}
    for record in list(font["name"].names):
        if record.nameID in (16, 17, 21, 22, 25) or record.nameID > 255:
            font["name"].removeNames(nameID=record.nameID)
    for identifier, label in labels.items():
        font["name"].setName(label, identifier, 3, 1, 0x409)
    font["OS/2"].usWeightClass = WEIGHT


def main(folder: Path, out: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        cuts = [pin(folder / f"noto-sans-{part}-wdth-normal.woff2", work) for part in ("latin", "latin-ext", "vietnamese")]
        font = Merger().merge([str(cut) for cut in cuts])
    keep = [code for first, last in KEEP for code in range(first, last + 1)]
    options = subset.Options(flavor="woff2", layout_features=["*"], hinting=False, notdef_outline=True)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=keep)
    chosen.subset(font)
    name(font)
    subset.save_font(font, str(out), options)
    print(f"{out}: {len(font.getBestCmap())} characters, {out.stat().st_size} bytes")


main(Path(sys.argv[1]), Path(sys.argv[2]))
