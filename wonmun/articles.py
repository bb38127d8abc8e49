"""Genuine articles as JSONL lines → `Article` records, or one sentence about the line that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from wonmun.errors import MemoryFileError
from wonmun.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WANTED = 'write one {"id", "text", "title"?, "url"?, "date"?} a line'


class _Line(msgspec.Struct):
    """What a line must and may hold; other keys are let pass."""

    id: str | int
    text: Annotated[str, msgspec.Meta(min_length=1)]
    title: str | None = None
    url: str | None = None
    date: str | None = None


def parse_articles(lines: Iterable[bytes | str], name: str) -> Iterator[Article]:
    """Read articles, trusted ones, from the lines of the file called `name`; blank lines are skipped.

    Raises `MemoryFileError` naming file and line at the first one that is no article.
    """
    decoder = msgspec.json.Decoder(_Line)
    for number, line in enumerate(lines, 1):
        raw = line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if not raw.strip():
            continue
        yield _article(decoder, raw, f"{name}:{number}")


def _article(decoder: msgspec.json.Decoder[_Line], raw: bytes, where: str) -> Article:
    try:
        line = decoder.decode(raw)
    except msgspec.ValidationError as error:
        raise MemoryFileError(f"{where}: is no article ({_plain(str(error))}); {_WANTED}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise MemoryFileError(f"{where}: is no JSON object; {_WANTED}") from error
    if not line.text.strip():
        raise MemoryFileError(f"{where}: `text` is blank; {_WANTED}")
    return Article(
        id=str(line.id),
        text=line.text,
        title=line.title or "",
        url=line.url or "",
        date=line.date or "",
        trusted=True,
    )


def _plain(message: str) -> str:
    """Turn msgspec's words into ours."""
    text, _, path = message.partition(" - at `$")
    key = path.rstrip("`").lstrip(".")
    return f"`{key}`: {text[0].lower()}{text[1:]}" if key else f"{text[0].lower()}{text[1:]}"
