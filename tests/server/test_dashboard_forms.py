"""The dashboard's buttons and forms, which work without a script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.server.look import shown, text_of

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from wonmun_server.context import Context

OURS = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}


def test_the_buttons_work_without_a_script(client: FlaskClient, context: Context, filled: int) -> None:
    visited = client.post(f"/pages/{filled}/visit", headers=OURS)
    assert (visited.status_code, visited.headers["Location"]) == (303, f"/pages/{filled}?done=visit")
    assert "It will be visited" in text_of(shown(client, visited.headers["Location"]))
    said = client.post(f"/pages/{filled}/report", data={"wrong": "false_alarm"}, headers=OURS)
    assert said.status_code == 303
    assert "False alarm" in text_of(shown(client, f"/pages/{filled}"))
    assert "False alarm" in text_of(shown(client, "/"))
    assert client.post(f"/pages/{filled}/report", data={"wrong": "odd"}, headers=OURS).status_code == 400
    typed = client.post("/pages", data={"url": "https://new.example/1"}, headers=OURS)
    assert typed.status_code == 303
    assert "new.example" in text_of(shown(client, typed.headers["Location"]))


def test_a_list_of_newspapers_is_watched_at_one_press_and_offered_no_more_then(client: FlaskClient) -> None:
    tree = shown(client, "/feeds")
    offered = tree.xpath("//details[@class='preset']//input[@name='preset']/@value")
    assert "korean-local" in offered
    client.post("/feeds/presets", data={"preset": "korean-local"}, headers=OURS)
    tree = shown(client, "/feeds")
    assert "https://www.kado.net/rss/allArticle.xml" in text_of(tree)
    assert "korean-local" not in tree.xpath("//details[@class='preset']//input[@name='preset']/@value")
    refused = client.post("/feeds/presets", data={"preset": "../x"}, headers=OURS | {"Accept": "text/html"})
    assert refused.status_code == 400


def test_feeds_are_added_paused_and_removed_by_forms(client: FlaskClient) -> None:
    client.post("/feeds", data={"url": "https://news.example/rss", "trust": "yes"}, headers=OURS)
    tree = shown(client, "/feeds")
    assert "trusted" in text_of(tree)
    pause, remove = tree.xpath("//ul[@class='feeds']//form/@action")
    client.post(pause, data={"enabled": "no"}, headers=OURS)
    assert "paused" in text_of(shown(client, "/feeds"))
    client.post(pause, data={"enabled": "yes"}, headers=OURS)
    assert "paused" not in text_of(shown(client, "/feeds"))
    client.post(remove, headers=OURS)
    assert "No feed yet" in text_of(shown(client, "/feeds"))
    for address in ("", "not an address", "javascript:alert(1)"):
        refused = client.post("/feeds", data={"url": address}, headers=OURS | {"Accept": "text/html"})
        assert refused.status_code == 400
        assert refused.content_type.startswith("text/html")


def test_a_code_for_the_extension_is_shown_and_good(client: FlaskClient, stranger: FlaskClient) -> None:
    code = shown_code = client.post("/connect/code", headers=OURS).get_data(as_text=True)
    (shown_code,) = re.findall(r'class="code" role="status">([A-Z0-9-]{9})<', code)
    assert stranger.post("/v1/pair", json={"code": shown_code}).status_code == 200
