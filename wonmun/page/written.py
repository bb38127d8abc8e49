"""What a page's scripts do to it while it loads, where they say it outright: markup they write, styles they set.

Spam is often hidden so that no `style` attribute tells of it: `document.write('<div style="display:none">')`, or
`document.getElementById("x").style.display = "none"`. Nothing is run: only calls with plain strings are read, outside
of functions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_STRING = r"(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')"
_SCRIPT = re.compile(r"<!--|<script(?:\s[^>]{0,500})?>", re.IGNORECASE)
_END = re.compile(r"</script\s*>", re.IGNORECASE)
_CALL = re.compile(rf"\s*document\.write(?:ln)?\(\s*({_STRING}(?:\s*\+\s*{_STRING})*)\s*\)\s*;?")
_ONE = re.compile(_STRING)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_FOUND = rf"document\.(getElementById|querySelector)\(\s*({_STRING})\s*\)"
_KEPT = re.compile(rf"([\w$]{{1,40}})\s*=\s*{_FOUND}")
_SET = re.compile(
    rf"(?:{_FOUND}|(?<![\w$.])([\w$]{{1,40}}))(\.parent(?:Node|Element))?\."
    rf"(?:style\.(\w{{1,40}})\s*=\s*({_STRING})|setAttribute\(\s*[\"']style[\"']\s*,\s*({_STRING})\s*\)"
    r"|(hidden)\s*=\s*(?:true|!0)\b|(remove)\(\s*\))"
)
_SETTING = ("style", "setAttribute", ".hidden", ".remove(")
_LONGEST, _MOST = 50_000, 100
"""Characters of a script that is read; styles that are taken from a page's scripts."""
_PLAIN = re.compile(r"[\w .#>\u0080-\uffff-]{1,100}")
_CAPITAL = re.compile("[A-Z]")


def written_out(source: str) -> str:
    """Put what scripts that only write markup write in their place; one that writes further scripts stays.

    >>> written_out('<script>document.write("<i hidden>")</script>a</i>')
    '<i hidden>a</i>'
    """
    if "document.write" not in source:
        return source
    pieces, at, kept = [], 0, 0
    while found := _SCRIPT.search(source, at):
        comment = found.group() == "<!--"
        end = source.find("-->", found.end()) if comment else -1
        closing = None if comment else _END.search(source, found.end())
        if end < 0 and closing is None:
            break
        at = closing.end() if closing else end
        if closing and (markup := _markup(source[found.end() : closing.start()])) is not None:
            pieces += [source[kept : found.start()], markup]
            kept = at
    return "".join([*pieces, source[kept:]]) if pieces else source


def _markup(script: str) -> str | None:
    at, parts, text = 0, [], script.strip()
    while len(text) <= _LONGEST and (call := _CALL.match(text, at)):
        parts += [_value(string) for string in _ONE.findall(call.group(1))]
        at = call.end()
    markup = "".join(parts)
    return markup if parts and not text[at:].strip() and "<script" not in markup.lower() else None


def styles_set(script: str) -> Iterator[str]:
    """Yield as rules of a style sheet what a script sets of elements' styles when it is run.

    >>> list(styles_set('document.getElementById("a").style.textIndent = "-99em"'))
    ['#a{text-indent:-99em!important}']
    >>> list(styles_set('document.getElementById("a").parentNode.style.display = "none"'))
    [':has(> #a){display:none!important}']
    """
    if not any(word in script for word in _SETTING) or len(script) > _LONGEST:
        return
    names = {found[1]: _selector(found[2], found[3]) for found in _KEPT.finditer(script)}
    deep = at = 0
    for number, found in enumerate(_SET.finditer(script)):
        deep += script.count("{", at, found.start()) - script.count("}", at, found.start())
        at = found.start()
        selector = _selector(found[1], found[2]) if found[1] else names.get(found[3], "")
        if deep or not selector or number >= _MOST:
            continue
        if found[4]:
            selector = f":has(> {selector})"
        gone = found[8] or found[9]
        value = "display:none" if gone else _value(found[6] or found[7])
        if found[5] and found[5] != "cssText":
            value = f"{_CAPITAL.sub(lambda capital: '-' + capital[0].lower(), found[5])}:{value}"
        declarations = [one.partition("!")[0].strip() for one in value.split(";") if one.strip()]
        if not any(mark in value for mark in "{}\"'"):
            yield f"{selector}{{{';'.join(f'{one}!important' for one in declarations)}}}"


def _selector(how: str, string: str) -> str:
    name = _value(string)
    if not _PLAIN.fullmatch(name):
        return ""
    return f"#{name}" if how == "getElementById" else name


def _value(string: str) -> str:
    """Give what a quoted string of a script says."""

    def letter(found: re.Match[str]) -> str:
        code = found[1] or found[2]
        return chr(int(code, 16)) if code else {"n": "\n", "t": "\t", "r": "\r", "\n": ""}.get(found[3], found[3])

    return _ESCAPE.sub(letter, string[1:-1])
