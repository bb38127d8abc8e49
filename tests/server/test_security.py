"""Who is let in: Host, token, cookie, origin, rate; and what every answer carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.server.conftest import BEARER, READING, TOKEN, Clock, detail
from wonmun.errors import SettingsError
from wonmun.settings import Server, Settings
from wonmun_server.app import create_app
from wonmun_server.context import Context
from wonmun_server.hosts import is_loopback, refuse_remote, trusted_hosts
from wonmun_server.rate import Rate

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from wonmun_server.store import Store

OPEN = {"/v1/health", "/v1/openapi.json"}


def test_every_call_but_the_open_ones_needs_a_token(app: Flask, stranger: FlaskClient) -> None:
    seen = 0
    for rule in app.url_map.iter_rules():
        path = rule.rule
        if path in OPEN or path.startswith(("/sample/", "/static/", "/out/", "/sign-in")) or path == "/v1/pair":
            continue
        address = path.replace(path[path.find("<") : path.rfind(">") + 1], "1") if "<" in path else path
        for method in (rule.methods or set()) - {"OPTIONS", "HEAD"}:
            assert stranger.open(address, method=method).status_code == 401, (method, path)
            seen += 1
    assert seen > 10


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer x", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {READING}", "Bearer 토큰"],
)
def test_a_wrong_token_is_none(stranger: FlaskClient, header: str) -> None:
    answer = stranger.get("/v1/stats", headers={"Authorization": header.encode().decode("latin-1")})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    detail(answer)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8765", "", "127.0.0.1@evil", "a b"]
)
@pytest.mark.parametrize("path", ["/v1/health", "/", "/sample/", "/nothing"])
@pytest.mark.parametrize("accept", ["text/html", "*/*", None])
def test_a_foreign_host_is_dns_rebinding(client: FlaskClient, host: str, path: str, accept: str | None) -> None:
    """To a browser it was a 500: the page that says what is wrong could not make its links (seen from outside)."""
    answer = client.get(path, headers={"Host": host, **({"Accept": accept} if accept else {})})
    assert answer.status_code == 400
    assert "trusted_hosts" in detail(answer)
    assert answer.headers["Wonmun-Version"]


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:1", "127.0.0.1"])
def test_names_of_this_machine_are_trusted(stranger: FlaskClient, host: str) -> None:
    assert stranger.get("/v1/health", headers={"Host": host}).status_code == 200


def test_a_host_of_the_users_own_can_be_named() -> None:
    assert "wonmun.lan" in trusted_hosts(Server(trusted_hosts=("wonmun.lan",)))
    assert "0.0.0.0" not in trusted_hosts(Server(host="0.0.0.0", allow_remote=True))


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.7", "::", "example.org", ""])
def test_a_bind_that_others_can_reach_is_refused(host: str) -> None:
    with pytest.raises(SettingsError, match=r"server\.allow_remote: true"):
        refuse_remote(Server(host=host))
    refuse_remote(Server(host=host, allow_remote=True))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.9.9.9"])
def test_loopback_needs_no_leave(host: str) -> None:
    refuse_remote(Server(host=host))
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["::1", "[::1]", "2001:db8::1"])
def test_an_ipv6_address_is_refused_in_one_sentence(host: str) -> None:
    """Flask's check of the Host header takes what follows the first colon for a port."""
    with pytest.raises(SettingsError, match=r"server\.host.*use 127\.0\.0\.1"):
        refuse_remote(Server(host=host, allow_remote=True))


def test_no_answer_ever_carries_a_cors_header(client: FlaskClient) -> None:
    origin = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    answers = [client.open("/v1/check", method="OPTIONS", headers=origin), client.get("/v1/health", headers=origin)]
    answers += [client.get("/nothing", headers=origin), client.post("/v1/check", headers=origin)]
    for answer in answers:
        assert not [name for name, _ in answer.headers if name.lower().startswith("access-control")]


def test_every_answer_names_the_version_and_a_strict_policy(client: FlaskClient, stranger: FlaskClient) -> None:
    for answer in (client.get("/v1/health"), client.get("/nothing"), stranger.get("/"), client.post("/v1/check")):
        assert answer.headers["Wonmun-Version"]
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"


