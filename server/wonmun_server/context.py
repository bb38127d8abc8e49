"""What a request needs beyond itself: settings, tokens, codes, the log; one object, given to the factory."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flask import current_app

from wonmun.settings import Settings
from wonmun_server.pairing import Pairing, SignIn
from wonmun_server.pending import Pending
from wonmun_server.rate import Rate

if TYPE_CHECKING:
    from wonmun_server.store import Store
    from wonmun_server.token import Tokens


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that lives as long as the server does."""

    tokens: Tokens
    store: Store
    settings: Settings = field(default_factory=Settings)
    pairing: Pairing = field(default_factory=Pairing)
    sign_in: SignIn = field(default_factory=SignIn)
    rate: Rate = field(default_factory=Rate)
    pending: Pending = field(default_factory=Pending)
    asked: threading.Event = field(default_factory=threading.Event)
    """Set once a reader's page was checked."""


def context() -> Context:
    """Return the running app's context."""
    found = current_app.extensions["wonmun"]
    assert isinstance(found, Context)
    return found
