"""Case 10 with React itself: its own re-renders, and its unmounting, on corrected text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import npm
from tests.browser.pages import CORRECTION, HONEST, SPAM, page

if TYPE_CHECKING:
    from tests.browser.driver import Browser
    from tests.browser.servers import FakeServer, Site

pytestmark = pytest.mark.browser

APP = f"""
const {{ createElement: h, useState }} = require("react");
const {{ flushSync }} = require("react-dom");
const {{ createRoot }} = require("react-dom/client");
window.faults = [];
addEventListener("error", ({{ message }}) => window.faults.push(message));
function App() {{
  const [count, set] = useState(0);
  window.render = () => flushSync(() => set((before) => before + 1));
  return h("main", null,
    h("p", {{ id: "first" }}, "시는 지난주 {SPAM}을 ", count, "번 새로 열었다고 밝혔다."),
    h("p", {{ id: "second", key: count }}, "{SPAM}에는 좌석 사백 개가 있다."),
    h("p", {{ id: "third" }}, count % 2 ? "{SPAM}은 홀수 날에 연다." : "{SPAM}은 짝수 날에 연다."));
}}
const root = createRoot(document.querySelector("#root"));
flushSync(() => root.render(h(App)));
window.leave = () => flushSync(() => root.unmount());
"""


def test_10_react_re_render(browser: Browser, site: Site, fake: FakeServer) -> None:
    fake.phrases = [CORRECTION]
    html = page(f"<div id=root></div><script>{npm.react()}{APP}</script>")
    assert browser.visit(site.put("/react", html)) == "injected"
    for count in range(4):
        browser.wait(f"!document.querySelector('#root').textContent.includes('{SPAM}')")
        assert browser.text("#first") == f"시는 지난주 {HONEST}을 {count}번 새로 열었다고 밝혔다."
        day = "홀수" if count % 2 else "짝수"
        assert browser.text("#third") == f"{HONEST}은 {day} 날에 연다."
        browser.wait("CSS.highlights.get('wonmun-corrected')?.size === 3")
        browser.eval("render()")
    browser.eval("leave()")
    assert browser.text("#root") == ""
    assert browser.eval("faults.join()") == ""
