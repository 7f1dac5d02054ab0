"""The editor of the forms made ready for every site: asks nobody else, speaks Vietnamese (`make admin`)."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from importlib import import_module, util
from pathlib import Path
from typing import Any

from measured import ROOT

from generator.compressed import compress
from generator.resources import ADMIN

OWN = ROOT / "bench" / "admin"
PACKAGES = OWN / "node_modules"
CMS = PACKAGES / "@sveltia" / "cms"
ICONS = PACKAGES / "@fontsource-variable" / "material-symbols-outlined"
ICON_FILE = ICONS / "files" / "material-symbols-outlined-latin-wght-normal.woff2"
FONT = re.compile(r"url\(https://cdn\.jsdelivr\.net/fontsource/fonts/([a-z0-9-]+)[^)]*\)")
FONTS = {
    "material-symbols-outlined": "url(symbols.woff2)",
    "noto-mono": 'local("Noto Sans Mono")',
    "source-sans-3": 'local("Noto Sans")',
}
WORDS = (
    ("bài viết", "mục"),
    ("Bài viết", "Mục"),
    ("kho mã nguồn", "kho dữ liệu"),
    ("Kho mã nguồn", "Kho dữ liệu"),
)
"""The package speaks of a blog and of code; a commune keeps records."""
LIGATURE = re.compile(r"[\"'`>]([a-z][a-z0-9_]{1,40})[\"'`<]")


def main() -> int:
    fresh = ADMIN.with_name(f"{ADMIN.name}.dang-dung")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    script = _script((CMS / "dist" / "sveltia-cms.js").read_text("utf-8"))
    (fresh / "sveltia-cms.js").write_text(script, "utf-8")
    (fresh / "vi.json").write_text(json.dumps(_strings(), ensure_ascii=False), "utf-8")
    (fresh / "symbols.woff2").write_bytes(_icons(script))
    _licences(fresh / "giay-phep.txt")
    compress(fresh)
    shutil.rmtree(ADMIN, ignore_errors=True)
    fresh.rename(ADMIN)
    for path in sorted(ADMIN.iterdir()):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
    return 0


def _script(text: str) -> str:
    """With fonts from here, and without the address of its source map."""
    found = FONT.findall(text)
    if sorted(found) != sorted(FONTS):
        sys.exit(f"bench/admin.py: fonts expected {sorted(FONTS)}, found {sorted(found)}")
    text = FONT.sub(lambda match: FONTS[match[1]], text)
    return re.sub(r"\n//# sourceMappingURL=\S+\s*$", "\n", text)


def _strings() -> dict[str, Any]:
    """Every string of the interface in Vietnamese, as the CMS keeps them in the browser."""
    locales = CMS / "locales"
    english = dict(_flat(json.loads((locales / "en-US.json").read_text("utf-8"))))
    theirs = dict(_flat(json.loads((locales / "vi.json").read_text("utf-8"))))
    ours = json.loads((OWN / "vi.json").read_text("utf-8"))
    lacking = sorted(set(english) - set(theirs) - set(ours))
    unknown = sorted(set(ours) - (set(english) - set(theirs)))
    if lacking or unknown:
        sys.exit(f"bench/admin/vi.json: lacking {lacking}, not needed {unknown}")
    version = json.loads((CMS / "package.json").read_text("utf-8"))["version"]
    tree: dict[str, Any] = {"_locale": "vi", "_version": version}
    for key, text in {**theirs, **ours}.items():
        *above, last = key.split(".")
        inside = tree
        for part in above:
            inside = inside.setdefault(part, {})
        inside[last] = _in_our_words(text)
    return tree


def _in_our_words(text: str) -> str:
    for theirs, ours in WORDS:
        text = text.replace(theirs, ours)
    return text


def _flat(tree: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield before + key, value


def _icons(script: str) -> bytes:
    """The icons that the script names, 37 KB; all of them, 757 KB, where fontTools is not installed."""
    if util.find_spec("fontTools") is None:
        return ICON_FILE.read_bytes()
    subset = import_module("fontTools.subset")
    options = subset.Options(flavor="woff2", layout_closure=False, layout_features=["liga", "rlig"])
    font = subset.load_font(str(ICON_FILE), options)
    letters = {ord(letter) for letter in "abcdefghijklmnopqrstuvwxyz0123456789_"}
    wanted = set(LIGATURE.findall(script))
    subsetter = subset.Subsetter(options)
    subsetter.populate(
        unicodes=letters, glyphs=[glyph for word, glyph in _ligatures(font) if word in wanted]
    )
    subsetter.subset(font)
    out = ADMIN.with_name(f"{ADMIN.name}.dang-dung") / "symbols.woff2"
    subset.save_font(font, str(out), options)
    return out.read_bytes()


def _ligatures(font: Any) -> Iterator[tuple[str, str]]:
    """(name, glyph) of each icon that letters written in a row stand for."""
    names = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for first, ligatures in getattr(table, "ligatures", {}).items():
                for ligature in ligatures:
                    parts = [names.get(glyph, "") for glyph in (first, *ligature.Component)]
                    yield "".join(parts), ligature.LigGlyph


def _licences(path: Path) -> None:
    texts = [
        (folder / name).read_text("utf-8") for folder, name in ((CMS, "LICENSE.txt"), (ICONS, "LICENSE"))
    ]
    path.write_text("\n\n".join(texts), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
