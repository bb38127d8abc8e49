"""robots.txt, judged: RFC 9309, with the crawl delay that many sites add."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_LARGEST = 512_000
"""Characters read; the standard asks for at least 500 KiB."""
_LONGEST_DELAY = 300.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a URL may be asked, by which line, and how long to wait between two requests."""

    allowed: bool
    line: str = ""
    delay: float | None = None
    """Seconds."""


@dataclass(frozen=True, slots=True)
class _Group:
    agents: tuple[str, ...]
    rules: tuple[tuple[bool, str], ...]
    delay: float | None


def judge_robots(text: str, url: str, agent: str) -> Judgement:
    r"""Say what a robots.txt means for `agent` (the product's name) and one URL of its host. Raises nothing.

    The longest matching rule decides, a tie allows; groups for the same agent are taken together, `*` counts
    where no group names the agent.

    >>> judge_robots("User-agent: *\nDisallow: /private", "https://a.example/private/1", "wonmun").allowed
    False
    """
    groups = _groups(text[:_LARGEST])
    name = re.split(r"[/\s]", agent.strip(), maxsplit=1)[0].lower()
    chosen = [g for g in groups if name in g.agents] or [g for g in groups if "*" in g.agents]
    delay = next((g.delay for g in chosen if g.delay is not None), None)
    path = _path_of(url)
    if path == "/robots.txt":
        return Judgement(allowed=True, delay=delay)
    matching = [(len(rule), allow, rule) for g in chosen for allow, rule in g.rules if _matches(rule, path)]
    if not matching:
        return Judgement(allowed=True, delay=delay)
    _, allow, rule = max(matching)
    return Judgement(allow, f"{'Allow' if allow else 'Disallow'}: {rule}", delay)


class _Reader:
    """Collects the groups of a file, line by line."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self.agents: list[str] = []
        self.rules: list[tuple[bool, str]] = []
        self.delay: float | None = None
        self.in_rules = False

    def close(self) -> None:
        if self.agents:
            self.groups.append(_Group(tuple(self.agents), tuple(self.rules), self.delay))
        self.agents, self.rules, self.delay, self.in_rules = [], [], None, False

    def line(self, key: str, value: str) -> None:
        if key in {"user-agent", "useragent", "user agent"}:
            if self.in_rules:
                self.close()
            self.agents.append(re.split(r"[/\s]", value, maxsplit=1)[0].lower())
            return
        self.in_rules = self.in_rules or key in {"allow", "disallow", "crawl-delay"}
        if key in {"allow", "disallow"} and value:
            self.rules.append((key == "allow", _normal(value)))
        elif key == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d{1,6})?", value):
            self.delay = min(float(value), _LONGEST_DELAY)


def _groups(text: str) -> list[_Group]:
    reader = _Reader()
    for line in text.lstrip("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            reader.line(key.strip().lower(), value.strip())
    reader.close()
    return reader.groups


def _path_of(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "/"
    return _normal((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))


def _normal(path: str) -> str:
    """Percent-encode what is beyond ASCII, and write the escapes in one case, so that both sides compare."""
    path = quote(path, safe="!#$%&'()*+,/:;=?@[]~-._")
    return re.sub(r"%[0-9a-fA-F]{2}", lambda m: m.group().upper(), path)


def _matches(rule: str, path: str) -> bool:
    """Match with `*` and a final `$`, greedily from the left: linear, whatever the rule."""
    anchored = rule.endswith("$")
    parts = rule.removesuffix("$").split("*")
    if not path.startswith(parts[0]):
        return False
    at = len(parts[0])
    if len(parts) == 1:
        return not anchored or at == len(path)
    for part in parts[1:-1]:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    if anchored:
        return path.endswith(parts[-1]) and len(path) - len(parts[-1]) >= at
    return path.find(parts[-1], at) >= 0
