"""Makes texts of the manuals that Debian ships, for fitting and counting; in Korean whole pages only.

    python tools/manuals.py FOLDER OUT

FOLDER holds the unpacked packages (`apt-get download NAME && dpkg-deb -x FILE FOLDER/NAME`):
libreoffice-help-{en-us,id,ja,zh-cn,ko}, debian-handbook, installation-guide-amd64, gnome-user-docs, anarchism,
debian-reference-{en,ja}, developers-reference-ja, aptitude-doc-ja, maint-guide-ja; for whole pages also
python3.11-doc, git-doc, gimp-help-{ja,zh-cn}, maint-guide-zh-tw, and `readmes-LANG` with whatever plain files there
are (READMEs, manual pages, licences, changelogs). OUT gets `LANG.jsonl`, records of `id`, `text`, to inject into, and
`LANG-pages.jsonl`, records of `id`, `title`, `text`: whole pages with their lists, tables and code, honest as they are.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tools import given
from wonmun.errors import WonmunError
from wonmun.page.parse import parse_page
from wonmun.phrases.article import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator

_HANDBOOK = "debian-handbook/usr/share/doc/debian-handbook/html/{}"
_OFFICE = "libreoffice-help-{}/usr/share/libreoffice/help"
_INSTALL = "installation-guide-amd64/usr/share/doc/installation-guide-amd64/{}"
_GNOME = "gnome-user-docs/usr/share/help/{}"
_OTHERS = ("vi-VN", "es-ES", "de-DE", "ru-RU", "fa-IR", "fr-FR", "tr-TR", "el-GR", "ar-MA", "pt-BR", "pl-PL")
SOURCES = {
    "en": [
        _HANDBOOK.format("en-US"), _OFFICE.format("en-us"), _INSTALL.format("en"), "anarchism", "debian-reference-en",
    ],
    "id": [_HANDBOOK.format("id-ID"), _OFFICE.format("id"), _INSTALL.format("id"), _GNOME.format("id")],
    "ja": [
        _HANDBOOK.format("ja-JP"), _OFFICE.format("ja"), _INSTALL.format("ja"), _GNOME.format("ja"),
        "developers-reference-ja", "aptitude-doc-ja", "debian-reference-ja", "maint-guide-ja",
    ],
    "zh": [_HANDBOOK.format("zh-CN"), _OFFICE.format("zh-cn"), _GNOME.format("zh_CN")],
    "any": [_HANDBOOK.format(c) for c in _OTHERS],
}  # fmt: skip
"""Folders for each language; `any`: the other languages, one of many kinds of script."""
PAGES = {
    "en": [
        _HANDBOOK.format("en-US"), _OFFICE.format("en-us"), _INSTALL.format("en"), "anarchism", "debian-reference-en",
        "python3.11-doc", "git-doc",
    ],
    "id": [_HANDBOOK.format("id-ID"), _OFFICE.format("id"), _INSTALL.format("id"), _GNOME.format("id")],
    "ja": [
        _HANDBOOK.format("ja-JP"), _OFFICE.format("ja"), _INSTALL.format("ja"), _GNOME.format("ja"),
        "debian-reference-ja", "aptitude-doc-ja", "gimp-help-ja",
    ],
    "zh": [
        _HANDBOOK.format("zh-CN"), _OFFICE.format("zh-cn"), _GNOME.format("zh_CN"), "gimp-help-zh-cn",
        "maint-guide-zh-tw",
    ],
    "any": [_HANDBOOK.format(c) for c in _OTHERS],
    "ko": [_OFFICE.format("ko")],
}  # fmt: skip
"""Folders of whole pages; `readmes-LANG` comes besides."""
EACH, PIECES = 60, 3
"""Whole pages of one folder, and of them pieces of one page (what is searched at a time), at most."""
KOREAN = 180
"""Of the only folder in Korean; those that follow are left to measure on."""
SHORTEST = 250
"""Characters of a whole page."""
LEAST = {"ja": 25, "zh": 25}
"""Characters of a paragraph that counts; elsewhere 60."""
SIZES = {"ja": (400, 1200, 3000), "zh": (400, 1200, 3000)}
"""Characters of a text: least, where one is full, most; elsewhere 900, 2,500, 6,000."""
MOST = 600
"""Pages of the office's help: more of them are alike."""
_KANA = re.compile("[ぁ-んァ-ン]")
_OWN = {
    "id": re.compile(
        r"\b(?:yang|dan|di|untuk|dengan|dari|ini|anda|pada|atau|tidak|ke|akan|dapat|dalam)\b", re.IGNORECASE
    ),
    "en": re.compile(r"\b(?:the|of|to|a|is|and|in|you|that|be)\b", re.IGNORECASE),
}


