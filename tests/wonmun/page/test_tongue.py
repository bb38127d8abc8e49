"""Which language a text is in: short ones, mixed ones, and pages that claim another."""

from __future__ import annotations

import pytest

from wonmun.page.tongue import guess_language


@pytest.mark.parametrize(
    ("text", "claimed", "code"),
    [
        ("Warga desa membangun jembatan baru setelah banjir besar tahun lalu di kota itu.", "en", "id"),
        # A court report of eight words in a hundred from the old list was taken for no language at all.
        ("Hakim menyatakan pinjaman tanpa izin melanggar hukum, karena korban telah ditagih setiap hari.", "", "id"),
        ("The council voted to keep the ferry for another year and to pay for it.", "id", "en"),
        ("Der Rat", "en", "en"),
        ("Der Rat der Stadt will drei Straßen sperren, und das ist in der Innenstadt sehr umstritten.", "de", "de"),
        (
            "De markt is in het voorjaar in de straat, zegt de wethouder in een brief aan de winkels in de buurt.",
            "",
            "",
        ),
        ("安装程序会启动 Installer program 选择语言", "", "zh"),
        ("市政府决定明年春天关闭三条街道为每周市场腾出空间议员们以十一票赞成", "ja", "zh"),
        ("東京都庁", "ja", "ja"),
        ("市は春に三つの通りを閉じる", "zh", "ja"),
        ("Город закроет три улицы", "en", "ru"),
        ("오늘 서울은 맑다. Seoul is sunny today.", "en", "ko"),
    ],
)
def test_letters_and_common_words_outweigh_what_a_page_claims(text: str, claimed: str, code: str) -> None:
    assert guess_language(text, claimed) == code
