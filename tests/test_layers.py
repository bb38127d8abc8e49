"""The arrows of ARCHITECTURE.md, read from the imports: a wrong one fails here."""

from __future__ import annotations

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RIM = {"__main__", "cli", "configuration", "corpus", "net", "settings", "translate"}
"""What of `wonmun` reads the environment, a clock, files or the network; everything else is the engine, new files too."""
NETWORK = {"aiohttp", "socket", "urllib.request", "http.client", "requests", "apprise", "flask", "waitress"}
SURROUNDINGS = {"time", "os", "subprocess", "datetime", "random"}


@cache
def imports(file: Path) -> set[str]:
    """Modules that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def files(*folders: str) -> list[Path]:
    return [f for folder in folders for f in sorted((ROOT / folder).rglob("*.py"))]


def engine_files() -> list[Path]:
    return [f for f in files("wonmun") if f.relative_to(ROOT / "wonmun").parts[0].removesuffix(".py") not in RIM]


def test_what_is_excepted_from_the_engine_is_there() -> None:
    assert {f.relative_to(ROOT / "wonmun").parts[0].removesuffix(".py") for f in files("wonmun")} >= RIM


def begins(names: set[str], *roots: str) -> set[str]:
    return {n for n in names if any(n == r or n.startswith(f"{r}.") for r in roots)}


@pytest.mark.parametrize("file", files("wonmun"), ids=lambda f: str(f.relative_to(ROOT)))
def test_the_engine_imports_no_app(file: Path) -> None:
    assert not begins(imports(file), "wonmun_monitor", "wonmun_server")


@pytest.mark.parametrize("file", files("monitor"), ids=lambda f: str(f.relative_to(ROOT)))
def test_the_monitor_does_not_import_the_server(file: Path) -> None:
    assert not begins(imports(file), "wonmun_server", "flask")


@pytest.mark.parametrize("file", engine_files(), ids=lambda f: str(f.relative_to(ROOT)))
def test_the_engine_knows_no_clock_socket_or_environment(file: Path) -> None:
    assert not begins(imports(file), *NETWORK, *SURROUNDINGS, "wonmun.net", "wonmun.cli", "wonmun.settings")


@pytest.mark.parametrize("file", files("server"), ids=lambda f: str(f.relative_to(ROOT)))
def test_the_server_holds_no_sql(file: Path) -> None:
    assert not begins(imports(file), "sqlite3", "sqlite_utils")


def test_the_scheduler_is_named_in_one_file() -> None:
    users = [f.name for f in files("wonmun", "monitor", "server") if begins(imports(f), "apscheduler")]
    assert users == ["schedule.py"]


def test_the_network_library_is_named_behind_one_door() -> None:
    users = {
        f.relative_to(ROOT).parts[:2] for f in files("wonmun", "monitor", "server") if begins(imports(f), "aiohttp")
    }
    assert users == {("wonmun", "net")}


@pytest.mark.parametrize("library", ["flask", "apscheduler", "feedparser", "bs4", "sqlite_utils"])
def test_what_wonmun_s_user_named_is_in_use(library: str) -> None:
    """However fast or small another way would be: a head read without bs4 took a quarter of the time once."""
    assert any(begins(imports(f), library) for f in files("wonmun", "monitor", "server"))


def test_no_files_need_each_other() -> None:
    """Nor in a round of several, nor for types: what they share stands in another."""
    every = files("wonmun", "monitor", "server")
    names = {".".join(f.relative_to(ROOT).with_suffix("").parts).removeprefix("monitor.").removeprefix("server."): f
             for f in every}  # fmt: skip
    needs = {name: imports(file) & names.keys() for name, file in names.items()}
    assert needs["wonmun.page.cascade"] >= {"wonmun.page.variables", "wonmun.page.element"}
    assert len(list(TopologicalSorter(needs).static_order())) == len(names)  # raises where there is a circle


LATER = ["spelling", "phrases", "signals", "judging", "rules", "comparing"]
"""Folders of the engine in the order in which finding goes through them; none needs a later one."""


@pytest.mark.parametrize(("number", "folder"), list(enumerate(LATER)))
def test_no_step_of_finding_needs_a_later_one(number: int, folder: str) -> None:
    needs = set().union(*(imports(f) for f in files(f"wonmun/{folder}")))
    assert not begins(needs, *(f"wonmun.{later}" for later in LATER[number + 1 :]))
    assert begins(needs, f"wonmun.{folder}")


def test_rules_are_asked_by_finding_alone() -> None:
    """What a rule knows of how phrases are written stands where sights and comparing can have it, too."""
    users = {f.relative_to(ROOT / "wonmun").parts[0] for f in files("wonmun") if begins(imports(f), "wonmun.rules")}
    assert users == {"detect.py", "rules"}


RESTORING = ["places", "own", "attested", "weighed", "alone"]
"""Folders of `strategies/` in the order in which a guess goes through them."""


@pytest.mark.parametrize(("number", "folder"), list(enumerate(RESTORING)))
def test_no_step_of_restoring_needs_a_later_one(number: int, folder: str) -> None:
    needs = set().union(*(imports(f) for f in files(f"wonmun/strategies/{folder}")))
    assert not begins(needs, *(f"wonmun.strategies.{later}" for later in [*RESTORING[number + 1 :], "inserted"]))
    assert begins(needs, f"wonmun.strategies.{folder}")
