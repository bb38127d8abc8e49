"""datatrove's executors, quiet: one machine's processes or a Ray cluster's, over the same tasks."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from datatrove.executor.local import LocalPipelineExecutor
from datatrove.executor.ray import RayPipelineExecutor

from wonmun.corpus import start
from wonmun.errors import InputError, WonmunError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from datatrove.pipeline.base import PipelineStep

    from wonmun.corpus.folder import Folder


class _Quiet:
    """Keeps a task's log in its file, off the terminal."""

    def _run_for_rank(self, rank: int, local_rank: int = 0, node_rank: int = -1) -> Any:
        with open(os.devnull, "w", encoding="utf-8") as nowhere, contextlib.redirect_stderr(nowhere):  # noqa: PTH123 - no path
            try:
                return super()._run_for_rank(rank, local_rank, node_rank)  # type: ignore[misc] # datatrove's
            finally:
                _silence()  # datatrove gives itself the terminal back at the end of a task


class _Local(_Quiet, LocalPipelineExecutor):  # type: ignore[misc] # datatrove ships no types
    pass


class _Ray(_Quiet, RayPipelineExecutor):  # type: ignore[misc] # datatrove ships no types
    pass


@dataclass(frozen=True, slots=True)
class Where:
    """Where a pass runs: this machine's processes, or a Ray cluster."""

    workers: int = 1
    ray: str | None = None
    """Its address; "auto" = a new one on this machine."""


def execute(folder: Folder, name: str, steps: Sequence[PipelineStep], tasks: int, where: Where) -> None:
    """Run one pass over all tasks that are not done yet. Raises `WonmunError` where some of them fail."""
    logs = str(folder.part("datatrove", name))
    _silence()
    if where.ray is None:
        workers = min(where.workers, tasks)
        start.ready(workers)
        executor = _Local(list(steps), tasks, workers, logs, start_method=start.way())
        with start.mortal_managers(), start.whole_pools():
            executor.run()
    else:
        with _cluster(where.ray):
            executor = _Ray(list(steps), tasks, where.workers, logging_dir=logs, mem_per_cpu_gb=0.5)
            executor.run()
    if left := executor.get_incomplete_ranks(range(tasks), skip_completed=True):
        raise WonmunError(
            f"{len(left)} of {tasks} tasks failed; see {logs}/logs/task_{left[0]:05d}.log, then run again"
        )


def _silence() -> None:
    from loguru import logger  # noqa: PLC0415 - datatrove's; here to take its terminal away

    logger.remove()


@contextlib.contextmanager
def _cluster(address: str) -> Iterator[None]:
    """Join a Ray cluster ("auto" = the one running here, else a new one on this machine)."""
    try:
        import ray  # noqa: PLC0415 - an extra of its own
    except ModuleNotFoundError as error:
        raise InputError("--ray needs Ray: pip install ray") from error
    ours = not ray.is_initialized()
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
    try:
        if ours and address == "auto":
            ray.init(include_dashboard=False, **quiet)
        elif ours:
            ray.init(address=address, **quiet)
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise InputError(f"{address}: no Ray cluster answers there ({error})") from error
    try:
        yield
    finally:
        if ours:
            ray.shutdown()
            sys.stderr.flush()
