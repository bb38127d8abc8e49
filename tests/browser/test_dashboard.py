"""The dashboard in real browsers: signing in, what strangers wrote, what hostile pages try, widths and themes."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import npm
from tests.browser.chromium import Chromium
from tests.browser.driver import wait_until
from tests.browser.firefox import Firefox
from tests.browser.real_server import RealServer
from tests.browser.test_accessible import RUN
from tests.server.logs import Shown, visit
from wonmun_server.store import Store

if TYPE_CHECKING:
    from collections.abc import Generator

    from tests.browser.driver import Browser
    from tests.browser.servers import Site

pytestmark = pytest.mark.browser

_HIT = "(globalThis.hit=1,document.title='HIT')"
HOSTILE = (
    f"<script>{_HIT}</script>",
    f'"><img src=x onerror="{_HIT}">',
    f'</title></h1><svg onload="{_HIT}"><a href="javascript:{_HIT}">',
    f'\'><iframe srcdoc="<script>parent.hit=1</script>"></iframe><details open ontoggle="{_HIT}">',
)
PATHS = ("/", "/pages", "/pages/1", "/pages/1?view=seen", "/campaigns", "/campaigns/1", "/alerts", "/feeds", "/connect")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Generator[RealServer]:
    """A server over a log that strangers have filled."""
    folder = tmp_path_factory.mktemp("wonmun")
    store = Store(folder / "log.db")
    for number, hostile in enumerate(HOSTILE):
        said = f"앞 {hostile} 뒤"
        visit(store, Shown(f"https://mirror.example/{number}", said, hostile, hostile, hostile, evidence=(hostile,)))
    store.close()
    with RealServer(folder) as real:
        real.post("/v1/reports", {"url": "https://mirror.example/0", "wrong": "missed", "note": HOSTILE[0]})
        yield real


@pytest.fixture
def signed_in(running: Browser, server: RealServer) -> Browser:
    """A browser that opened a printed address."""
    running.store()
    code = server.post("/v1/pair/codes", {"purpose": "sign_in"})["code"]
    running.goto(f"{server.url}/sign-in?code={code}")
    assert running.eval("location.pathname") == "/"
    return running


def test_no_script_of_strangers_runs_on_any_page(signed_in: Browser, server: RealServer) -> None:
    for path in PATHS:
        signed_in.goto(server.url + path)
        assert signed_in.eval("document.querySelector('h1').textContent")
        assert signed_in.eval("globalThis.hit ?? 0") == 0, path
        assert signed_in.eval("document.title") != "HIT", path
        assert signed_in.eval("document.querySelectorAll('script, iframe, main img, [onload], [onerror]').length") == 0
    assert "<script>" in signed_in.eval("document.body.textContent") or signed_in.goto(f"{server.url}/pages/1") is None
    assert HOSTILE[0] in signed_in.eval("document.body.textContent")


def test_the_policy_stops_a_script_even_where_markup_got_in(signed_in: Browser, server: RealServer) -> None:
    """The second lock: were escaping ever forgotten, the browser itself would refuse."""
    signed_in.goto(f"{server.url}/")
    signed_in.eval(
        f"(() => {{ const s = document.createElement('script'); s.textContent = `{_HIT}`; document.body.append(s);"
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"globalThis.hit=1\">'); return 1 })()"
    )
    assert signed_in.eval("new Promise((done) => setTimeout(() => done(globalThis.hit ?? 0), 300))") == 0


def test_a_hostile_page_changes_nothing_and_reads_nothing(signed_in: Browser, server: RealServer, site: Site) -> None:
    """From another site, and from another port of this machine, which browsers count as the same site."""
    attack = f"""<!doctype html><title>x</title><iframe name="sink"></iframe>
