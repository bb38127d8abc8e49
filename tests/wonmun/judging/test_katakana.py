"""A word of katakana that a Japanese text is about, though spam lives on it, too."""

from __future__ import annotations

from wonmun.detect import detect
from wonmun.page.plain import plain_page

NOTICE = (
    "ルーレット祭り(5/1~5/7)のお知らせ\n"
    "ルーレットには朝の部と夜の部があります。\n\n"
    "モーニングルーレットは、ルーレットコインで回せます。\n"
    "ルーレットコインは畑仕事を終えると毎日いくつかもらえます。\n"
    "また、ルーレットを一回回すたびに種が一袋もらえます。\n"
    "ナイトルーレットは月の石でだけ回せます。ルーレットの賞品には苗木があります。\n"
)


def test_a_games_notice_on_its_wheel_is_honest() -> None:
    """Found on a real page: a game's notice of 280 letters was called injected for the wheel that it is about."""
    assert detect(plain_page(NOTICE, lang="ja")).verdict == "clean"


def test_the_same_word_without_compounds_is_none() -> None:
    text = NOTICE.replace("モーニング", "朝の").replace("ナイト", "夜の").replace("コイン", "用の札")
    assert detect(plain_page(text, lang="ja")).verdict != "clean"
