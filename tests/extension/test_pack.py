"""The two zips that the stores get, and what web-ext says of the extension where npm has been."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from tools.pack_extension import SOURCE, pack

WEB_EXT = Path(__file__).parent / "node_modules" / ".bin" / "web-ext"
ESLINT = WEB_EXT.with_name("eslint")
ROOT = SOURCE.parent


def _files(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize(("browser", "other"), [("chromium", "scripts"), ("firefox", "service_worker")])
def test_each_zip_holds_everything_and_one_browsers_manifest(tmp_path: Path, browser: str, other: str) -> None:
    found = _files(pack(browser, tmp_path))
    assert set(found) == {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*") if path.is_file()}
    manifest = json.loads(found["manifest.json"])
    assert other not in manifest["background"]
    assert ("browser_specific_settings" in manifest) is (browser == "firefox")
    assert ("minimum_chrome_version" in manifest) is (browser == "chromium")
    whole = json.loads((SOURCE / "manifest.json").read_text(encoding="utf-8"))
    assert {key for key in whole if key not in manifest} <= {"browser_specific_settings", "minimum_chrome_version"}


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (pack("firefox", tmp_path / name).read_bytes() for name in ("a", "b"))
    assert first == second


@pytest.mark.skipif(not WEB_EXT.exists(), reason="web-ext is not installed: npm ci --prefix tests/extension")
def test_web_ext_finds_no_error_and_in_the_zip_no_warning(tmp_path: Path) -> None:
    for source, warnings in ((SOURCE, 1), (pack("firefox", tmp_path), 0)):
        done = subprocess.run(
            [WEB_EXT, "lint", "--output", "json", "--source-dir", source],
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        summary = json.loads(done.stdout)["summary"]
        assert (summary["errors"], summary["warnings"]) == (0, warnings), done.stdout


@pytest.mark.skipif(not ESLINT.exists(), reason="eslint is not installed: npm ci --prefix tests/extension")
def test_eslint_finds_nothing() -> None:
    options = ["--config", "tests/extension/eslint.config.mjs", "extension", "tests/extension"]
    done = subprocess.run([ESLINT, *options], cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
