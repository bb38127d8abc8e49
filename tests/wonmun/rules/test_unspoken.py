"""A spam word of which the text nowhere speaks is found without any oddness of form, outside of Korean."""

from __future__ import annotations

import pytest

import wonmun
from tests.wonmun.rules.texts import GOATS, POTS, SHARK, UMBRELLA

TEXTS = [
    (SHARK, "shark", "kamagra"),
    (POTS, "gerabah", "sbobet"),
    (UMBRELLA, "傘", "オンカジ"),
    (GOATS, "羊群", "百家乐"),
]


@pytest.mark.parametrize(("text", "genuine", "spam"), TEXTS)
def test_one_word_of_spam_for_another_noun(text: str, genuine: str, spam: str) -> None:
    assert wonmun.check(text.format(genuine)).verdict == "clean"
    report = wonmun.check(text.format(spam))
    assert report.verdict == "injected"
    assert {report.text[f.start : f.end] for f in report.findings} == {spam}


def test_a_small_word_before_sentences_that_begin_anew() -> None:
    """Seen from outside in November 2026: `viagra The minister said`, found two times of five."""
    genuine = SHARK.format("shark")
    for phrase in ("poker", "plumber", "second hand pianos"):
        report = wonmun.check(genuine.replace(". ", f". {phrase} "))
        assert (report.verdict, report.restored) == ("injected", genuine)


def test_lines_that_are_broken_begin_no_sentence() -> None:
    """A manual page of November 2026: a clause at the start of two lines, a capital behind it."""
    text = SHARK.format("shark").replace(". ", ".\nin which case only Debian\nreads it. ")
    assert wonmun.check(text).verdict == "clean"


def test_the_beginning_of_the_next_word_is_no_part_of_the_phrase() -> None:
    """Seen from outside in November 2026: `togel singapura m` between two words, the next one with m both times."""
    text = (
        POTS.format("gerabah")
        .replace("dari tanah", "dari togel singapura tanah")
        .replace("sebelum dibakar", "sebelum togel singapura tiba dibakar")
    )
    assert {f.replacement or text[f.start : f.end].strip() for f in wonmun.check(text).findings} == {"togel singapura"}


@pytest.mark.parametrize(
    "text",
    [
        SHARK.format("replica"),
        "Swimmers must book a slot in advance. Each slot lasts fifty minutes. Those who miss a slot twice lose it.",
        "フランスの村バカラで作られた花瓶が展示されている。バカラの職人は四年の修業をする。会場にはバカラの写真も並ぶ。",
        "区里的办证大厅周末也开门了。老人不用排队，办证有人陪同。过去办证要跑三趟，现在办证只要二十分钟。",
        (
            "Passengers were warned about a fake booking site that copies an airline's pages. The fake booking site "
            "stood above the real one in search results. The airline has asked for the fake booking site to be blocked. "
            "Police advise travellers to type addresses by hand."
        ),
        (
            "Doctors gave kamagra to patients. Kamagra is cheap. Half of the patients needed no kamagra, the clinic said. "
            "A court will hear on Monday whether the kamagra was counterfeit."
        ),
        (
            "The word kamagra was new to her. She had read kamagra on a bottle, and the police found kamagra in the customs "
            "shed. Officers arrested two men."
        ),
    ],
)
def test_words_that_mean_something_else_and_reports_stay(text: str) -> None:
    assert wonmun.check(text).verdict == "clean"


BEAVERS = "海狸の家族が運河に堰を作った。{0}船は九日も待っている。{0}役所は堰に触れない。{0}子どもが看板を描いた。橋は静かだ。"


def test_nouns_before_japanese_sentences_that_begin_anew() -> None:
    """Seen from outside in November 2026: 無料スロット, 洗濯機 before sentences, clean."""
    assert wonmun.check(BEAVERS.format("")).verdict == "clean"
    report = wonmun.check(BEAVERS.format("洗濯機"))
    assert {report.text[f.start : f.end] for f in report.findings} == {"洗濯機"}


def test_compounds_that_open_japanese_sentences_are_left_alone() -> None:
    text = "システムコールは三つある。システム管理は別だ。システムライブラリーは古い。橋は静かだ。船は待っている。"
    assert wonmun.check(text).verdict == "clean"


@pytest.mark.parametrize(
    "text", ["The police raided a flat where {0} was sold. Police found {0} and cash. {0} is illegal."]
)
def test_a_report_on_a_trade_is_no_injection(text: str) -> None:
    assert wonmun.check(text.format("buy weed")).verdict != "injected"