def test_the_printed_address_signs_in_once(stranger: FlaskClient, context: Context, app: Flask) -> None:
    address = f"/sign-in?code={context.sign_in.issue()}"
    answer = stranger.get(address)
    assert answer.status_code == 302
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert TOKEN not in cookie
    assert stranger.get("/").status_code == 200
    assert stranger.get(address).status_code == 302  # opened again in the same browser: already signed in
    assert app.test_client().get(address).status_code == 401  # and in another one


def test_a_browser_signs_out(browser: FlaskClient) -> None:
    assert browser.get("/").status_code == 200
    assert browser.post("/sign-out").status_code == 403  # no other page signs it out
    ours = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert browser.post("/sign-out", headers=ours).status_code == 303
    assert browser.get("/").status_code == 401


@pytest.mark.parametrize("code", ["", "x", "../token"])
def test_a_made_up_sign_in_code_is_refused(stranger: FlaskClient, code: str) -> None:
    answer = stranger.get("/sign-in", query_string={"code": code}, headers={"Accept": "text/html"})
    assert answer.status_code == 401
    assert "Set-Cookie" not in answer.headers
    assert "wonmun pair" in answer.get_data(as_text=True)


@pytest.mark.parametrize("value", ["dashboard", "ImRhc2hib2FyZCI.x.y", TOKEN])
def test_a_made_up_cookie_is_none(stranger: FlaskClient, value: str) -> None:
    stranger.set_cookie("wonmun-80", value)
    assert stranger.get("/v1/stats").status_code == 401


@pytest.fixture
def browser(stranger: FlaskClient, context: Context) -> FlaskClient:
    """A browser that is signed in: it has the cookie, and no token."""
    stranger.get(f"/sign-in?code={context.sign_in.issue()}")
    return stranger


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:9999"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "same-site"},
        {"Origin": "http://localhost", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_the_cookie_alone_changes_nothing_from_another_page(browser: FlaskClient, headers: dict[str, str]) -> None:
    assert browser.get("/v1/stats").status_code == 200
    answer = browser.post("/v1/feeds", json={"url": "https://news.example/rss"}, headers=headers)
    assert answer.status_code == 403
    assert browser.get("/v1/feeds").get_json() == {"feeds": []}


def test_the_dashboard_itself_may_change_things(browser: FlaskClient) -> None:
    ours = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    answer = browser.post("/v1/feeds", json={"url": "https://news.example/rss"}, headers=ours)
    assert answer.status_code == 201


def test_who_asks_too_often_waits(context: Context, clock: Clock) -> None:
    slow = Context(context.tokens, context.store, Settings(server=Server(rate=10)), rate=Rate(clock))
    client = create_app(slow).test_client()
    assert [client.get("/v1/health").status_code for _ in range(12)] == [200] * 10 + [429] * 2
    answer = client.get("/v1/health")
    assert int(answer.headers["Retry-After"]) == 6
    detail(answer)
    assert client.get("/v1/stats", headers=BEARER).status_code == 200  # others' haste is not the reader's
    clock.now += 6
    assert client.get("/v1/health").status_code == 200


def test_made_up_clients_do_not_fill_the_memory(clock: Clock) -> None:
    rate = Rate(clock)
    for number in range(6000):
        rate.wait(str(number), 1)
    assert len(rate._buckets) <= 4096


@pytest.mark.parametrize(
    "path",
    ["/static/../token.py", "/static/%2e%2e/token.py", "/static/..%2ftoken.py", "/static//etc/passwd",
     "/static/..\\token.py", "/sample/articles/../../../token", "/sample/articles/%2e%2e%2f%2e%2e%2ftoken.py",
     "/sample/mirror/..%5c..%5ctoken", "/static/%00", "//etc/passwd", "/static/style.css/../../app.py"],
)  # fmt: skip
def test_path_tricks_lead_nowhere(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in {308, 400, 404}
    assert "import" not in answer.get_data(as_text=True)


def test_a_failure_logs_no_secret(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(store: Store) -> object:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("wonmun_server.store.Store.log", property(broken))
    code = app.extensions["wonmun"].sign_in.issue()
    for path in ("/v1/stats", f"/out/{READING}/findings.atom", f"/?code={code}"):
        answer = client.get(path)
        assert answer.status_code == 500, path
        assert "broken on purpose" not in answer.get_data(as_text=True)
    assert "broken on purpose" in caplog.text
    for secret in (TOKEN, READING, code):
        assert secret not in caplog.text
