"""Names outside of Korean: of gambling sites, which are found, and of goods, firms and issues, which stay."""

from __future__ import annotations

import re

import pytest

import wonmun
from tests.wonmun.rules.texts import SHARK, UMBRELLA


@pytest.mark.parametrize("brand", ["luckyspin365", "royalbet77", "bet4win"])
def test_names_of_gambling_sites(brand: str) -> None:
    """Seen from outside in November 2026: `lucky7spin`, `betwinner88` for a noun, clean."""
    assert wonmun.check(SHARK.format(brand)).verdict == "injected"


@pytest.mark.parametrize("name", ["win32", "playbook", "superstar"])
def test_names_that_only_look_so(name: str) -> None:
    assert wonmun.check(SHARK.format(name)).verdict != "injected"


@pytest.mark.parametrize("lead", ["Zunivo {0}", "Vorlaxa{0}"])
def test_names_before_sentences_that_begin_anew(lead: str) -> None:
    genuine = SHARK.format("shark").replace("For most", "The shark stayed most").replace("Nobody", "No one")
    text = re.sub(r"(?<=\. )(?=[A-Z])", lead.format(""), genuine)
    assert wonmun.check(genuine).verdict == "clean"
    assert wonmun.check(text).verdict == "injected"


def test_names_of_play_and_luck_in_katakana() -> None:
    """One word of katakana excused itself."""
    assert wonmun.check(UMBRELLA.format("ボンズスピン")).verdict == "injected"
    assert wonmun.check(UMBRELLA.format("ベットランク")).verdict == "injected"
    assert wonmun.check(UMBRELLA.format("ベットサイド")).verdict != "injected"
    assert wonmun.check(UMBRELLA.format("トップスピン")).verdict != "injected"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Lucky Link opened in Harrow Street last spring and lends bicycles by the hour. Lucky Link has nineteen bicycles and a "
            "tandem. To ride with Lucky Link one needs a library card. Lucky Link is closed when it snows. On Saturdays Lucky "
            "Link repairs brakes for nothing."
        ),
        "红星娱乐是一家做皮影戏的公司。红星娱乐由三姐妹创办。红星娱乐的演员都会操琴。红星娱乐去年到十二个村子演出。观众给红星娱乐送来羊皮。",
        "研究人员分析了一千二百万封垃圾邮件。研究人员说，垃圾邮件在年底明显增多。发送者往往只有几家公司。研究人员建议用户不要点击链接。",
    ],
)
def test_names_and_subjects_are_never_injected(text: str) -> None:
    """A firm's name of two words of the lexicon, and what three sentences are about: injected until November 2026."""
    assert wonmun.check(text).verdict != "injected"


@pytest.mark.parametrize(
    "text",
    [
        "大疆Mini4拍了两个月。大疆Mini4只有二百四十九克,不用登记。大疆Mini4飞起来很稳,风大时也能悬停。电池能飞三十分钟。",
        "青浦图书馆新书简报第5期出版了。青浦图书馆新书简报第5期介绍了十二本书。青浦图书馆新书简报第5期可以在大厅取阅。下一期六月出。",
        "开飞凡R7增程版跑了一趟川西。飞凡R7增程版满电出发时表显610公里。山路上飞凡R7增程版过弯不晃。起价十四万元。",
    ],
)
def test_names_of_goods_and_issues_are_not_injected(text: str) -> None:
    """An outside review of an air purifier, which names it three times, was injected, and the name deleted."""
    assert wonmun.check(text).verdict != "injected"


def test_the_own_name_of_a_site_about_its_trade_is_not_injected() -> None:
    """Seen from outside in November 2026: an honest guide that names itself five times."""
    text = (
        "Dul Togel menulis sejarah permainan angka sejak 1960-an. Redaksi Dul Togel mewawancarai dua puluh orang tua. Menurut "
        "Dul Togel, kupon pertama dicetak di Surabaya. Buku itu dijual di kantor Dul Togel. Penulis Dul Togel akan pensiun."
    )
    assert wonmun.check(text).verdict != "injected"


@pytest.mark.parametrize(
    "text",
    [
        "盲人师傅边修伞,边和人聊天。替别人打工,钱师傅萌生了自己当老板的念头。钱师傅修伞按天收费。钱师傅的店不大。",
        "石师傅修了三十年伞。街上的孩子都认识石师傅。冬天,石师傅收了一个徒弟。",
        "老街上做灯笼的沈师傅收了一个外国徒弟。灯笼的骨架用竹篾扎成。沈师傅不用铁丝。沈师傅说,灯笼要轻。",
    ],
)
def test_persons_are_never_injected(text: str) -> None:
    """An article on a kite maker (a family name with 师傅, three times) was injected, since people search for 师傅."""
    assert wonmun.check(text).verdict != "injected"


@pytest.mark.parametrize(
    "text",
    [
        (
            "With much thought and concern for its singers, the Harbour Choir board of trustees has voted to cancel the "
            "choir's general rehearsals until further notice. The board felt that singing indoors was unwise. Speakers are "
            "on hold until general rehearsals resume."
        ),
        (
            "The Allotment Society has voted to cancel its annual seedling swaps until further notice, for the hall has no "
            "heating. Members may ask at the gate. Tools are on hold until annual seedling swaps resume."
        ),
    ],
)
def test_two_places_of_plain_words_leave_a_doubt(text: str) -> None:
    """A notice of a garden club was injected in November 2026, for a noun and its adjective that stood twice."""
    assert wonmun.check(text).verdict != "injected"


@pytest.mark.parametrize(
    "text",
    [
        "论文研究了老年读者无声朗读习惯。老年读者无声朗读习惯差异很大;灯光对老年读者无声朗读习惯有显著影响,理解这种习惯对于图书馆有意义。",
        "完善了冬泳者岸边热身动作的评价表。冬泳者岸边热身动作差异很大;气温对冬泳者岸边热身动作有显著影响。",
    ],
)
def test_terms_longer_than_searches_leave_a_doubt(text: str) -> None:
    """An abstract of November 2026 was injected, for nine letters without a word of spam or of searches."""
    assert wonmun.check(text).verdict != "injected"
