"""A program and all that it started: processor time and memory, where the system tells them (Linux)."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def family(root: int) -> list[int]:
    """Give the process and its descendants, it first."""
    parents: dict[int, int] = {}
    for entry in _PROC.glob("[0-9]*"):
        if fields := _stat(int(entry.name)):
            parents[int(entry.name)] = int(fields[1])
    found = [root]
    for one in found:
        found += sorted(child for child, parent in parents.items() if parent == one)
    return found


def resident(process: int) -> tuple[float, float]:
    """Give a process's memory in MB: resident, and its share where pages are shared with others."""
    try:
        lines = (_PROC / str(process) / "smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0, 0.0
    sizes = {line.split()[0]: int(line.split()[1]) / 1000 for line in lines[1:]}
    return sizes.get("Rss:", 0.0), sizes.get("Pss:", 0.0)


def _stat(process: int) -> list[str]:
    try:
        return (_PROC / str(process) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


@dataclass
class Watch:
    """Notes, while it is entered, how much processor time a program's processes have taken, ended ones included."""

    root: int
    seconds: dict[int, float] = field(default_factory=dict)
    before: dict[int, float] = field(default_factory=dict)
    """What those that were at work already had taken."""
    _done: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self._look()
        self.before = dict(self.seconds)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        if self._thread:
            self._thread.join()

    @property
    def total(self) -> float:
        """All of it, in seconds."""
        return sum(self.seconds.values())

    @property
    def spent(self) -> float:
        """What has been taken since it was entered, in seconds."""
        return self.total - sum(self.before.values())

    def _run(self) -> None:
        while not self._done.wait(0.05):
            self._look()

    def _look(self) -> None:
        for one in family(self.root):
            if fields := _stat(one):
                self.seconds[one] = (int(fields[11]) + int(fields[12])) / _TICKS
