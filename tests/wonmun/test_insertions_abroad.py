"""Insertions outside Korean: deleted where the words around all places close, held where one of them is left open."""

from __future__ import annotations

import pytest

import wonmun

EN = (
    "The observatory on Mount Tirel will{0} be closed for two years. Its director said that she{0} had asked for new mirrors "
    "since 2011. Visitors can watch a film at{0} least once a day. The village hopes that tourists come back when the "
    "dome is open again, and a bus company has promised cheaper tickets."
)
EN_CLAUSES = (
    "The observatory on Mount Tirel will be closed for two years, {0}because the old dome leaks. In summer, {0}children "
    "from the village show the stars to visitors. The director, {0}who came here in 2011, wants new mirrors."
)
ZH = (
    "雁荡镇的{0}茶农今年采茶比往年早了十天。镇上的茶厂增加了{0}三条生产线，工人白天和{0}晚上轮班。茶厂负责人王海青说，"
    "春茶的价格比去年高一成。村里的老人说，过去采茶全靠手，现在年轻人用机器。"
)
ZH_CLAUSES = (
    "县图书馆的夜间阅览室已经开放了一个月，{0}每天都有六十多名读者。馆长刘梅说，{0}我们原来担心没有人来。{0}"
    "那些下班以后才有时间的人最高兴。图书馆打算明年再开一间儿童阅览室。"
)
JA = "港町の朝市に{0}若い店主が増えている。三年前に{0}店を開いた山本さんは、魚の干物を売る。町は{0}空き家を店に改修する費用を補助してきた。客は隣の県からも来る。"
ZH_PREDICATES = (
    "县图书馆的夜间阅览室开放了一个月，{0}窗户到十二点还亮着灯。馆长刘梅买了四十盏台灯，{0}桌子上放满了书。"
    "读者多半是上夜班的司机，{0}饭盒放在脚边。附近的面馆也改了时间，关门比从前晚一个小时。"
)
ZH_PARTS = (
    "老磨坊上个月又响了起来。木匠杨茂林和他的{0}侄子做了水车，用的是{0}黄杉。石磨慢，磨出的粉有清香，每斤收五毛钱。"
)
ID = (
    "Sumur tua di kampung kami{0} tidak pernah kering. Airnya dipakai oleh{0} semua keluarga, dan pada musim kemarau"
    "{0} panjang warga kampung sebelah ikut mengantre. Tahun lalu{0} mereka membangun bak baru dari batu kali."
)
PHRASES = {
    "en": ("best online casino", "luxury replica watches"),
    "zh": ("澳门博彩网站", "小额贷款"),
    "id": ("bandar togel online", "jasa backlink murah"),
    "ja": ("オンラインカジノ", "闇金 即日融資"),
}


def restored(text: str, phrase: str) -> str:
    return wonmun.check(text.format(phrase)).restored


@pytest.mark.parametrize("phrase", PHRASES["en"])
def test_what_parts_english_words_that_no_noun_stands_between_is_deleted(phrase: str) -> None:
    assert restored(EN, f" {phrase}") == EN.format("")


@pytest.mark.parametrize("phrase", PHRASES["en"])
def test_what_is_glued_to_clauses_is_deleted(phrase: str) -> None:
    assert restored(EN_CLAUSES, phrase) == EN_CLAUSES.format("")


@pytest.mark.parametrize("phrase", PHRASES["zh"])
@pytest.mark.parametrize("text", [ZH, ZH_CLAUSES, ZH_PREDICATES, ZH_PARTS])
def test_what_parts_chinese_words_is_deleted(text: str, phrase: str) -> None:
    """Until November 2026 nothing was deleted between Chinese words."""
    assert restored(text, phrase) == text.format("")


@pytest.mark.parametrize("phrase", PHRASES["id"])
def test_what_parts_indonesian_words_that_stand_side_by_side_is_deleted(phrase: str) -> None:
    assert restored(ID, f" {phrase}") == ID.format("")


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("observatory", EN.format("")),
        ("people", "A night bus carried people on average. A village bus runs for people too. " + EN.format("")),
        ("茶农", "茶农每天上山。" + ZH.format("") + "镇政府为茶农修了路。"),
        ("茶厂", ZH.format("")),
        ("图书馆", ZH_CLAUSES.format("")),
        ("南京", "南京大学的学生上周在南京图书馆读书。老师认为，南京市的秋天很美。" + ZH_CLAUSES.format("")),
        ("山本", JA.format("") + "取材の日も、山本さんは早くから店にいた。"),
        ("岩手", "沖の地震で、八戸市と岩手県盛岡市が震度4だった。岩手県沿岸には津波注意報が出た。" + JA.format("")),
        ("干物", JA.format("") + "毎月干物の市も開かれる。"),
    ],
)
def test_what_replaced_a_noun_stays(term: str, text: str) -> None:
    phrase = PHRASES["en" if term.isascii() else "ja" if text.count("の") else "zh"][0]
    report = wonmun.check(text.replace(term, phrase))
    assert {f.replacement for f in report.findings} == {None}, (term, report.findings)


def test_a_noun_with_a_number_stays_though_it_opens_clauses() -> None:
    """Seen from outside in November 2026: a phrase for a storm, deleted, left `7号は強い勢力` behind."""
    text = (
        "大型の台風が週末に九州へ近づく見込みだ。気象台によると、{0}7号は強い勢力を保ったまま北へ進んでいる。{0}周辺の雨雲が次々に流れ込み、"
        "山沿いでは大雨になる。港では漁師たちが船を綱で結び、子どもたちは早めに下校した。市は午後から避難所を三か所開く。"
    )
    report = wonmun.check(text.format("百家楽 必勝 無料"))
    assert [f.replacement for f in report.findings] == [None, None]


TRAMS = (
    "The council agreed on Monday to the new {0} tram lines, which will open in spring. Older people fear for the stop at the "
    "hospital, since it lies under the new {0} line that leaves out the market. Drivers will be trained on the new {0} lines "
    "and paid for the training. The {0} line is to run until midnight."
)
HUT = (
    "Warga dari dua dusun memperbaiki {0} bambu yang rusak karena hujan dan angin. Kepala dusun, Sarpan, mengatakan bahwa {0} "
    "lama roboh dua tahun lalu. Tukang yang tertua dari kampung itu mengikat tali di tengah {0}. Malam itu hujan turun lagi. "
    "Pemerintah berjanji akan membangun {0} beton tahun depan untuk petani yang berteduh di sawah."
)
HEAD = (
    "{0} Wonosari Hadi Prabu membuka pasar kambing pada hari Rabu. Pasar itu ramai sejak subuh, dan penjual datang dari tiga "
    "kecamatan.\n{0} Hadi Prabu mengatakan bahwa kandang baru dibangun tahun depan. Pedagang berharap airnya cukup."
)


@pytest.mark.parametrize(
    ("text", "term", "phrase"),
    [
        (TRAMS, "SwiftRail", "crypto casino bonus"),
        (HUT, "gubuk", "situs slot pulsa"),
        (HEAD, "Bupati", "akun demo slot"),
    ],
)
def test_what_describes_a_noun_or_a_name_stays(text: str, term: str, phrase: str) -> None:
    """Seen from outside in November 2026: a phrase for FastCAT, deleted before `route` at four places."""
    assert wonmun.check(text.format(term)).verdict == "clean"
    report = wonmun.check(text.format(phrase))
    assert report.verdict == "injected"
    assert {f.replacement for f in report.findings} == {None}
