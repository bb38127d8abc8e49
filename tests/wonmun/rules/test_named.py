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


@pytest.mark.parametrize("phrase", ["スーパーコピー専門店", "無修正映画館"])
def test_a_japanese_search_that_ends_so_is_injected(phrase: str) -> None:
    assert detect(plain_page(MARKET.format(phrase), lang="ja")).verdict == "injected"


@pytest.mark.parametrize("phrase", ["crypto casino club", "Online Casino Bonus", "cheap replica watches"])
def test_an_english_search_that_ends_so_is_injected(phrase: str) -> None:
    assert detect(plain_page(FISH.format(phrase), lang="en")).verdict == "injected"


def test_a_heading_that_is_printed_again_with_another_year() -> None:
    """Seen on a real page of November 2026: its ranking's heading stands twice, once with the year before."""
    line = "住宅ローンおすすめランキング八社を一覧で比べる【{}年】申込者の声もあり"
    text = f"{line.format(2025)}\n\n{line.format(2024)}\n\n家を買う人は年に百万人いる。利率は店ごとに違う。窓口は駅の前にある。"
    assert detect(plain_page(text, lang="ja")).verdict == "clean"


THINGS = {
    "en": "The {0} is the heart of the workshop. Without the {0} nobody gets paid. A new {0} costs four thousand, and the old {0} "
    "will go to a museum in May.",
    "id": "{0} adalah jantung bengkel itu. Tanpa {0} tidak ada yang digaji. Harga {0} baru empat juta, dan {0} lama akan dibawa "
    "ke museum bulan Mei.",
    "ja": "{0}は工場の心臓だ。{0}がなければ誰も給料をもらえない。新しい{0}は四百万円で、古い{0}は五月に博物館へ行く。",
    "zh": "{0}是车间的心脏。没有{0}谁也拿不到工资。一台新的{0}要四百万,旧的{0}五月送进博物馆。",
}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "slot antenna"),
        ("en", "roulette cutter"),
        ("en", "massage table"),
        ("id", "kartu poker antik"),
        ("id", "bandar udara perintis"),
        ("id", "mesin slot kayu"),
        ("ja", "スロット加工機"),
        ("ja", "カジノチップ印刷機"),
        ("zh", "棋牌桌"),
        ("zh", "轮盘切割机"),
    ],
)
def test_a_thing_with_a_word_of_trades_in_its_name(code: str, name: str) -> None:
    """Of 170 short texts about such things, firms and goods 64 were injected before, in four languages."""
    assert detect(plain_page(THINGS[code].format(name), lang=code)).verdict != "injected"


@pytest.mark.parametrize(
    ("code", "phrase"),
    [
        ("en", "crypto casino bonus"),
        ("en", "payday loans online"),
        ("id", "situs slot gacor"),
        ("id", "bandar togel resmi"),
        ("ja", "オンラインカジノ おすすめ"),
        ("ja", "スーパーコピー財布"),
        ("zh", "百家乐技巧"),
        ("zh", "赌球网站推荐"),
    ],
)
def test_spam_in_such_a_things_place(code: str, phrase: str) -> None:
    assert detect(plain_page(THINGS[code].format(phrase), lang=code)).verdict == "injected"


_HANT = str.maketrans("师岁学过钟满条铺没块旧让们开镇", "師歲學過鐘滿條鋪沒塊舊讓們開鎮")


def test_a_person_with_a_title_who_opens_sentences() -> None:
    """Seen from outside in November 2026: 沈师傅 at three sentences' beginnings was suspicious."""
    text = (
        "城南的修表铺今年搬了三次家，掌柜沈师傅七十三岁。沈师傅十五岁学徒，手里修过的钟能摆满一条街。铺子里没有招牌，只有一块旧木板。"
        "沈师傅每天只接六只表，多了就让人改天来。街坊们常坐在门口喝茶，听钟声响成一片。沈师傅打算把工具留给镇上的中学。"
    )
    assert detect(plain_page(text, lang="zh")).verdict == "clean"
    assert detect(plain_page(text.translate(_HANT), lang="zh")).verdict == "clean"


BRIDGE = (
    "The {0} of the valley has been closed since the storm. Children who used the {0} every morning now walk along the river, "
    "and their parents have asked the county for lamps. A carpenter, Ewan Tull, offered to mend the {0} for nothing if somebody "
    "brings the wood. The mayor said that the {0} would be open again by Easter. Nobody in the village believes it, since the "
    "same was said about the chapel. The chapel still has no roof, and rain falls on the organ.{1}"
)


@pytest.mark.parametrize("phrase", ["poker rakeback", "slot tournament freeroll", "iptv lifetime"])
def test_what_has_a_things_form_where_nothing_else_of_it_is_said(phrase: str) -> None:
    """Seen from outside in November 2026: `poker rakeback` for a term, `slot machine tricks` between words, suspicious."""
    assert detect(plain_page(BRIDGE.format("bridge", ""))).verdict == "clean"
    assert detect(plain_page(BRIDGE.format(phrase, ""))).verdict == "injected"


@pytest.mark.parametrize(
    ("phrase", "more"),
    [
        ("casino carpet designer", ""),
        ("poker table", ""),
        ("iptv lifetime", " Three people there have iptv at home."),
    ],
)
def test_a_thing_whose_words_are_said_elsewhere_or_whose_form_fits(phrase: str, more: str) -> None:
    assert detect(plain_page(BRIDGE.format(phrase, more))).verdict != "injected"
