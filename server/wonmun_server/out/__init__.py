"""What other programs subscribe to: a feed of findings and blocklists, by a token in the path."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Blueprint

blueprints: tuple[Blueprint, ...] = ()