<form id="f" method="post" target="sink" action="{server.url}/feeds"><input name="url" value="https://evil.example/rss"></form>
<script>
const tell = (url, options) => fetch(url, {{ credentials: 'include', ...options }}).then((r) => r.text().then((t) => `${{r.type}} ${{r.status}} ${{t}}`), (e) => `refused ${{e}}`);
document.querySelector('#f').submit();
const body = JSON.stringify({{ url: 'https://evil.example/rss' }});
Promise.all([
  tell('{server.url}/v1/pages'), tell('{server.url}/'), tell('{server.url}/v1/pages', {{ mode: 'no-cors' }}),
  tell('{server.url}/v1/feeds', {{ method: 'POST', mode: 'no-cors', body }}),
  tell('{server.url}/v1/feeds', {{ method: 'POST', headers: {{ 'Content-Type': 'application/json' }}, body }}),
  tell('{server.url}/v1/feeds/1', {{ method: 'DELETE' }}),
  tell('{server.url}/v1/check', {{ method: 'POST', mode: 'no-cors', body: '{{"segments": []}}' }}),
]).then((all) => {{ globalThis.told = all; }});
</script>"""
    server.post("/v1/feeds", {"url": "https://kept.example/rss"})
    kept = {feed["url"] for feed in server.get("/v1/feeds")["feeds"]}
    ours = f"https://{signed_in.name}.example/rss"
    for origin in ("http://evil.example", site.url):
        site.put("/attack", attack)
        with contextlib.suppress(RuntimeError):  # Firefox reports the refused frame as a failed load
            signed_in.goto(f"{origin}/attack")
        told: list[str] = json.loads(signed_in.wait("globalThis.told && JSON.stringify(globalThis.told)"))
        assert not [t for t in told if "mirror.example" in t or "wonmun" in t], told
        assert all(t.startswith(("refused", "opaque 0 ")) for t in told), told
        signed_in.eval("new Promise((done) => setTimeout(() => done(1), 300))")
        assert {feed["url"] for feed in server.get("/v1/feeds")["feeds"]} == kept
    # The same change from the dashboard itself works, so what failed above failed for the right reason.
    signed_in.goto(f"{server.url}/feeds")
    signed_in.eval(f"document.querySelector('input[name=url]').value = {ours!r}")
    signed_in.eval("(document.querySelector('form[action=\"/feeds\"]').requestSubmit(), 1)")
    wait_until(lambda: {feed["url"] for feed in server.get("/v1/feeds")["feeds"]} == kept | {ours})


def test_a_page_cannot_be_framed(signed_in: Browser, server: RealServer, site: Site) -> None:
    url = site.put("/frame", f'<!doctype html><iframe id="f" src="{server.url}/"></iframe>')
    with contextlib.suppress(RuntimeError):  # Firefox reports the frame that it refused as a failed load
        signed_in.goto(url)
    seen = "(() => { try { return document.querySelector('#f').contentDocument?.querySelector('h1') ? 1 : 0 } catch { return 0 } })()"
    assert signed_in.eval(seen) == 0


def _viewport(browser: Browser, width: int) -> None:
    if isinstance(browser, Chromium):
        browser.page.set_viewport_size({"width": width, "height": 800})
    elif isinstance(browser, Firefox):
        size: dict[str, Any] = {"width": width, "height": 800}
        browser._bidi.send("browsingContext.setViewport", context=browser.tab, viewport=size)


def test_nothing_runs_off_the_side_at_any_width(signed_in: Browser, server: RealServer) -> None:
    try:
        for path in PATHS:
            signed_in.goto(server.url + path)
            for width in (360, 768, 1280):
                _viewport(signed_in, width)
                signed_in.wait(f"innerWidth === {width}")
                assert signed_in.eval("document.documentElement.scrollWidth - innerWidth") <= 0, (path, width)
    finally:
        _viewport(signed_in, 1000)


def test_axe_finds_nothing_serious(signed_in: Browser, server: RealServer) -> None:
    try:
        for path in PATHS:
            signed_in.goto(server.url + path)
            signed_in.eval(f"(() => {{ {npm.source('axe-core/axe.min.js')} }})() ?? 1")
            for theme in ("light", "dark"):
                signed_in.theme(theme)
                signed_in.wait(f"matchMedia('(prefers-color-scheme: {theme})').matches")
                assert json.loads(signed_in.eval(RUN.replace("INCLUDED", "document"))) == [], (path, theme)
    finally:
        signed_in.theme("light")
