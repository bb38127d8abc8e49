"""The wheel as users get it: everything in it, nothing beside it, and it works from an empty folder."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(out),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_the_three_packages_their_data_and_the_extension(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tracked = subprocess.run(
        ["git", "ls-files", "wonmun", "monitor/wonmun_monitor", "server/wonmun_server"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    for file in tracked.stdout.splitlines():
        assert file.removeprefix("monitor/").removeprefix("server/") in names
    assert "wonmun/config.yaml" in names
    assert "wonmun_server/extension/manifest.json" in names


def test_the_wheel_puts_nothing_at_the_top_that_others_could_own(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {t for t in tops if not t.endswith(".dist-info")} == {"wonmun", "wonmun_monitor", "wonmun_server"}


def test_the_unpacked_wheel_checks_a_text_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    zipfile.ZipFile(wheel).extractall(site)
    code = "import sys; sys.path.insert(0, sys.argv[1]); import wonmun; print(wonmun.__file__); print(wonmun.check('오늘 서울은 맑다.').verdict)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, str(site)],
        cwd=empty,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    file, verdict = done.stdout.splitlines()
    assert file.startswith(str(site))
    assert verdict == "clean"


def test_importing_the_engine_brings_no_web_framework_and_no_network_library() -> None:
    code = "import sys, wonmun; print(sorted({'flask', 'aiohttp', 'apprise', 'apscheduler', 'kiwipiepy', 'sklearn'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"


def test_constraints_name_exact_versions_and_no_host() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert len(pins) > 30
    assert all(line.count("==") == 1 and "/" not in line and "@" not in line for line in pins)
