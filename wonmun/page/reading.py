"""A selector's text → the conditions that it sets."""

from __future__ import annotations

import re
from functools import lru_cache

from wonmun.later import later
from wonmun.page.selectors import Compound, Rule

_LEAF = r"[^()]*"
_INNER = rf"{_LEAF}(?:\({_LEAF}(?:\({_LEAF}\){_LEAF})*\){_LEAF})*"
_NAME = r"[\w\u0080-\uffff-]+"
_PART = later(
    rf"#(?P<id>{_NAME})|\.(?P<cls>{_NAME})|\[(?P<attr>[^\]]*)\]"
    rf"|(?P<tag>\*|[A-Za-z][\w-]*)|:not\((?P<neg>{_INNER})\)|:has\((?P<has>{_INNER})\)"
    rf"|:(?:is|matches|-(?:webkit|moz)-any)\((?P<any>{_INNER})\)|:where\((?P<mild>{_INNER})\)"
    r"|(?P<root>:root\b)|:(?P<place>(?:first|last|only)-(?:child|of-type)\b|nth-(?:last-)?(?:child|of-type)\([^()]*\))"
    r"|:(?P<state>hover|active|focus(?:-within|-visible)?|target(?:-within)?|visited|empty|fullscreen|popover-open"
    r"|modal|autofill|indeterminate)(?![\w(-])|:(?P<said>link|any-link|checked|disabled|defined)(?![\w(-])"
)
_SAID = {"link": "href", "any-link": "href", "checked": "checked", "disabled": "disabled"}
"""Attributes by which it is known; every element is taken as `:defined`, as scripts will have made it so."""
_NOTHING: frozenset[str] = frozenset()
"""One for all rules that ask for nothing: an empty set takes 216 bytes, and a page may have 5,000 rules."""
_ONE = later(rf"(?:[^,()]|\({_INNER}\)|[()])+")
_STEP = later(rf"(?:[^\s>+~()\[\]]|\({_INNER}\)|\[[^\]]*\])+")
_NTH = later(r"(?:([+-]?\d*)n)?(?:([+-]?\d+))?")
_ATTRIBUTE = later(r"\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:\"(.*?)\"|'(.*?)'|([^\s\"']*))\s*([isIS])?)?\s*")
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_STANDING_IN = {0xE000 + code: code for code in range(0x80)}
"""Signs of a name that are none elsewhere (`.md\\:a`) are letters for private use while a selector is read."""
_LONGEST, _MOST_STEPS, _LONGEST_NUMBER = 500, 20, 20
"""Characters, and elements from the first to the last, of a selector that is read; characters of a number in it."""
_NEVER = Compound(tag="(none)")


def unescaped(selectors: str) -> str:
    r"""Put letters in the place of what is written with a backslash.

    >>> unescaped(r".z\78 .y")
    '.zx.y'
    """
    if "\\" not in selectors:
        return selectors

    def letter(found: re.Match[str]) -> str:
        code = int(found[1], 16) if found[1] else ord(found[2])
        name = code < 0x80 and not (chr(code).isalnum() or chr(code) in "-_")
        return chr(code + 0xE000 if name else min(code, 0xFFFF))

    return _ESCAPED.sub(letter, selectors)


def read_selector(
    selector: str, declarations: tuple[tuple[str, str, bool], ...], order: tuple[int, int]
) -> Rule | None:
    """Return the rule of one selector without commas; None where it is not understood, never applies or is endless.

    `order` is the rank of its layer and its place in the page.
    """
    if len(selector) > _LONGEST:
        return None
    steps = list(_STEP.finditer(selector))
    read = [_compound(step.group()) for step in steps]
    known = [c for c in read if c is not None]
    ends = [0, *(step.end() for step in steps)]
    between = [selector[a : step.start()].strip() for a, step in zip(ends, steps, strict=False)]
    combinators = [how or " " for how in between[1:]]
    understood = len(known) == len(read) and set(combinators) <= {" ", ">", "+", "~"} and _NEVER not in known
    if not known or not understood or len(read) > _MOST_STEPS or between[0] or selector[ends[-1] :].strip():
        return None
    above = tuple(zip(reversed(combinators), reversed(known[:-1]), strict=True))
    weights = tuple(map(sum, zip(*(c.weight for c in known), strict=True)))
    last = known[-1]
    needs = frozenset(key for how, c in above if how in " >" and (key := c.key)) or _NOTHING
    plain = last.plain and not above
    rank = (order[0], *weights, order[1])
    having = _NOTHING.union(*(c.asks for c in known)) or _NOTHING
    counts = any(c.counts for c in known)
    beside = not {"+", "~"}.isdisjoint(combinators)
    return Rule(last, above, rank, declarations, _for_people(last, selector), needs, plain, counts, having, beside)


