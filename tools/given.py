"""What the scripts of tools/ and bench/ are given: a path that leads nowhere is told in a sentence, before any work."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path


def file(text: str) -> Path:
    """Give the path of a file that is there; raises what argparse prints as a sentence."""
    path = Path(text)
    if path.is_dir():
        raise ArgumentTypeError(f"{text} is a folder, a file is wanted")
    if not path.is_file():
        raise ArgumentTypeError(f"there is no file {text}")
    return path


def folder(text: str) -> Path:
    """As `file`, of a folder."""
    path = Path(text)
    if not path.is_dir():
        raise ArgumentTypeError(f"there is no folder {text}")
    return path
