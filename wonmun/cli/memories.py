"""--originals and --log → the memory that a check runs with."""

from __future__ import annotations

import os
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from wonmun.configuration import config_path, load_settings
from wonmun.errors import LogError
from wonmun.originals import read_originals
from wonmun.restore import Resources
from wonmun.settings import log_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wonmun.memory import Memory


def choose_memory(originals: Sequence[str], log: str | None, *, use_default_log: bool) -> Memory | None:
    """Pick the memory that the options name.

    `--originals` files come first, then `--log`; without either, the configured log where there is one and
    `use_default_log` says so. Raises `MemoryFileError`, `SettingsError` or `LogError`.
    """
    if originals:
        return read_originals([Path(name) for name in originals])
    if log:
        if not Path(log).is_file():
            raise LogError(f"{log}: there is no log; `wonmun monitor` makes one, --originals takes a JSONL file")
        return open_log_memory(Path(log))
    if use_default_log:
        path = log_path(load_settings(config_path()))
        if path.is_file() and os.access(path, os.R_OK):
            return open_log_memory(path)
    return None


def choose_resources() -> Resources:
    """Pick what else restoring may ask, as the configuration says: nothing by default. Raises `SettingsError`."""
    settings = load_settings(config_path())
    if not settings.restore.model.url:
        return Resources()
    from wonmun.net.model_client import resources  # noqa: PLC0415 - where nobody is asked, no network is needed

    return resources(settings)


def open_log_memory(path: Path) -> Memory:
    """Open a log as memory, through the app that keeps logs."""
    for point in entry_points(group="wonmun.memories", name="log"):
        memory: Memory = point.load()(path)
        return memory
    raise LogError(f"{path}: nothing installed can read logs; install wonmun whole")
