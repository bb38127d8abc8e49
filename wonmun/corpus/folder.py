"""Where a scan keeps what: one folder, every file written whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from wonmun.corpus.start import orphaned
from wonmun.errors import WonmunError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class SupersededError(WonmunError):
    """The scan was killed, or a newer run of it has begun: nothing more may be written."""


@dataclass(frozen=True, slots=True)
class Folder:
    """`--out`: `output/` and `rejected/` are for the user, `state/` is what a later run goes on from."""

    path: Path
    run: str = ""
    """This run's name: a worker that outlives its killed master sees another there, and stops."""

    @property
    def plan(self) -> Path:
        """The list of tasks."""
        return self.state / "plan.json"

    @property
    def state(self) -> Path:
        """What a later run goes on from."""
        return self.path / "state"

    @property
    def summary(self) -> Path:
        """The figures of the finished scan."""
        return self.path / "summary.json"

    def part(self, *names: str) -> Path:
        """Return the path of something below `state`."""
        return self.state.joinpath(*names)

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Say in one sentence what the file system refuses: `OSError` becomes `WonmunError`."""
        try:
            yield
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                told = f"{self.path}: the disk is full; free some space and run the same command again"
            else:
                told = f"{error.filename or self.path}: {error.strerror or error}; mend that and run again"
            raise WonmunError(told) from error

    def begin(self) -> Folder:
        """Take the folder over for a new run."""
        run = secrets.token_hex(8)
        self.state.mkdir(parents=True, exist_ok=True)
        (self.state / "run").write_text(run, "utf-8")
        for left in self.path.rglob("*.part-*"):  # of a run that was killed
            with suppress(OSError):  # Windows: a worker that has not noticed yet still holds it
                left.unlink()
        return Folder(self.path, run)

    def still_ours(self) -> None:
        """Raise `SupersededError` where another run has taken over, or this one was killed."""
        if orphaned():
            raise SupersededError(f"{self.path}: the scan was killed")
        if self.run and (self.state / "run").read_text("utf-8") != self.run:
            raise SupersededError(f"{self.path}: another run has taken over")

    @contextmanager
    def writing(self, path: Path) -> Iterator[IO[bytes]]:
        """Write a file that appears under its name when it is complete, or never."""
        path.parent.mkdir(parents=True, exist_ok=True)
        part = self.part_name(path)
        with part.open("wb") as stream:
            yield stream
        self.commit(part, path)

    def part_name(self, path: Path) -> Path:
        """Name a file while it is being written."""
        return path.with_name(f"{path.name}.part-{self.run or os.getpid()}")

    def commit(self, part: Path, path: Path) -> None:
        """Give a complete file its name, unless a newer run has taken over."""
        self.still_ours()
        part.replace(path)


def peak_memory() -> int | None:
    """Return the most memory this process has held, in bytes; None where the system does not tell."""
    try:
        import resource  # noqa: PLC0415 - Unix only
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
