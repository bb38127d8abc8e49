"""Names that nobody knows, glued to the clauses that they stand before."""

from __future__ import annotations

import pytest

import wonmun

WEIR = (
    "The old weir at Tarn Foot was opened on Monday, after eleven years of repairs. Walkers can cross it again, and "
    "children feed the ducks there. The county paid for the stones, while a mason from Leeds laid them by hand. Next "
    "spring the mill beside it, which once ground oats, will be let to a baker."
)
PIER = (
    "Dermaga kayu di Teluk Penyu dibuka lagi pada Senin, setelah tiga tahun diperbaiki. Nelayan kembali menambatkan "
    "perahu, dan anak-anak memancing di ujungnya. Pemerintah membayar kayu ulin, sedangkan tukang dari Cilacap "
    "memasangnya. Kepala desa berharap wisatawan datang saat musim angin timur."
)


@pytest.mark.parametrize("name", ["Velnoria", "orbitino-club.com", "PRAXINO"])
def test_a_name_that_runs_into_clauses(name: str) -> None:
    """Written in November 2026: of twelve such copies all were clean; a name of that kind is no word of any list."""
    text = (
        WEIR.replace(", after", f", {name}after")
        .replace(". Next", f". {name}Next")
        .replace(", while", f", {name}while")
    )
    report = wonmun.check(text)
    assert (report.verdict, report.restored) == ("injected", WEIR)


def test_in_indonesian() -> None:
    text = PIER.replace(". Nelayan", ". HOKINARAKUNelayan").replace(". Kepala", ". HOKINARAKUKepala")
    text = text.replace(", sedangkan", ", HOKINARAKUsedangkan")
    report = wonmun.check(text)
    assert (report.verdict, report.restored) == ("injected", PIER)


@pytest.mark.parametrize(
    "text",
    [
        WEIR,
        PIER,
        WEIR.replace("Walkers", "Hertfordshire walkers").replace(
            "Next spring", "Hertford's council meets. Next spring"
        ),
        PIER.replace("Nelayan", "Memperbaiki jaring, memperkuat tali, memperindah perahu. Nelayan"),
        WEIR.replace("The county", "Rotherham, Rotherhithe and Lysfjord, Lysekil sent help. The county"),
    ],
)
def test_words_that_begin_alike(text: str) -> None:
    assert wonmun.check(text).verdict == "clean"
