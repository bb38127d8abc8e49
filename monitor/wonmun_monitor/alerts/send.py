"""Sending: apprise, nowhere else. It has no queue of its own, so the outbox keeps what it could not deliver."""

from __future__ import annotations

from typing import Protocol

from wonmun.errors import WonmunError


class SendError(WonmunError):
    """A target did not take a message; the sentence names it without its secrets."""


class Sender(Protocol):
    """Takes a message to one target."""

    def __call__(self, target: str, subject: str, body: str) -> None:
        """Deliver, or raise `SendError`. May block for some seconds."""


def send(target: str, subject: str, body: str) -> None:
    """Deliver a message to one apprise URL; raises `SendError` where that fails."""
    import apprise  # noqa: PLC0415 - takes half a second, and most runs send nothing

    refuse_unknown(target)
    sender = apprise.Apprise(target)
    # Said to be plain text: else mail and chats that take markup are given what a stranger's page says as markup.
    if not sender.notify(
        body, title=subject, notify_type=apprise.NotifyType.WARNING, body_format=apprise.NotifyFormat.TEXT
    ):
        raise SendError(f"{shown(target)} did not take the message")


def refuse_unknown(target: str) -> None:
    """Raise `SendError` for what is no apprise URL; nobody is asked."""
    import apprise  # noqa: PLC0415 - as above

    if not apprise.Apprise().add(target):
        raise SendError(f"alerts.to: {shown(target)} is no apprise URL; see apprise's list of services")


def shown(target: str) -> str:
    """Name a target without what may be secret in it: scheme and host only.

    >>> shown("mailto://me:word@mail.example/x?to=a")
    'mailto://mail.example'
    """
    scheme, _, rest = target.partition("://")
    place = rest.split("/", 1)[0].split("?", 1)[0].rsplit("@", 1)[-1]
    return f"{scheme}://{place}" if "." in place or ":" in place or place == "localhost" else f"{scheme}://…"