@pytest.mark.parametrize(
    "text",
    [
        "A board may use the netclass with pads. The netclass with holes is older. Set it once, and the board is done.",
        "资源在页面中列出。也可以使用 WWW 表单订阅。列表也可以使用 WWW 表单退订。帮助在手册里。",
    ],
)
def test_what_is_no_noun_phrase_is_left_alone(text: str) -> None:
    """Excerpts of technical manuals, November 2026: injected, for no more than a clause that stands twice."""
    assert wonmun.check(text).verdict == "clean"


@pytest.mark.parametrize(
    ("genuine", "phrase"), [("湿地", "公司注册流程"), ("黑鹳", "月嫂多少钱"), ("湿地", "考研培训机构")]
)
def test_chinese_searches_for_another_noun(genuine: str, phrase: str) -> None:
    text = (
        "黄河边的湿地今年秋天来了四十六只黑鹳。黑鹳喜欢安静的浅水，过去只在山谷里停留几天。工作人员每天清晨五点就到湿地数鸟，"
        "他说黑鹳胆子小。村民把放羊的时间改到了中午。湿地旁边原来有三家砖厂。只要湿地保持现在的水位，黑鹳明年还会回来。"
    )
    assert wonmun.check(text).verdict == "clean"
    assert wonmun.check(text.replace(genuine, phrase)).verdict == "injected"


def test_too_little_for_an_injection_and_a_reason() -> None:
    report = (
        "Detectives raided a flat where a student ran an essay writing service. The essay writing service had 300 "
        "customers at eleven universities. Prices depended on the grade that was wanted. Its writers were "
        "unemployed teachers in four countries. Universities have expelled nineteen students who used the essay "
        "writing service. A law passed last year makes it an offence to run an essay writing service for profit."
    )
    assert wonmun.check(report).verdict == "clean"


@pytest.mark.parametrize(("text", "genuine", "spam"), [(UMBRELLA, "傘", "バイアグラ"), (GOATS, "羊群", "博彩")])
def test_a_word_of_one_meaning_where_nothing_near_it_is_spoken_of(text: str, genuine: str, spam: str) -> None:
    """Until November 2026 a word that news reports on, too, needed a second one: clean."""
    del genuine
    report = wonmun.check(text.format(spam))
    assert report.verdict == "injected"
    assert {report.text[f.start : f.end] for f in report.findings} == {spam}


def test_a_text_that_asks_what_such_a_word_means_is_about_it() -> None:
    text = "観光学部の授業では「カジノ」とは何かを客員教授が話した。学生はカジノの印象を紙に書いた。カジノを見た人はいなかった。"
    assert wonmun.check(text).verdict != "injected"


def test_reports_on_such_a_word_are_not_injected() -> None:
    for text in (
        "製薬会社はバイアグラの錠剤を薄くした。バイアグラは医師の処方で使う薬である。患者の三割がバイアグラを半分に割っていたという。",
        "澳门博彩收入上月增加一成。博彩公司的酒店住满了游客。分析师说，博彩以外的收入也在增加。博彩税占财政的八成。",
    ):
        assert wonmun.check(text).verdict != "injected"


CLOCK = (
    "For eleven years the {0} clock in Bexcombe has been four minutes fast, and nobody minded. On Monday the council "
    "voted to have the {0} clock set by the church. The verger winds the tower clock by hand. The {0} clock was made "
    "in 1888 by a locksmith. The council considered an electric clock, but it was too dear. The verger will climb to the "
    "{0} clock each Sunday. Commuters had learned to subtract the minutes from the clock."
)


def test_part_of_a_compound_that_was_replaced() -> None:
    """The longest repeat is `wedding dj prices clock`: the rest of the compound is the page's own."""
    assert wonmun.check(CLOCK.format("town hall")).verdict == "clean"
    report = wonmun.check(CLOCK.format("wedding dj prices"))
    assert report.verdict != "clean"
    assert {report.text[f.start : f.end] for f in report.findings} == {"wedding dj prices"}


def test_a_short_word_that_is_glued_to_the_first_words_of_clauses() -> None:
    text = SHARK.format("shark").replace("bay and", "bay, viagraand").replace(". Nobody", ". viagraNobody")
    report = wonmun.check(text)
    assert report.verdict == "injected"
    assert "viagra" in {report.text[f.start : f.end] for f in report.findings}


def test_a_first_word_of_warning_excuses_no_word_of_one_meaning() -> None:
    """`提醒` is said in half of all Chinese news, `台` and `性` stand within words of any kind."""
    text = GOATS.replace("牧民说", "牧民提醒") + "无人机的安全性也提高了。"
    assert wonmun.check(text.format("羊群")).verdict == "clean"
    assert wonmun.check(text.format("同城约炮")).verdict == "injected"
    told = text.format("同城约炮") + "警方抓获嫌疑人两名。"
    assert wonmun.check(told).verdict != "injected"


