"""Progress on a terminal: records, MB/s, injected so far, time left; silence where nobody watches."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wonmun.corpus.folder import Folder

_TITLES = {"prints": "looking for copies", "copies": "reading copies", "scan": "checking"}
_EVERY = 0.5


class _Note(msgspec.Struct):
    records: int
    at: float
    injected: int
    done: bool


@contextmanager
def watching(folder: Folder, name: str, size: int) -> Iterator[None]:
    """Show how far a pass over `size` bytes of input is, while the body runs."""
    if not sys.stderr.isatty():
        yield
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %  {task.fields[told]}"),
        TimeRemainingColumn(),
    )
    ended = threading.Event()
    console = Console(file=sys.stderr)
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(_TITLES.get(name, name), total=max(size, 1), told="")

        def look() -> None:
            started, done = time.monotonic(), dict[str, _Note]()
            while not ended.is_set():
                records, at, injected = _sum(folder, name, done)
                speed = at / 1e6 / max(time.monotonic() - started, 1e-9)
                told = f"{records:,} records  {speed:.2f} MB/s" + (f"  {injected:,} injected" if name == "scan" else "")
                bar.update(task, completed=at, told=told)
                ended.wait(_EVERY)

        watcher = threading.Thread(target=look, daemon=True)
        watcher.start()
        try:
            yield
            bar.update(task, completed=size)
        finally:
            ended.set()
            watcher.join()


def _sum(folder: Folder, name: str, done: dict[str, _Note]) -> tuple[int, float, int]:
    """Add up the notes of all tasks; those that are done are read once."""
    records, at, injected = 0, 0.0, 0
    for path in folder.part("progress", name).glob("*.json"):
        note = done.get(path.name)
        if note is None:
            try:
                note = msgspec.json.decode(path.read_bytes(), type=_Note)
            except (OSError, msgspec.DecodeError):  # being replaced just now
                continue
            if note.done:
                done[path.name] = note
        records, at, injected = records + note.records, at + note.at, injected + note.injected
    return records, at, injected
