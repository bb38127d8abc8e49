"""Loads, by being imported, all that a check may need: for the process that worker processes are forked from.

Kiwi is among it: half a second to read, half a second for its first sentence, and 300 MB, once instead of once a
worker. No log is opened here.
"""

from __future__ import annotations

import gc

from wonmun.language.kiwi import kiwi
from wonmun_monitor.parcel import Work, done, packed_work
from wonmun_monitor.reading import check_body

_SENTENCES = "오늘 서울은 대체로 맑겠다. 시민들은 광장에서 열린 음악회를 즐겼다. "
_PAGES = (_SENTENCES * 3, (_SENTENCES + "무료 바카라 사이트 ") * 6 + _SENTENCES * 4)
"""One honest, one injected: their checks compile patterns and read what restoring needs, a seventh of a second each."""

for _text in _PAGES:
    _page = (
        f"<html><head><title>오늘</title></head><body><p><a href='/'>날씨</a></p><p>{_text}</p></body></html>".encode()
    )
    done(packed_work(Work("", "https://example.org/", _page, "text/html")), check_body)
kiwi().analyze(_SENTENCES)
gc.collect()
