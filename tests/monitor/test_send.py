"""What goes out to a target that takes markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wonmun_monitor.alerts.send import send

if TYPE_CHECKING:
    from tests.monitor.conftest import World


def test_what_a_page_says_is_no_markup_of_a_message(world: World) -> None:
    """Mail and chats that take markup were given a stranger's text as it stands."""
    inbox = world.site.inbox()
    for form in ("html", "text"):
        send(f"{world.site.target()}?format={form}", "Injected", 'Phrase: <img src="http://e.example/x"> & 시장')
    marked, plain = (one["message"] for one in inbox)
    assert "<img" not in marked
    assert "&lt;img" in marked
    assert plain == 'Phrase: <img src="http://e.example/x"> & 시장'
