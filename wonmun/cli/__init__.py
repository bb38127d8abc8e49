"""The command line: a command a file; the apps beside the engine add theirs through entry points."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points

import click

from wonmun.cli.check import check
from wonmun.cli.scan import scan
from wonmun.errors import WonmunError

APP_COMMANDS = "wonmun.commands"


class Commands(click.Group):
    """The group of all commands: those of apps are loaded when they are called, not before.

    Failures that we know end in one sentence on standard error and exit code 2.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the engine's commands and the apps'."""
        return sorted({*super().list_commands(ctx), *entry_points(group=APP_COMMANDS).names})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; an app's comes from its entry point `name = module:attribute`."""
        for point in entry_points(group=APP_COMMANDS, name=cmd_name):
            command: click.Command = point.load()
            return command
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; turn the errors we know into click's own."""
        try:
            return super().invoke(ctx)
        except WonmunError as error:
            raise Failure(str(error)) from error


class Failure(click.ClickException):
    """An error the user can act on."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """Print the sentence, without a traceback."""
        del file  # click passes None; errors always go to standard error
        click.echo(f"wonmun: {self.message}", err=True)


def _version() -> str:
    from wonmun import __version__  # noqa: PLC0415 - the package imports the engine; --help need not wait for it

    return __version__


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(_version(), prog_name="wonmun")
def wonmun() -> None:
    """Find SEO phrases injected into copies of genuine articles, and restore the original text."""


wonmun.add_command(check)
wonmun.add_command(scan)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    wonmun.main(prog_name="wonmun")
