"""Bytes → text: byte order mark, what the text proves, header, meta, then detection.

Labels are hints: pages labelled EUC-KR hold cp949 syllables (펲, 뷁), and labels are plainly wrong often
enough that a decoding is looked at before it is believed.
"""

# ruff: noqa: SIM905 - lists of words read better as words than as rows of quoted literals
from __future__ import annotations

import codecs
import re

from wonmun.page.plausible import plausibility
from wonmun.page.wide import wide

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SUPERSETS = {
    "cp949": "euc-kr euckr cseuckr ks_c_5601 ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 iso-ir-149 "
    "korean windows-949 ms949 uhc cp949 949 x-windows-949",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis windows-31j ms932 cp932 932",
    "gb18030": "gb2312 gb_2312 gb_2312-80 csgb2312 gbk x-gbk cp936 ms936 windows-936 chinese euc-cn gb18030",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5 big5-eten",
    "cp1252": "iso-8859-1 iso8859-1 latin1 latin-1 l1 ascii us-ascii ansi windows-1252 cp1252 x-cp1252",
    "cp1254": "iso-8859-9 latin5 windows-1254 cp1254",
    "cp874": "tis-620 iso-8859-11 windows-874 cp874",
    "utf-8": "utf8 utf-8 utf_8 unicode-1-1-utf-8 utf-8-sig utf8mb4 x-unicode20utf8",
    "utf-16-le": "utf-16 utf16 utf-16le unicode ucs-2 iso-10646-ucs-2",
}
"""What browsers read each label as (WHATWG Encoding Standard), in Python's names; and some from the wild."""
_ALIASES = {alias: name for name, aliases in _SUPERSETS.items() for alias in aliases.split()}
_NEVER = frozenset("utf_7 idna punycode unicode_escape raw_unicode_escape undefined mbcs oem utf_8_sig".split())
_IN_TYPE = re.compile(r"charset\s*=\s*[\"']?\s*([^\s;\"'>]+)", re.IGNORECASE)
_IN_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_IN_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_META_WITHIN = 8192
"""Bytes looked through for a meta element; the standard says 1,024, old portals have it later."""
_SAMPLE = 60_000
_GUESSES = ("cp949", "gb18030", "cp932", "euc_jp", "big5hkscs")
_SINGLE_BYTE = ("cp1252", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp874", "cp1258")
_STATEFUL = ("iso2022", "hz", "utf-16", "utf-32", "utf_16", "utf_32")


def decode(data: bytes, content_type: str | None = None) -> tuple[str, str]:
    """Return the text of `data` and the character set it was read with. Raises nothing.

    `content_type` is the header's value. What cannot be read becomes U+FFFD.

    >>> decode("똠방각하".encode("cp949"), "text/html; charset=euc-kr")
    ('똠방각하', 'cp949')
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    labels = [name for name in (_from_header(content_type), _from_markup(data)) if name]
    for name in labels:
        if (
            name.startswith(_STATEFUL)
            and (text := _strict(data, name)) is not None
            and plausibility(text[:_SAMPLE]) > 0.7
        ):
            return text, name
    if b"\x1b$" in data[:_SAMPLE] and (text := _strict(data, "iso2022_jp")) is not None:
        return text, "iso2022_jp"
    if name := wide(data):
        return data.decode(name, "replace"), name
    if (text := _strict(data, "utf-8")) is not None:
        return text, "utf-8"  # bytes that are valid UTF-8 beyond ASCII are nothing else
    return _by_label(data, labels) or _detected(data, labels)


def known(label: str) -> str:
    """Return the Python name of the character set that a label means, "" for none that is a text's.

    >>> known("KS_C_5601-1987"), known("base64")
    ('cp949', '')
    """
    label = label.strip().strip("\"'").lower()
    if label in _ALIASES:
        return _ALIASES[label]
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):  # ValueError: a label with a NUL in it
        return ""
    name = info.name.replace("-", "_")
    return info.name if getattr(info, "_is_text_encoding", True) and name not in _NEVER else ""


def _from_header(content_type: str | None) -> str:
    found = _IN_TYPE.search(content_type or "")
    return known(found.group(1)) if found else ""


def _from_markup(data: bytes) -> str:
    head = data[:_META_WITHIN]
    found = _IN_META.search(head) or _IN_XML.search(head)
    name = known(found.group(1).decode("ascii", "replace")) if found else ""
    return "" if name.startswith(("utf-16", "utf-32")) else name  # it could not have been read as ASCII


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _by_label(data: bytes, labels: list[str]) -> tuple[str, str] | None:
    """Believe a label whose decoding reads like a text: breaks rarely, in letters that go together."""
    for name in labels:
        if name == "cp1252":  # says nothing: any bytes are valid in it, and servers send it by default
            continue
        text = data.decode(name, "replace")
        broken = text.count("\ufffd")
        if broken <= 0.002 * len(text) + 1 and plausibility(text[:_SAMPLE], name) >= 0.9:
            return text, name
    return None


def _detected(data: bytes, labels: list[str]) -> tuple[str, str]:
    sample = data[:_SAMPLE]
    scored = [(plausibility(sample.decode(name, "replace"), name), -i, name) for i, name in enumerate(_GUESSES)]
    score, _, name = max(scored)
    if score < 0.9:
        name = _statistical(sample) or next(iter(labels), "")
        if not name:
            name = "utf-8" if _mostly_utf8(sample) else "cp1252"
    return data.decode(name, "replace"), name


def _mostly_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "replace")
    return text.count("\ufffd") < 0.02 * len(text)


def _statistical(sample: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - few pages need to be guessed at

    best = from_bytes(sample, cp_isolation=list(_SINGLE_BYTE), threshold=0.2).best()
    return known(best.encoding) if best else ""