def alternatives(selectors: str) -> list[str]:
    """Cut a list of selectors at its commas, but not at those inside brackets.

    >>> alternatives("a, b:is(i, u)")
    ['a', 'b:is(i, u)']
    """
    found = _ONE.findall(selectors) if "(" in selectors else selectors.split(",")
    return [selector.strip() for selector in found]


@lru_cache(maxsize=2048)
def _compound(text: str) -> Compound | None:
    parts: dict[str, list[str]] = {}
    at = 0
    for found in _PART.finditer(text):
        if found.start() != at:
            return None
        at, kind = found.end(), found.lastgroup or ""
        parts.setdefault(kind, []).append(found[kind])
    if at != len(text) or not text:
        return None
    attributes = [_attribute(attribute) for attribute in parts.get("attr", ())]
    never = [_group(group) for group in parts.get("neg", ())]
    either = [_group(group, forgiving=True) for group in (*parts.get("any", ()), *parts.get("mild", ()))]
    places = [_place(place.lower()) for place in parts.get("place", ())]
    if "state" in parts:
        return _NEVER
    if not all((*attributes, *never, *either, *places)):
        return None
    tag = parts.get("tag", ["*"])[-1].lower()
    said = [(name, "", "") for state in parts.get("said", ()) if (name := _SAID.get(state))]
    own = (
        len(parts.get("id", ())),
        sum(len(parts.get(kind, ())) for kind in ("cls", "attr", "place", "said", "root", "has")),
        int(tag != "*"),
    )
    heaviest = [max(c.weight for c in group) for group in (*never, *either[: len(parts.get("any", ()))])]
    return Compound(
        "html" if "root" in parts else "" if tag == "*" else tag,
        tuple(sorted(set(map(_name, parts.get("id", ()))))),
        tuple(sorted(set(map(_name, parts.get("cls", ()))))),
        (*(attribute for attribute in attributes if attribute), *said),
        tuple(compound for group in never for compound in group),
        tuple(either),
        tuple(place for asked in places for place in asked),
        tuple(tuple(alternatives(group)) for group in parts.get("has", ())),
        tuple(map(sum, zip(own, *heaviest, strict=True))),  # type: ignore[arg-type]
    )


def _name(written: str) -> str:
    return written.translate(_STANDING_IN)


def _attribute(text: str) -> tuple[str, str, str] | None:
    """Read what stands in square brackets, as `Compound.attributes` has it."""
    found = _ATTRIBUTE.fullmatch(text)
    if not found:
        return None
    wanted = _name(found[3] or found[4] or found[5] or "")
    blind = (found[6] or "").lower() == "i"
    return found[1].lower(), (found[2] or "") + ("i" if blind else ""), wanted.lower() if blind else wanted


def _group(text: str, *, forgiving: bool = False) -> tuple[Compound, ...]:
    """Read the list inside `:not()` or `:is()`; () where one of it is more than one element's conditions.

    Of a `forgiving` list what is not understood is left out.
    """
    read = [_compound(one) for one in alternatives(text)]
    known = tuple(c for c in read if c is not None)
    return known if forgiving or len(known) == len(read) else ()


def _place(text: str) -> tuple[tuple[int, int, int], ...]:
    """Give `:nth-child(2n+1)` and the like as `Compound.places` has them; () where it is not understood."""
    name, _, asked = text.rstrip(")").partition("(")
    alike = 1 if name.endswith("of-type") else 0
    if name.startswith("only"):
        return (alike, 0, 1), (alike + 2, 0, 1)
    which = alike + (2 if "last-" in name else 0)
    if not asked:
        return ((which, 0, 1),) if name.startswith(("first", "last")) else ()
    formula = {"odd": "2n+1", "even": "2n"}.get(asked.strip(), "".join(asked.split()))
    found = _NTH.fullmatch(formula) if len(formula) <= _LONGEST_NUMBER else None
    if not found or not formula:
        return ()
    a = {None: 0, "": 1, "+": 1, "-": -1}.get(found[1])
    return ((which, int(found[1]) if a is None else a, int(found[2] or 0)),)


def _for_people(last: Compound, selector: str) -> str:
    if last.ids:
        return f"id {min(last.ids)}"
    if last.classes:
        return f"class {min(last.classes)}"
    return f"rule {selector[:60]}"
