"""The file config.yaml: where it is, and from its bytes to checked `Settings`. A wrong value is one sentence."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
import yaml

from wonmun.errors import SettingsError
from wonmun.settings import PATTERNS, UNITS, Bytes, Period, Record, Seconds, Settings

_SIZES = {"B": 1, "KB": 1000, "MB": 1000**2, "GB": 1000**3}
_NAMED = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)\s*")
_WORDS = {
    "array": "a list",
    "bool": "true or false",
    "float": "a number",
    "int": "a whole number",
    "object": "keys with values",
    "str": "text",
}
"""What msgspec calls kinds of values, in a user's words."""
_TIME = "a time such as 20s, 15m, 24h or 7d"


def config_path(named: str | None = None, environment: dict[str, str] | None = None) -> Path | None:
    """Which configuration counts: the one named, `WONMUN_CONFIG`, ./config.yaml, else the one that wonmun ships.

    None where even that is missing; the defaults count then.
    """
    environment = dict(os.environ) if environment is None else environment
    if chosen := named or environment.get("WONMUN_CONFIG"):
        return Path(chosen).expanduser()
    here = Path("config.yaml")
    package = Path(__file__).parent
    return next((p for p in (here, package / "config.yaml", package.parent / "config.yaml") if p.is_file()), None)


def load_settings(path: Path | None) -> Settings:
    """Read a configuration; None means the defaults.

    Raises `SettingsError` with one sentence naming the file and the key's path: `config.yaml: monitor.interval:
    …`. The file is never written.
    """
    if path is None:
        return Settings()
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror}); name another with --config") from error
    return parse_settings(raw, str(path))


def parse_settings(raw: bytes, name: str = "config.yaml") -> Settings:
    """Check the bytes of a configuration; `name` stands in the messages.

    A section whose every line is commented out counts as left out; a key given twice is an error, since YAML
    would silently take the last.
    """
    try:
        tree = yaml.load(raw, Loader=_OnceEach)  # noqa: S506 - a SafeLoader that also refuses doubled keys
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{name}:{mark.line + 1}" if mark else name
        problem = getattr(error, "problem", None) or "not readable as text"
        raise SettingsError(f"{where}: is no valid YAML ({problem}); mend that line") from error
    try:
        return msgspec.convert({} if tree is None else _given(tree), Settings, dec_hook=_from_text)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{name}: {_explain(str(error))}") from error


class _OnceEach(yaml.SafeLoader):
    """PyYAML's safe loader, which takes the last of two equal keys, made to say where the second one stands."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's signature
        seen = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key {key.value!r} stands here a second time", key.start_mark
                    )
                seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def _given(tree: object) -> object:
    """What a file really sets: keys without a value are left out, at any depth."""
    if not isinstance(tree, dict):
        return tree
    return {key: _given(value) for key, value in tree.items() if value is not None}


def _from_text(kind: type[Any], value: object) -> Any:
    if kind is Period:
        if (seconds := _measure(value, UNITS, _TIME)) <= 0:
            raise ValueError(f"Expected {_TIME}, more than none, got {value!r}")
        return Period(seconds)
    if kind is Seconds:
        return Seconds(_measure(value, UNITS, _TIME))
    if kind is Bytes:
        return Bytes(_measure(value, _SIZES, "a size such as 500KB, 5MB or 1GB"))
    raise TypeError(f"no configuration value is of type {kind.__name__}")


def _measure(value: object, units: dict[str, int], wanted: str) -> float:
    if isinstance(value, str) and (found := _NAMED.fullmatch(value)):
        number, unit = found.groups()
        scale = units.get(unit) or units.get(unit.lower()) or units.get(unit.upper())
        if scale:
            return float(number) * scale
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value == 0:
        return 0.0
    raise ValueError(f"Expected {wanted}, got {value!r}")


def _explain(message: str) -> str:
    """Turn msgspec's `… - at `$.feeds[0].url`` into `feeds[0].url: …`, naming the keys or values that exist."""
    text, _, path = message.partition(" - at `$")
    key = path.rstrip("`").lstrip(".")
    if unknown := re.search(r"unknown field `(.+?)`", text):
        name = f"{key}.{unknown.group(1)}".lstrip(".")
        return f"{name}: there is no such key; known here: {', '.join(_kind(key).__struct_fields__)}"
    if missing := re.search(r"missing required field `(.+?)`", text):
        return f"{f'{key}.{missing.group(1)}'.lstrip('.')}: is missing; add it"
    if wrong := re.search(r"[Ii]nvalid enum value (.+)", text):
        return f"{key}: there is no {wrong.group(1)}; one of {', '.join(map(str, get_args(_kind(key))))}"
    for pattern, wanted in PATTERNS.items():
        text = text.replace(f"`str` matching regex {pattern!r}", wanted)
    text = re.sub(r"`(\w+)`", lambda found: _WORDS.get(found[1], found[1]), text)
    return f"{key or 'the file'}: {text[0].lower()}{text[1:]}; mend the value or delete the line for the default"


def _kind(path: str) -> Any:
    """What type stands at a key's path, the items' type for a list."""
    kind: Any = Settings
    for part in re.sub(r"\[[^\]]*\]", "", path).split("."):
        if part:
            hint = get_type_hints(kind)[part]
            kind = next((found for found in _parts(hint) if _tells(found)), kind)
    return kind


def _parts(hint: Any) -> list[Any]:
    return [hint] if get_origin(hint) is Literal else [hint, *(p for a in get_args(hint) for p in _parts(a))]


def _tells(kind: Any) -> bool:
    return get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, Record))
