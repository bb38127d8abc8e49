"""Whole pages as they are hacked in other languages, and honest ones that look like them."""

from __future__ import annotations

import pytest

from wonmun.detect import detect
from wonmun.page.parse import parse_page

ID_BODY = (
    "Dinas perpustakaan membuka ruang baca baru di lantai dua gedung lama. Ruang baca itu memiliki enam puluh kursi.",
    "Kepala dinas mengatakan ruang baca akan buka sampai malam selama masa ujian. Warga boleh membawa minuman.",
    "Pengunjung pertama, seorang mahasiswa, datang sejak pagi untuk menyelesaikan skripsinya tentang tanaman rawa.",
)
EN_BODY = (
    "The history faculty has put the diaries of a ship's doctor online. They cover eleven voyages between 1831 and 1849.",
    "Students copied the pages by hand for three years. The doctor wrote about storms, teeth and the price of lemons.",
    "The diaries can be searched by port and by illness. A reading takes place in the old library on Thursday.",
)
ZH_BODY = (
    "本校物理系的学生在山顶建起一座小型气象站。气象站每十分钟测一次风速和湿度，数据供附近农户使用。",
    "指导教师说，学生自己焊接了电路，并在冬天上山除冰。村里的果农根据数据决定何时灌溉。",
    "明年气象站将增加一台测量降雪的仪器，资金来自校友捐款。",
)
JA_SPAM = "スーパーコピー時計専門店。ブランドコピー激安通販サイト。スーパーコピー財布おすすめランキング。ブランドコピー時計販売。"


def page(body: tuple[str, ...], lang: str, title: str, **more: str) -> str:
    paragraphs = "".join(f"<p>{p}</p>" for p in body)
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{more.get("head", "")}</head>'
        f"<body><main><article><h1>{more.get('heading', title)}</h1>{paragraphs}</article></main>{more.get('after', '')}</body></html>"
    )


def links(texts: tuple[str, ...]) -> str:
    return " ".join(
        f'<a href="https://{name}.example/">{text}</a>' for name, text in zip("abcdefgh", texts, strict=False)
    )


HACKED = {
    "id: slots hidden on a page of the state": (
        page(ID_BODY, "id", "Ruang baca baru dibuka", after='<div style="position:absolute;left:-9999px">' + links(("slot gacor hari ini", "situs slot online", "togel hongkong", "judi bola terpercaya", "slot88 resmi")) + "</div>"),
        "https://perpustakaan.kota.go.id/berita/12",
        "hidden",
    ),
    "en: slots from abroad hidden at a university": (
        page(EN_BODY, "en", "Diaries of a ship's doctor", after='<div style="display:none">' + links(("slot gacor", "situs judi online", "togel singapore", "slot maxwin")) + "</div>"),
        "https://history.university.ac.uk/diaries",
        "hidden",
    ),
    "en: pills, loans and essays in the footer": (
        page(EN_BODY, "en", "Diaries of a ship's doctor", after="<footer>" + links(("buy viagra online", "payday loans no credit check", "essay writing service", "best online casino bonus")) + "</footer>"),
        "https://history.university.ac.uk/diaries",
        "link",
    ),
    "ja: a doorway where a school's page was": (
        page(tuple(JA_SPAM + f"{n}番目の優良店で送料無料、口コミ最新。" for n in range(6)), "ja", "スーパーコピー時計専門店"),
        "https://school.example.jp/info?id=812",
        "doorway",
    ),
    "zh: head of a gambling page, body of a school": (
        page(ZH_BODY, "zh", "百家乐技巧_真人娱乐城官网", heading="学生在山顶建起气象站", head='<meta name="description" content="百家乐技巧,真人娱乐城官网,注册送彩金"><meta property="og:title" content="学生在山顶建起气象站">'),
        "https://physics.school.edu.cn/news/7",
        "insertion",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HACKED)
def test_hacked_pages_are_found_for_what_they_are(name: str) -> None:
    html, url, kind = HACKED[name]
    found = detect(parse_page(html, url=url))
    assert found.verdict == "injected", found
    assert kind in {p.kind for p in found.places}


HONEST = {
    "a menu of languages and a cookie banner": page(
        EN_BODY, "en", "Diaries of a ship's doctor",
        after='<ul class="languages">' + "".join(f'<li><a href="/{c}/">{n}</a></li>' for c, n in zip(("de", "fr", "ja", "ko", "zh", "ru", "ar", "id"), ("Deutsch", "Français", "日本語", "한국어", "中文", "Русский", "العربية", "Bahasa Indonesia"), strict=True)) + '</ul><div id="cookies" style="display:none">We use cookies to remember your language. <a href="/privacy">Privacy</a> Accept all Reject all</div>',
    ),
    "a long footer": page(
        ID_BODY, "id", "Ruang baca baru dibuka",
        after="<footer>" + "".join(f'<a href="https://{h}.go.id/">{t}</a> ' for h, t in zip(("dinkes", "disdik", "dishub", "disnaker", "dukcapil", "pajak"), ("Dinas Kesehatan", "Dinas Pendidikan", "Dinas Perhubungan", "Lowongan Kerja", "Kependudukan", "Pajak Daerah"), strict=True)) + "</footer>",
    ),
    "a shop's list": page(
        tuple(f"Oak chair Lund {n}, oiled oak, free delivery, best price {90 + n}, buy now, add to basket, in stock" for n in range(12)), "en", "Oak chairs",
    ),
    "links of a report on gambling": page(
        ("Police raided an illegal casino above a bakery. Officers seized nine slot machines and arrested two men.",
         "Neighbours said that the casino had been open for a year. A court will decide on Monday."),
        "en", "Police raid illegal casino",
        after='<aside><a href="https://helpline.example/">Help with gambling</a> <a href="/news/2">Casino licence refused</a> <a href="/news/3">Lottery funds library</a></aside>',
    ),
    "two languages side by side": page((*EN_BODY, *ZH_BODY, *ID_BODY), "en", "Diaries of a ship's doctor"),
    "a Japanese shop with words of search": page(
        tuple(f"木の椅子 {n}号 おすすめ 送料無料 人気ランキング {n}位 価格{9800 + n}円 在庫あり" for n in range(1, 10)), "ja", "木の椅子 通販",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HONEST)
def test_honest_pages_that_look_like_them_are_silent(name: str) -> None:
    assert detect(parse_page(HONEST[name], url="https://www.paper.example/1")).verdict == "clean"


def test_a_casinos_own_page() -> None:
    """A real page of November 2026, prizes and no sentence, injected: an article is what a phrase is put into."""
    own = page(
        ("Popular games", "€50,832", "Spin It to Win It!"),
        "en",
        "Play casino online at Volo&Ann - An online casino | Volo&Ann",
        heading="Why you should join Volo&Ann",
    )
    assert detect(parse_page(own)).verdict != "injected"


def test_a_polite_word_without_its_first_letter() -> None:
    """A real form of November 2026: 客様登録 of お客様登録, at two places, injected."""
    body = (
        "店舗でお客様登録のメールアドレスをお知らせいただいている方は下記にご入力ください。",
        "お客様登録がまだお済みでない方は、最寄りの店舗へお問い合わせください。",
    )
    assert detect(parse_page(page(body, "ja", "パスワードを忘れた"))).verdict != "injected"
