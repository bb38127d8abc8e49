"""Names that are a word of play by half, in a common noun's place: found; names that a text introduces: left alone."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.page.plain import plain_page
from wonmun.phrases.halves import half_play

KITE = {
    "en": (
        "Pupils in Holm have made a {0} of silk and reeds. The {0} is nine metres long. On Sunday they let every {0} of the "
        "valley rise at once, and a smaller {0} fell into the lake. Nobody was hurt. The silk came from old umbrellas."
    ),
    "id": (
        "Murid di Holm membuat sebuah {0} dari sutra dan bambu. Panjang {0} itu sembilan meter. Pada Minggu dua puluh {0} "
        "naik bersamaan, dan satu jatuh ke danau. Tidak ada yang terluka. Sutranya berasal dari payung lama."
    ),
    "ja": (
        "ホルムの生徒が絹と竹で{0}を作った。{0}の長さは九メートルある。日曜日に谷の{0}がいっせいに上がり、{0}のひとつが湖に落ちた。"
        "けが人はいなかった。絹は古い傘から取った。"
    ),
}


@pytest.mark.parametrize(
    ("code", "name"),
    [("en", "Luckovira"), ("en", "Rajalora 77"), ("id", "Kumbaspin"), ("id", "Dewalora 88"), ("ja", "ジャクポネル")],
)
def test_a_name_of_play_in_a_common_nouns_place(code: str, name: str) -> None:
    """Seen from outside in November 2026: of 15 such copies in English and Indonesian one was found."""
    text = KITE[code].format(name)
    found = detect(plain_page(text, lang=code))
    assert found.verdict == "injected"
    assert {text[p.start : p.end] for p in found.places} == {name}


SPINELLI = (
    "The Spindle Museum has bought a loom. Mario Spinelli worked on it for forty years, and a Spinelli was always at the "
    "mill. No Spinelli ever left this valley, he said. Every Spinelli is buried here."
)
SLOTTEN = (
    "A Slotten is a kind of sledge that farmers used to carry hay. Each Slotten had iron runners. The last Slotten was "
    "built in 1931 by Ole Berg. His granddaughter has made a Slotten from his drawings."
)
BETSWORTH = "Betsworth won in March. Betsworth have a new goalkeeper. A Betsworth is a rare thing in the upper half."
BUS = (
    "Bus Rajawisata 77 melayani jalur Solo. Sopir Rajawisata 77 mogok pada Senin. Penumpang Rajawisata 77 menunggu di "
    "halte. Pemiliknya meminta maaf."
)
SPINET = "スピネットは小さな鍵盤楽器だ。スピネットの弦は斜めに張られる。工房はスピネットを年に二台作る。スピネットの音は低い。"


@pytest.mark.parametrize(
    ("code", "text"), [("en", SPINELLI), ("en", SLOTTEN), ("en", BETSWORTH), ("id", BUS), ("ja", SPINET)]
)
def test_names_that_a_text_introduces(code: str, text: str) -> None:
    assert detect(plain_page(text, lang=code)).verdict == "clean"


def test_halves_of_kings_are_play_only_beside_a_number() -> None:
    assert half_play("Rajalora") == ("soft", "lora")
    text = KITE["en"].format("Rajalora")
    assert detect(plain_page(text, lang="en")).verdict != "injected"
