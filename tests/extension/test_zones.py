"""The extension tells an article from what surrounds it by the same names as the engine."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import product
from pathlib import Path

import pytest

from wonmun.page.element import Element
from wonmun.page.zones import _BY_WORD, _PAIRS, _ROLES, TAGS, zone_of

ASK = """
import { content } from "%s";
const { zoneOf } = content("zones");
const asked = JSON.parse(process.argv[1]);
const element = ([localName, attrs]) => ({
  localName, hasAttributes: () => Object.keys(attrs).length > 0, getAttribute: (name) => attrs[name] ?? null,
});
console.log(JSON.stringify(asked.map((one) => zoneOf(element(one)))));
"""
NAMED = [
    *_BY_WORD,
    *(f"{a}-{b}" for a, b in _PAIRS),
    *(f"{a}{b.title()}" for a, b in _PAIRS),
    "entry-content",
    "article_view",
    "newsBody",
    "view_con",
    "tt_article_useless",
    "se-main-container",
    "content",
    "has-sidebar wide",
    "x" * 400 + " footer",
    "",
]


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_zones_are_those_of_the_engine() -> None:
    asked: list[tuple[str, dict[str, str]]] = [(name, {}) for name in [*TAGS, "div", "p", "article"]]
    asked += [(tag, {"class": name}) for tag, name in product(("div", "main", "section"), NAMED)]
    asked += [("div", {"id": name, "class": "wrap"}) for name in NAMED]
    asked += [("div", {"role": role, "class": "wrap"}) for role in [*_ROLES, "main"]]
    asked.append(("section", {"itemprop": "articleBody", "class": "comments"}))
    load = (Path(__file__).parent / "load.mjs").as_uri()
    node = str(shutil.which("node"))
    done = subprocess.run(
        [node, "--input-type=module", "-e", ASK % load, json.dumps(asked)], capture_output=True, text=True, check=True
    )
    expected = [list(zone_of(Element(tag, attrs, None, ()))) for tag, attrs in asked]
    assert json.loads(done.stdout) == expected
