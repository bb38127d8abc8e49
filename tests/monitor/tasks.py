"""What worker processes are given to do in tests; they find it here by its name."""

from __future__ import annotations

import os
import time

from wonmun_monitor.checking import check_parcel


def shouted(piece: bytes) -> bytes:
    """Answer in capitals; end the process, fail or never answer where that is asked for."""
    if piece == b"die":
        os._exit(7)
    if piece == b"hang":
        time.sleep(60)
    if piece == b"who":
        return str(os.getpid()).encode()
    if piece.startswith(b"once "):
        return _once(piece)
    return piece.upper()


def _once(piece: bytes) -> bytes:
    """Die the first time, answer the second; the file named says which it is."""
    path = piece.removeprefix(b"once ")
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return b"SECOND TIME"
    os._exit(7)


def treacherous(parcel: bytes) -> bytes:
    """Check pages, but for those that end the process or never end."""
    if b"worker dies" in parcel:
        os._exit(7)
    if b"worker hangs" in parcel:
        time.sleep(60)
    return check_parcel(parcel)
