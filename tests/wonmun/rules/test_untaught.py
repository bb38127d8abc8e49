"""Languages that nobody taught wonmun: honest pages that the language-free weights accused in November 2026."""

from __future__ import annotations

import wonmun

REGISTER = (
    "Stammbaum der Familie Brandt. Johann, Bauer. in Wulfsdorf verheiratet mit Anna Petersen, vier Kinder. Peter, Schmied, "
    "zog 1820 nach Kiel und kam nie zurück. Sein Haus steht noch. Karl, Müller. in Wulfsdorf verheiratet mit Greta Voss, zwei "
    "Kinder. Die Mühle brannte 1851 ab. Emil, Lehrer an der Dorfschule, blieb ledig und schrieb die Chronik."
)
THINGS = (
    *(
        "Birke",
        "Mühle",
        "Schmiede",
        "Scheune",
        "Brücke",
        "Wiese",
        "Glocke",
        "Orgel",
        "Kanzel",
        "Leiter",
        "Treppe",
        "Schaufel",
    ),
    *(
        "Laterne",
        "Kutsche",
        "Werkstatt",
        "Quelle",
        "Tanne",
        "Eiche",
        "Amsel",
        "Forelle",
        "Ziege",
        "Stute",
        "Henne",
        "Katze",
    ),
    *("Lampe", "Truhe", "Feder", "Nadel", "Spule", "Kelter"),
)
CHRONICLE = " ".join(
    f"Die {one} von Haus {i + 3} wurde im Jahr {1801 + i * 7} von Frau {two} gekauft und später ihrer Nichte geschenkt."
    for i, (one, two) in enumerate(zip(THINGS, reversed(THINGS), strict=True))
)
SYMPOSIUM = (
    "Der Verein feiert sein zehntes Jahr mit einem online symposium. Viele Bürger halfen an drei Samstagen mit und brachten "
    "Kuchen. Im Winter ruht die Arbeit, weil der Boden gefriert und die Schaufeln brechen, sagt der Schmied. "
    f"{CHRONICLE} {CHRONICLE} Das online symposium beginnt im Mai. Wer zum online symposium kommt, bringt Brot mit. Für das "
    "online symposium fehlt noch ein Raum. Der Lehrer zählte die Steine, der Bäcker trug den Sand."
)
CODE = (
    '{"user": 3, "lastChange": "lastChangeUser"}\nLe maire a ouvert le pont. Les enfants ont chanté. lastChangeUser La fanfare '
    "a joué deux heures. lastChangeDate Le boulanger a offert le pain. lastChangeTitle La pluie est venue tard."
)


def test_entries_of_a_register_that_open_small_are_left_alone() -> None:
    assert wonmun.check(REGISTER).verdict == "clean"


def test_a_term_in_a_small_share_of_a_long_text_is_never_injected() -> None:
    assert wonmun.check(SYMPOSIUM).verdict != "injected"


def test_a_name_in_code_is_never_injected() -> None:
    assert wonmun.check(CODE).verdict != "injected"