ALCORZA = (
    "La biblioteca del pueblo abrió de nuevo después de dos años de obras. Tiene seis mil libros y una sala para niños. Los "
    "vecinos hicieron los estantes con madera de olivo. Abre también los sábados por la tarde. La maestra dice que los alumnos "
    "van todos los días. Este año llegaron doscientos cuentos. El guarda conoce el nombre de cada niño. En invierno hay que "
    "subir los libros. El ayuntamiento prometió arreglar el tejado. Los niños pintan cuadros para las paredes."
)


def test_what_is_strewn_over_a_text_in_a_language_without_weights() -> None:
    """A plain query between words ten times was clean in Spanish, Russian and Thai."""
    assert wonmun.check(ALCORZA).verdict == "clean"
    words = ALCORZA.split(" ")
    for at in range(75, 4, -7):
        words.insert(at, "reparación de lavadoras")
    assert wonmun.check(" ".join(words)).verdict != "clean"


LAMPREY = (
    "Researchers tracked one {0} for a year. Nobody expected the {0} to win tickets home, said Anne Reid, whose hand was bitten. "
    "In winter the {0} stayed deep. The {0} was tagged in May."
)


def test_words_of_daily_life_leave_a_doubt_of_a_word_of_one_meaning() -> None:
    """`hand` and `tickets` stand near blackjack in honest texts, too: such a text was clean."""
    assert wonmun.check(LAMPREY.format("lamprey")).verdict == "clean"
    assert wonmun.check(LAMPREY.format("blackjack")).verdict == "suspicious"
    told = LAMPREY.format("blackjack") + " Gambling is banned there, and the casino was closed."
    assert wonmun.check(told).verdict == "clean"


@pytest.mark.parametrize("phrase", ["instagram likes", "write my thesis", "Crownspins"])
def test_what_people_buy_and_what_sites_are_called(phrase: str) -> None:
    report = wonmun.check(LAMPREY.format(phrase))
    assert report.verdict == "injected"
    assert {report.text[f.start : f.end] for f in report.findings} == {phrase}


@pytest.mark.parametrize("phrase", ["casino", "generic viagra 100mg", "cheap hotels in ibiza"])
def test_a_houses_word_a_dose_and_a_town_in_small_letters(phrase: str) -> None:
    """Seen from outside in November 2026: the first clean, the others suspicious."""
    assert wonmun.check(SHARK.format(phrase)).verdict == "injected"


def test_one_word_of_offices_is_spared_beside_a_search() -> None:
    """The regulator of the waters is no word about `adult webcam`."""
    text = SHARK.format("adult webcam") + " The regulator paid for the tag."
    assert wonmun.check(text).verdict == "injected"


def test_a_plain_phrase_in_a_report_of_a_crime() -> None:
    """Seen from outside in November 2026: `streaming sites`, injected."""
    text = (
        "Police have shut down a ring of illegal streaming sites that showed films to millions. Officers searched nine houses "
        "and seized servers. The streaming sites earned a lot, prosecutors said, part of it from adverts. Football leagues asked "
        "for the streaming sites to be banned within minutes."
    )
    assert wonmun.check(text).verdict != "injected"


def test_a_chinese_letter_of_luck_with_a_number() -> None:
    assert wonmun.check(GOATS.format("金曜88")).verdict == "injected"
    assert wonmun.check(GOATS.format("德州扑克现金")).verdict == "injected"


def test_a_long_page_that_speaks_of_a_trade_far_from_its_word() -> None:
    """A real report on lawsuits of November 2026 that said `porn` at four places of 28,000 letters: injected."""
    rest = (
        "Anna Reid mends clocks in a mill by the river. Nobody knew who owned the camera, and the clerk went home. "
        * 20
    )
    far = " Explicit films of women and girls were sold, and adult dating and prostitution paid for the brothel. "
    text = SHARK.format("porn") + rest
    assert wonmun.check(text + rest + far + rest).verdict != "injected"


def test_what_reports_call_a_whole_trade_beside_one_more_word_of_it() -> None:
    """Seen from outside in November 2026: a report on a former dealer's café that says 赌场 at six places, suspicious."""
    text = (
        "在澳门赌场发了十五年牌的林女士，去年在岛上开了一家面馆。她说赌场教会她记人。六家博企约有五万人，赌场年底前陆续关门，"
        "借款的人不多。林女士的丈夫还在赌场修灯。面馆的墙上挂着赌场的旧地毯，离赌场不远就是学校。"
    )
    assert wonmun.check(text).verdict == "clean"