def _in_language(paragraph: str, code: str) -> bool:
    """Manuals hold untranslated paragraphs."""
    if code == "ja":
        return len(_KANA.findall(paragraph)) >= 0.2 * len(paragraph)
    own = _OWN.get(code)
    return own is None or len(own.findall(paragraph)) >= 0.08 * len(paragraph.split())


def paragraphs(root: Path, code: str) -> Iterator[list[str]]:
    """The paragraphs of each page below a folder, in an order that the pages' names give."""
    files = _files(root, (".html", ".page"))
    for number, file in enumerate(files):
        if "libreoffice" in str(root) and number >= MOST:
            return
        try:
            page = parse_page(file.read_bytes())
        except WonmunError:
            continue
        found = [" ".join(page.slice(s).split()) for s in page.of("text")]
        yield [p for p in found if len(p) >= LEAST.get(code, 60) and _in_language(p, code)]


def texts(folder: Path, code: str) -> Iterator[str]:
    """Texts of several paragraphs, none of which comes twice."""
    least, full, most = SIZES.get(code, (900, 2500, 6000))
    seen: set[str] = set()
    for source in SOURCES[code]:
        held: list[str] = []
        for page in paragraphs(folder / source, code):
            held += [p for p in page if p not in seen]
            seen.update(page)
            if sum(map(len, held)) >= full or "libreoffice" not in source:
                text = "\n".join(held)
                held = []
                if len(text) >= least:
                    yield text[:most]


def whole(folder: Path, code: str) -> Iterator[dict[str, str]]:
    """Whole pages as the engine searches them, those that are in the language; none comes twice."""
    seen: set[str] = set()
    for source in [*PAGES[code], f"readmes-{code}"]:
        most = KOREAN if code == "ko" else EACH if source in PAGES[code] else 6 * EACH
        number = 0
        for file in _files(folder / source, (".html", ".page", ".txt")):
            if number >= most:
                break
            for title, text in _pieces(file, code):
                if len(text) >= SHORTEST and text[:200] not in seen:
                    seen.add(text[:200])
                    number += 1
                    yield {"id": f"{source}/{number}", "title": title, "text": text}


def _pieces(file: Path, code: str) -> list[tuple[str, str]]:
    """Title and text of some windows of a page that the engine takes to be in the language."""
    plain = {"content_type": "text/plain"} if file.suffix == ".txt" else {}
    try:
        article = read_article(parse_page(file.read_bytes(), **plain))
    except WonmunError:
        return []
    if (article.language.code or "any") != code:
        return []
    views = [re.sub(r"\n{3,}", "\n\n", v.text).strip() for v in article.views()]
    return [(article.title, text) for text in views[:: 1 + len(views) // PIECES]]


def _files(root: Path, kinds: tuple[str, ...]) -> list[Path]:
    """The files of these kinds below a folder, in an order that their names give."""

    def place(file: Path) -> str:
        return hashlib.md5(str(file.relative_to(root)).encode(), usedforsecurity=False).hexdigest()

    return sorted((f for f in root.rglob("*") if f.suffix in kinds), key=place)


def main(arguments: list[str]) -> int:
    """Write one file for each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=given.folder)
    parser.add_argument("out", type=Path)
    options = parser.parse_args(arguments)
    folder, out = options.folder, options.out
    out.mkdir(parents=True, exist_ok=True)
    for code in PAGES:
        made = texts(folder, code) if code in SOURCES else ()
        records = [{"id": f"{code}-{number}", "text": text} for number, text in enumerate(made)]
        pages = list(whole(folder, code))
        for name, found in ((code, records), (f"{code}-pages", pages)):
            lines = [json.dumps(record, ensure_ascii=False) for record in found]
            (out / f"{name}.jsonl").write_text("\n".join([*lines, ""]), encoding="utf-8")
            print(name, len(found), sum(len(r["text"]) for r in found))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
