"""English phrases that do not agree with the words around their places, and honest ones that do."""

from __future__ import annotations

import pytest

import wonmun
from tests.wonmun.rules.texts import POTS
from wonmun.rules.disagreeing import Fit, fits

LOCKS = (
    "A Dutch {0} has carried salt between the two locks since spring. The {0} needs no engine, and eleven {0} wait for "
    "a crew in the basin. Anna Visser built the first {0} herself. Last week 40 old {0} were sold at the quay, and the "
    "town would like to keep another {0}, she said."
)
CALLER = (
    "The last bingo hall caller of the pier retires on Friday. Doreen Pugh became a bingo hall caller when the Regal was "
    "still a cinema. A bingo hall caller needs a clear voice and a watch, she said. The Regal will look for a bingo hall "
    "caller in spring, and until then a voice on tape reads the numbers to some sixty regulars."
)
ENGINEER = (
    "The dating app engineer who built a tide clock for his village has now made one for the lifeboat. Tom Birch, a "
    'dating app engineer in London during the week, writes code for the pier at weekends. "A dating app engineer learns '
    'what people wait for," he said. The crew asked the dating app engineer to add the moon.'
)


@pytest.mark.parametrize(
    ("text", "phrase", "fit"),
    [
        ("They bought a online casino in May.", "online casino", Fit.ODD),
        ("They bought an slot machine in May.", "slot machine", Fit.ODD),
        ("It has an unused X-ray.", "unused X-ray", Fit.OPEN),
        ("They sold 3,000 poker prize.", "poker prize", Fit.ODD),
        ("They sold 3,000 poker prize cards.", "poker prize", Fit.OPEN),
        ("In 2019 casino owners met.", "casino", Fit.OPEN),
        ("Bramley has 212 listed poker prize.", "poker prize", Fit.ODD),
        ("A Finnish escorts has crossed the bay.", "escorts", Fit.ODD),
        ("A few escorts were seen.", "escorts", Fit.OPEN),
        ("The escorts needs wind.", "escorts", Fit.ODD),
        ("The owner of the slots was found.", "slots", Fit.THE),
        ("They drank the hire a phone hacker.", "hire a phone hacker", Fit.ODD),
        ("They let the casino keep it.", "casino", Fit.THE),
        ("Each casino has its rules.", "casino", Fit.ONE),
    ],
)
def test_how_a_place_and_a_phrase_go_together(text: str, phrase: str, fit: Fit) -> None:
    assert fits(text, [text.index(phrase)], len(phrase)) == [fit]


@pytest.mark.parametrize("phrase", ["roulette winning tricks", "slot tournament prize", "mature escorts"])
def test_what_names_a_thing_and_does_not_agree(phrase: str) -> None:
    """Seen from outside in November 2026: `poker … deal` behind numbers was only suspicious, as a thing would be."""
    report = wonmun.check(LOCKS.format(phrase))
    assert report.verdict == "injected"
    assert {report.text[f.start : f.end] for f in report.findings} == {phrase}


@pytest.mark.parametrize("text", [CALLER, ENGINEER])
def test_a_thing_that_agrees_with_its_places(text: str) -> None:
    """Written in November 2026: the second one was called injected."""
    assert wonmun.check(text).verdict != "injected"


def test_a_sentence_in_small_letters() -> None:
    """Nobody who prints opens a sentence so, whatever thing is named."""
    report = wonmun.check(CALLER.replace("A bingo hall caller needs", "bingo hall caller has"))
    assert report.verdict == "injected"


def test_indonesian_sentences_in_small_letters() -> None:
    text = (
        POTS.format("slot demo petir merah").replace("Setiap slot", "slot").replace("Tahun ini dua ratus slot", "slot")
    )
    assert wonmun.check(text).verdict == "injected"


MENDERS = (
    "弄堂里的修{0}大会办到第九年。居民带来四百多把坏{0}，十一位老师傅坐成一排。最老的{0}是一九四七年的，油纸已经发脆。"
    "“现在一把{0}十五块，谁还修。”邢师傅说，坏{0}里有人舍不得的东西。"
)


def test_what_chinese_words_count() -> None:
    """Written in November 2026: with a club of poker for the umbrellas it was suspicious, as a thing would be."""
    assert wonmun.check(MENDERS.format("伞")).verdict == "clean"
    assert wonmun.check(MENDERS.format("德州扑克会馆")).verdict == "injected"
    assert wonmun.check(MENDERS.format("麻将桌")).verdict != "injected"
