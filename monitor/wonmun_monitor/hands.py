"""Hands that work goes to: each does one piece at a time, in a thread of this process or in a process of its own.

A process that dies or hangs over a piece of work costs that piece and no other: it is ended, and a new one goes on.
"""

from __future__ import annotations

import logging
import multiprocessing
import queue
import sys
import threading
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol

from wonmun.errors import WonmunError
from wonmun_monitor.worker import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext, SpawnContext

log = logging.getLogger("wonmun.monitor")
PATIENCE = 120.0
"""Seconds that one piece of work may take; the longest page that is fetched (5 MB) takes some five."""
IDLE = 300.0
"""Seconds without work after which a process is let go, with its memory."""
LIFE = 2000
"""Pieces of work after which a process makes room for a new one: what its caches have gathered goes with it."""
_BEGINNING = 60.0
"""Seconds that a process may take to begin."""
_MOMENT = 0.3
"""Seconds that the end waits for a hand: one without work has ended by then."""
_Piece = tuple[Any, "Future[Any]"]


class NoProcessError(WonmunError):
    """Processes cannot be started here."""


class LostError(WonmunError):
    """The work ended its process, or never ended."""


class Hand(Protocol):
    """One that works; used by one thread only."""

    def work(self, piece: Any) -> Any:
        """Do one piece of work. Raises what goes wrong with it."""
        ...

    def rest(self) -> None:
        """Let go of what is held; work may come again."""
        ...


class Hands:
    """As many hands as are asked for, around one queue of work. No thread of theirs holds up the program's end."""

    def __init__(self, make: Callable[[], Hand]) -> None:
        """`make` is called in each hand's own thread, which then begins at once."""
        self._make = make
        self._pieces: queue.SimpleQueue[_Piece | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._hands: list[Hand] = []
        self._closed = False

    def __len__(self) -> int:
        return len(self._threads)

    def want(self, hands: int) -> None:
        """Have at least so many hands."""
        while len(self._threads) < hands:
            thread = threading.Thread(target=self._run, name="wonmun-check", daemon=True)
            self._threads.append(thread)
            thread.start()

    def put(self, piece: Any) -> Future[Any]:
        """Have a piece of work done by whichever hand is free."""
        future: Future[Any] = Future()
        self._pieces.put((piece, future))
        return future

    def close(self) -> None:
        """Drop what is not begun, and whatever is under way in processes; a hand in a thread gets a moment to end."""
        self._closed = True
        with suppress(queue.Empty):
            while taken := self._pieces.get_nowait():
                taken[1].cancel()
        for _ in self._threads:
            self._pieces.put(None)
        for hand in list(self._hands):
            if isinstance(hand, ProcessHand):
                hand.kill()
        for thread in self._threads:
            thread.join(_MOMENT)

    def _run(self) -> None:
        hand = self._make()
        self._hands.append(hand)
        while not self._closed:
            try:
                taken = self._pieces.get(timeout=IDLE)
            except queue.Empty:
                hand.rest()
                taken = self._pieces.get()
            if taken is None:
                break
            self._do(hand, *taken)
        hand.rest()

    def _do(self, hand: Hand, piece: Any, future: Future[Any]) -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = hand.work(piece)
        except BaseException as error:  # noqa: BLE001 - the rim of a thread: told to whoever waits
            future.set_exception(error)
        else:
            future.set_result(result)


class ProcessHand:
    """A process that answers bytes with bytes. Begins with the first piece of work, or when told to."""

    def __init__(self, task: Callable[[bytes], bytes], load: Sequence[str] = (), patience: float = PATIENCE) -> None:
        """`task` is a function of a module; `load` names modules that processes on this platform may share."""
        self._task = task
        self._context = context(load)
        self._patience = patience
        self._process: Any = None
        self._pipe: Connection | None = None
        self._pieces = 0
        self._ended = False

    def begin(self) -> None:
        """Start the process, if there is none. Raises `NoProcessError`."""
        if self._pipe is not None:
            return
        if self._ended:
            raise NoProcessError("the checks have ended")
        ours, theirs = self._context.Pipe()
        try:
            self._process = self._context.Process(target=serve, args=(theirs, self._task), daemon=True)
            self._process.start()
            theirs.close()
            if not ours.poll(_BEGINNING):
                raise EOFError  # noqa: TRY301 - slow and dead are one here
            ours.recv_bytes()
        except (OSError, EOFError, ValueError, RuntimeError) as error:  # RuntimeError: a script without a main guard
            ours.close()
            self._end()
            raise NoProcessError(f"a process for checks cannot be started ({error!r})") from error
        self._pipe = ours
        self._pieces = 0

    def work(self, piece: bytes) -> bytes:
        """Have the process do it; once more in a new one, where it dies. Raises `LostError`, `NoProcessError`."""
        for last in (False, True):
            try:
                return self._once(piece)
            except (EOFError, OSError) as error:
                code = self._end()
                if self._ended:
                    raise NoProcessError("the checks have ended") from error
                if last:
                    raise LostError(f"it ended the process that checked it (exit {code})") from error
                log.warning("a process that checks pages died (exit %s); another one goes on", code)
        raise AssertionError  # pragma: no cover - the loop has returned or raised

    def rest(self) -> None:
        """Let the process go."""
        self._end()

    def kill(self) -> None:
        """End the process from another thread; whoever waits for it hears of it. It begins no more."""
        self._ended = True
        if self._process is not None:
            with suppress(ValueError, OSError):  # it has ended, or never began
                self._process.kill()

    def _once(self, piece: bytes) -> bytes:
        self.begin()
        pipe = self._pipe
        assert pipe is not None
        pipe.send_bytes(piece)
        if not pipe.poll(self._patience):
            self._end()
            raise LostError(f"checking it takes longer than {self._patience:g} s")
        answer = pipe.recv_bytes()
        self._pieces += 1
        if self._pieces >= LIFE:
            self._end()
        return answer

    def _end(self) -> int | None:
        """End the process, kindly or not; give its exit code, below 0 for the signal that ended it."""
        pipe, process = self._pipe, self._process
        self._pipe = self._process = None
        if pipe is not None:
            pipe.close()
        if process is None or process.pid is None:
            return None
        process.join(0.2)
        code: int | None = process.exitcode
        if code is None:
            process.kill()
            process.join(5.0)
        return code


def context(load: Sequence[str] = ()) -> ForkServerContext | SpawnContext:
    """Give the way in which processes are started here.

    Where a process that has loaded much can be forked, one that holds the modules `load` is: its children begin in
    milliseconds and share its memory. Not on macOS, whose libraries (numpy's among them) forbid work after a fork.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods() or sys.platform == "darwin":
        return multiprocessing.get_context("spawn")
    forking = multiprocessing.get_context("forkserver")
    forking.set_forkserver_preload(list(load))
    return forking
