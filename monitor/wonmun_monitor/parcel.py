"""What goes to a worker process and what comes back, as bytes: a fifth of pickle's time, and nothing is run."""

from __future__ import annotations

import pickle
import sqlite3
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from wonmun.errors import InputError, LogError, WonmunError
from wonmun.model import Page, Report  # noqa: TC001 - msgspec reads the fields' types when the program runs
from wonmun.net.leads import Lead  # noqa: TC001 - as the line before
from wonmun_monitor.intents import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

_KINDS: tuple[type[WonmunError], ...] = (InputError, LogError, WonmunError)
_PLAIN, _ODD, _TROUBLE = b"m", b"p", b"e"
"""What a parcel begins with."""


@dataclass(frozen=True, slots=True)
class Work:
    """One body to be read and checked."""

    log: str
    """Path of the log that serves as memory; "" for none."""
    url: str
    body: bytes
    content_type: str


class _Answer(msgspec.Struct, frozen=True, array_like=True):
    """A reading; the report's texts are left out where they are the page's."""

    page: Page
    report: Report
    text_hash: bytes
    words: tuple[str, ...]
    terms: tuple[str, ...]
    packed: bytes
    leads: tuple[Lead, ...]


class _Trouble(msgspec.Struct, frozen=True, array_like=True):
    """Which error, by its place in `_KINDS`, and its sentence."""

    kind: int
    sentence: str


_work = msgspec.msgpack.Decoder(Work)
_answer = msgspec.msgpack.Decoder(_Answer)
_trouble = msgspec.msgpack.Decoder(_Trouble)


def packed_work(work: Work) -> bytes:
    """Write work down."""
    try:
        return msgspec.msgpack.encode(work)
    except UnicodeEncodeError:  # a header's bytes that are no text come as half surrogate pairs
        return msgspec.msgpack.encode(replace(work, url=_sound(work.url), content_type=_sound(work.content_type)))


def done(parcel: bytes, check: Callable[[Work], Reading]) -> bytes:
    """Do what a parcel asks for; give the parcel of the reading, or of the error. Raises nothing."""
    try:
        work = _work.decode(parcel)
        return _packed(check(work))
    except WonmunError as error:
        kind, sentence = next(n for n, k in enumerate(_KINDS) if isinstance(error, k)), str(error)
    except sqlite3.Error as error:
        kind, sentence = _KINDS.index(WonmunError), f"the log could not be asked ({error})"
    except Exception as error:  # noqa: BLE001 - the rim of a process: told to the one that waits
        kind, sentence = _KINDS.index(WonmunError), f"{type(error).__name__}: {error}"
    return _TROUBLE + msgspec.msgpack.encode(_Trouble(kind, _sound(sentence)))


def reading_of(parcel: bytes) -> Reading:
    """Read a worker's parcel. Raises the `WonmunError` that it tells of."""
    kind, rest = parcel[:1], memoryview(parcel)[1:]
    if kind == _TROUBLE:
        trouble = _trouble.decode(rest)
        raise _KINDS[trouble.kind](trouble.sentence)
    if kind == _ODD:
        odd: Reading = pickle.loads(rest)  # noqa: S301 - from our own process
        return odd
    told = _answer.decode(rest)
    report, text = told.report, told.page.text
    report = replace(report, text=report.text or text, restored=report.restored or text)
    return Reading(told.page, report, told.text_hash, told.words, told.terms, told.packed, told.leads)


def _packed(reading: Reading) -> bytes:
    page, report = reading.page, reading.report
    same = report.text == page.text
    slim = replace(
        report, text="" if same else report.text, restored="" if report.restored == page.text else report.restored
    )
    answer = _Answer(page, slim, reading.text_hash, reading.words, reading.terms, reading.packed, reading.leads)
    try:
        return _PLAIN + msgspec.msgpack.encode(answer)
    except UnicodeEncodeError:  # half a surrogate pair, as JSON-LD may hold
        return _ODD + pickle.dumps(reading)


def _sound(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
