"""What `wonmun check` leaves out until it is needed: most of a start's time goes into loading."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "가을 전시회가 저잣거리에서 열린다. 누구나 볼 수 있다.\n"
CHECK = """
import sys
from contextlib import suppress
from wonmun.cli import main
with suppress(SystemExit):
    sys.argv[1:1] = ["check"]
    main()
"""


def after_check(path: Path, code: str) -> str:
    """Give what the code prints behind the answer of a check."""
    program = [sys.executable, "-c", CHECK + code, str(path)]
    return subprocess.run(program, capture_output=True, text=True, check=True).stdout.splitlines()[-1]


def test_plain_text_is_checked_without_a_parser_or_a_network(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    loaded = "print(sorted({'bs4', 'lxml', 'ssl', 'aiohttp', 'kiwipiepy'} & set(sys.modules)))"
    assert after_check(tmp_path / "a.txt", loaded) == "[]"


def test_patterns_of_other_languages_are_not_compiled_for_a_korean_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    compiled = (
        "from wonmun.language.load import lexicon; from wonmun.rules import houses, named\n"
        "patterns = houses._CLEAR, named._OFFICE, lexicon('abroad').strong_pattern.regex\n"
        "print(['match' in vars(pattern) for pattern in patterns])"
    )
    assert after_check(tmp_path / "a.txt", compiled) == "[False, False, False]"


def test_the_list_of_commands_needs_no_engine() -> None:
    code = (
        "import sys; from contextlib import suppress; from wonmun.cli import wonmun\n"
        "with suppress(SystemExit): wonmun(['--help'])\n"
        "print(sorted({'wonmun.recipe', 'wonmun.detect'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.splitlines()
    assert shown[0].startswith("Usage:")
    assert shown[-1] == "[]"
