"""The command line: a command a file; the apps beside the engine add theirs through entry points."""

from __future__ import annotations

import copy
import errno
import os
import sys
from contextlib import contextmanager, suppress
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING

import click

from wonmun import __version__
from wonmun.cli.spoken import in_words, spoken
from wonmun.cli.tame import tame
from wonmun.errors import WonmunError
from wonmun.translate import catalog, spoken_here

if TYPE_CHECKING:
    from collections.abc import Iterator

APP_COMMANDS = "wonmun.commands"
_OWN = {
    "check": EntryPoint("check", "wonmun.cli.check:check", APP_COMMANDS),
    "scan": EntryPoint("scan", "wonmun.cli.scan:scan", APP_COMMANDS),
}


class Commands(click.Group):
    """The group of all commands, each loaded when it is called, not before: most need no engine, or no network.

    Failures that we know end in one sentence on standard error and exit code 2.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the engine's commands and the apps'."""
        return sorted({*super().list_commands(ctx), *_OWN, *entry_points(group=APP_COMMANDS).names})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command from its entry point `name = module:attribute`."""
        for point in [_OWN[cmd_name]] if cmd_name in _OWN else entry_points(group=APP_COMMANDS, name=cmd_name):
            command: click.Command = point.load()
            return spoken(command, catalog(spoken_here()))
        return super().get_command(ctx, cmd_name)

    def get_help(self, ctx: click.Context) -> str:
        """Say what there is in the language of this machine."""
        speech = catalog(spoken_here())
        told = copy.copy(self)
        told.help = speech.read(self.help or "")
        told.params = spoken(click.Command("", params=self.params), speech).params
        return in_words(super(Commands, told).get_help(ctx), speech)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the options before the command's name."""
        with _in_one_line():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; turn the errors we know into click's own."""
        with _in_one_line():
            return super().invoke(ctx)


@contextmanager
def _in_one_line() -> Iterator[None]:
    """Tell what goes wrong in one sentence, mistakes of usage too, for which click has four lines."""
    try:
        yield
    except WonmunError as error:
        raise Failure(str(error)) from error
    except KeyboardInterrupt as error:
        raise Stopped("stopped") from error
    except OSError as error:
        if error.errno == errno.EPIPE:  # whoever read the answer has had enough: click ends quietly
            raise
        if error.filename is None:
            _drop_answer()
        what = error.filename or "the answer"
        raise Failure(f"{what}: cannot be read or written ({error.strerror or error})") from error
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        said = error.format_message().rstrip(".")
        where = error.ctx.command_path if error.ctx else "wonmun"
        stop = "" if said.endswith("?") else ";"
        raise Failure(f"{said}{stop} `{where} --help` says what can be given") from error


def _drop_answer() -> None:
    """Let what could not be written of the answer go nowhere: Python would try again at its end, and complain anew."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


class Failure(click.ClickException):
    """An error the user can act on."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """Print the sentence, without a traceback."""
        del file  # click passes None; errors always go to standard error
        click.echo(tame(f"wonmun: {catalog(spoken_here()).read(self.message)}"), err=True)


class Stopped(Failure):
    """Somebody pressed Ctrl-C: neither 1, which says that something is injected, nor an error."""

    exit_code = 130


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="wonmun")
def wonmun() -> None:
    """Find SEO phrases injected into copies of genuine articles, and restore the original text."""


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    wonmun.main(prog_name="wonmun")
