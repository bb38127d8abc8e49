"""Help texts in the language of this machine, click's own words among them."""

from __future__ import annotations

import copy
import inspect
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from wonmun.translate import Catalog

_OWN = ("Usage: ", "Options:", "Commands:", "Show this message and exit.")
"""What click says by itself."""


def spoken(command: click.Command, speech: Catalog) -> click.Command:
    """Give a copy of a command whose help is in that language; the command itself where nothing is to be translated."""
    if not speech.entries:
        return command
    told = copy.copy(command)
    told.help = told.help and speech.read(inspect.cleandoc(told.help))
    told.short_help = told.short_help and speech.read(told.short_help)
    told.params = [_told(param, speech) for param in command.params]
    if isinstance(told, click.Group):
        told.commands = {name: spoken(one, speech) for name, one in told.commands.items()}
    plain = told.get_help
    told.get_help = lambda ctx: in_words(plain(ctx), speech)  # type: ignore[method-assign]
    return told


def in_words(text: str, speech: Catalog) -> str:
    """Translate what click says by itself in a help text."""
    for said in _OWN:
        text = text.replace(said, speech.read(said.strip()) + (" " if said.endswith(" ") else ""))
    return text


def _told(param: click.Parameter, speech: Catalog) -> click.Parameter:
    if not isinstance(param, click.Option) or not param.help:
        return param
    told = copy.copy(param)
    told.help = speech.read(param.help)
    return told
