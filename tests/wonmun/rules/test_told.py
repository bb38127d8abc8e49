"""What people search for, outside of Korean, where the text speaks of disasters, cards and players, but of no such trade."""

from __future__ import annotations

import pytest

import wonmun
from wonmun.language.load import lexicon

LANDSLIDE = (
    "Tanah longsor menimpa {0} di lereng Gunung Wilasa, Sabtu malam. Petugas mengingatkan warga agar waspada karena {0} "
    "masih bergerak. Dua korban dirawat di puskesmas, dan {0} ditutup sampai pekan depan. Menurut camat, {0} terakhir "
    "diperiksa pada bulan Maret."
)
TUNNEL = (
    "Officers closed the {0} on Sunday after a player of the brass band slipped and was taken to hospital. The {0} is "
    "eighty metres long and has no handrail. A card at the entrance warned walkers, and the supervisor of the {0} said "
    "that the ban would stay until May."
)
FERRY = "{0}は朝八時に島を出る。銀行員の森さんは毎日{0}に乗る。{0}の船長は傘を貸してくれる。冬は{0}が休む日も多い。"
TEXTS = [
    (LANDSLIDE, "jembatan", "agen poker"),
    (LANDSLIDE, "jembatan", "jasa backlink"),
    (TUNNEL, "tunnel", "crypto casino"),
    (FERRY, "渡し船", "ソフト闇金"),
]


@pytest.mark.parametrize(("text", "genuine", "spam"), TEXTS)
def test_words_of_daily_news_do_not_speak_of_a_search(text: str, genuine: str, spam: str) -> None:
    """Seen from outside in November 2026: `jasa backlink`, `situs togel` for a river, clean beside officers and victims."""
    assert wonmun.check(text.format(genuine)).verdict == "clean"
    report = wonmun.check(text.format(spam))
    assert report.verdict == "injected"
    assert {report.text[f.start : f.end] for f in report.findings} == {spam}


def test_a_search_at_two_places() -> None:
    text = LANDSLIDE.format("jembatan").replace("menimpa jembatan", "menimpa situs togel")
    text = text.replace("dan jembatan", "dan situs togel")
    assert wonmun.check(text).verdict == "injected"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Cerpen itu bercerita tentang agen poker bernama Darto. Agen poker itu berutang pada pemilik kasino. Setiap malam "
            "agen poker menghitung taruhan sambil merokok. Di akhir cerita agen poker pulang naik perahu."
        ),
        (
            "Polisi menangkap pengelola situs togel di Lembah Rinjani. Situs togel itu punya dua ribu pemain. Tersangka membuat "
            "situs togel sejak Januari dan menerima taruhan lewat bank."
        ),
        (
            "Judi slot merusak keluarga, kata psikolog Wening. Ia merawat ibu yang kecanduan judi slot. Menurut Wening judi slot "
            "lebih cepat dari kartu. Judi slot kini ada di telepon anak."
        ),
    ],
)
def test_texts_about_the_trade_stay(text: str) -> None:
    assert wonmun.check(text).verdict != "injected"


@pytest.mark.parametrize(
    ("code", "phrase", "is_search"),
    [
        ("id", "agen poker", True),
        ("id", "bonus new member 100", True),
        ("id", "judi bola", False),
        ("id", "judi slot", False),
        ("id", "togel", False),
        ("en", "crypto casino", True),
        ("en", "online casino", False),
        ("en", "casino hotel", False),
        ("ja", "ソフト闇金", True),
        ("ja", "パチンコ 攻略法", True),
        ("ja", "闇金業者", False),
    ],
)
def test_what_a_search_is(code: str, phrase: str, is_search: bool) -> None:  # noqa: FBT001 - a row of the table
    assert lexicon(code).searched(phrase) is is_search


@pytest.mark.parametrize(
    "text",
    [
        "訂正 3面の記事で、会場を旧カジノと書きましたが、隣の広場でした。カジノは十年前に閉じています。カジノの屋根は今年なおされます。",
        "更正:昨天的报道把旧赌场的地址写错了。赌场在磨坊巷。赌场十年前关门,赌场的大厅现在给合唱团用。",
    ],
)
def test_a_house_that_was_closed_is_no_spam(text: str) -> None:
    """Seen from outside in November 2026: a correction that repeats such a house was called injected."""
    assert wonmun.check(text).verdict != "injected"


@pytest.mark.parametrize(
    "text",
    [
        "Our massage service opened in Quay Lane in 2011. The massage service is closed on Mondays. Nurses book the massage service at noon.",
        "Kami melayani pijat panggilan di Kota Wonosari. Pijat panggilan dikerjakan dua terapis. Tarif pijat panggilan tidak naik.",
        "当院の出張マッサージは平日に伺います。出張マッサージの料金は五千円です。出張マッサージをご希望の方はお電話ください。",
        "本店提供上门按摩,技师都有证书。上门按摩一次八十元。老人预约上门按摩可以打七折。",
    ],
)
def test_a_firm_that_speaks_of_its_own_service_is_never_injected(text: str) -> None:
    """Of 94 short honest texts and 56 written to be accused: seven such services were injected, now none."""
    assert wonmun.check(text).verdict != "injected"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Penelitian di Kampus Rawa mengamati mahasiswa yang bermain judi bola online. Separuh informan bermain judi bola "
            "online karena ajakan teman. Dampak judi bola online terhadap nilai tidak diukur."
        ),
        "Her uncle began to take cialis after the wedding. Half of the men in the village took cialis, she wrote in her novel.",
        "祖父は七十年、競馬予想をした。祖母は競馬予想をする背中を描いた。競馬予想の紙は箱に入っている。",
    ],
)
def test_what_people_do_with_such_a_thing_is_spoken_of(text: str) -> None:
    """An abstract on students who bet was injected in November 2026."""
    assert wonmun.check(text).verdict != "injected"


def test_where_a_trade_goes_on_is_part_of_its_name() -> None:
    known = lexicon("id")
    assert known.names_trade("judi bola online")
    assert not known.names_trade("judi bola gacor")
