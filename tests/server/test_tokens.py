"""The two secrets: files for nobody else, fixed by the environment, renewed."""

from __future__ import annotations

import errno
import os
import stat
import threading
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.server.conftest import READING, TOKEN
from wonmun.errors import WonmunError
from wonmun_server.token import Tokens, load_tokens

if TYPE_CHECKING:
    from pathlib import Path


def test_secrets_are_files_for_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WONMUN_TOKEN", raising=False)
    tokens = load_tokens(tmp_path / "data")
    names = sorted(p.name for p in (tmp_path / "data").iterdir())
    assert names == ["read-token", "token"]
    if os.name == "posix":
        assert {stat.S_IMODE((tmp_path / "data" / n).stat().st_mode) for n in names} == {0o600}
    assert load_tokens(tmp_path / "data").token == tokens.token
    assert tokens.token != tokens.reading


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a user's data folder to that user")
def test_a_token_file_that_others_may_read_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WONMUN_TOKEN", raising=False)
    load_tokens(tmp_path)
    (tmp_path / "token").chmod(0o644)
    load_tokens(tmp_path)
    assert stat.S_IMODE((tmp_path / "token").stat().st_mode) == 0o600


def test_a_fixed_token_is_not_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("WONMUN_TOKEN", TOKEN)
    assert load_tokens(tmp_path).is_token(TOKEN)
    assert not (tmp_path / "token").exists()
    assert not caplog.records
    monkeypatch.setenv("WONMUN_TOKEN", "short")
    assert load_tokens(tmp_path).is_token("short")
    assert "could be guessed" in caplog.text
    assert "short" not in caplog.text


def test_an_empty_token_file_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WONMUN_TOKEN", raising=False)
    (tmp_path / "token").write_text("\n")
    with pytest.raises(WonmunError, match="delete the file"):
        load_tokens(tmp_path)


def test_two_programs_that_start_at_once_share_one_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WONMUN_TOKEN", raising=False)
    found: list[str] = []
    gate = threading.Barrier(8)

    def start() -> None:
        gate.wait()
        found.append(load_tokens(tmp_path).token)

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["read-token", "token"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each start left one more empty file (seen on a disk of 600 kB, 2026-11-30)."""

    def full(handle: int, *_: object, **__: object) -> NoReturn:
        os.close(handle)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.delenv("WONMUN_TOKEN", raising=False)
    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(WonmunError, match="No space left"):
        load_tokens(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_renewed_read_token_replaces_the_old_one(tmp_path: Path) -> None:
    tokens = Tokens(TOKEN, READING, tmp_path)
    new = tokens.renew_reading()
    assert tokens.is_reading(new)
    assert not tokens.is_reading(READING)
    assert (tmp_path / "read-token").read_text().strip() == new
