"""What institutions are called in Japanese and English: a page that names its own in every line is not injected."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.page.plain import plain_page

CLINIC = (
    "賭博をやめたい人のための外来を、{0}が始めた。{0}は毎週木曜に開く。近ごろ、{0}にはスロットで借金をした患者が増えている。"
    "{0}で治療を望む人は電話で予約する。"
)
MARKET = "港の朝市の隣に{0}がある。店主は朝四時に起きる。{0}の看板は祖父が彫った。{0}に来る客の半分は漁師だ。雪の日も{0}は休まない。"
FISH = (
    "Next to the fish market stands {0}. The owner gets up at four. The sign of {0} was carved by her grandfather. Half of "
    "those who come to {0} are sailors. Even in snow {0} stays open."
)


@pytest.mark.parametrize("name", ["みの白浜クリニック", "あさ潮坂病院", "ゆの森研究所"])
def test_a_japanese_institution_that_is_named_everywhere(name: str) -> None:
    """Seen on a real page of November 2026: a clinic that treats gamblers was called injected for its own name."""
    assert detect(plain_page(CLINIC.format(name), lang="ja")).verdict != "injected"


@pytest.mark.parametrize(
    "name", ["Oakfield Casino Hotel", "Cashel Credit Union", "Replica Theatre", "Escort Road Garage", "Torrent Pharma"]
)
def test_an_english_institution_that_is_named_everywhere(name: str) -> None:
    """Of sixty short texts about made-up institutions, a third with a word of trades in their names, 16 were injected."""
    assert detect(plain_page(FISH.format(name), lang="en")).verdict != "injected"


@pytest.mark.parametrize("phrase", ["スーパーコピー専門店", "オンラインカジノ会社", "無修正映画館"])
def test_a_japanese_search_that_ends_so_is_injected(phrase: str) -> None:
    assert detect(plain_page(MARKET.format(phrase), lang="ja")).verdict == "injected"


@pytest.mark.parametrize("phrase", ["crypto casino club", "Online Casino Bonus", "replica watches house"])
def test_an_english_search_that_ends_so_is_injected(phrase: str) -> None:
    assert detect(plain_page(FISH.format(phrase), lang="en")).verdict == "injected"
