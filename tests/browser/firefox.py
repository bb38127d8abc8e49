"""Stock Firefox through WebDriver BiDi (no geckodriver), with an unpacked extension."""

from __future__ import annotations

import base64
import contextlib
import json
import re
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, Final

import websocket

from tests.browser.bidi import Bidi
from tests.browser.driver import PATIENCE, Browser

_UUID: Final = "11111111-2222-4333-8444-555555555555"
_KEYS: Final = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c"}
_API: Final = "const api = globalThis.browser ?? globalThis.chrome;"


class Firefox(Browser):
    """See `Browser`."""

    name = "firefox"

    @classmethod
    def binary(cls) -> str | None:
        return shutil.which("firefox-esr") or shutil.which("firefox")

    def __init__(self, extension: Path, proxy: str) -> None:
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        manifest = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))
        self._id = manifest["browser_specific_settings"]["gecko"]["id"]
        preferences = _preferences(self._id, *proxy.split(":"))
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in preferences.items()]
        Path(self._profile.name, "user.js").write_text("".join(lines), encoding="utf-8")
        self._process = self._start()
        assert self._process.stderr is not None
        found = (re.search(r"BiDi listening on (ws://\S+)", line) for line in self._process.stderr)
        address = next(match.group(1) for match in found if match)
        # Firefox blocks once the pipe is full, so somebody must go on reading.
        self._drain = threading.Thread(target=self._process.stderr.read, daemon=True)
        self._drain.start()
        self._bidi = Bidi(address, 2 * PATIENCE)
        self._bidi.send("webExtension.install", extensionData={"type": "path", "path": str(extension)})
        self.base = f"moz-extension://{_UUID}"
        self.tab = self._bidi.send("browsingContext.getTree")["contexts"][0]["context"]
        self.own = self._bidi.send("browsingContext.create", type="tab", background=True)["context"]
        self._bidi.send("browsingContext.setViewport", context=self.tab, viewport={"width": 1000, "height": 700})
        self.open_inside("options/options.html")
        self._bidi.send("browsingContext.activate", context=self.tab)
        self._chrome("gBrowser.selectedBrowser.focus(); 1")  # out of the address bar

    def _start(self) -> subprocess.Popen[str]:
        binary = self.binary()
        assert binary is not None
        options = [
            "--headless",
            "--no-remote",
            "--profile",
            self._profile.name,
            "--remote-debugging-port",
            "0",
            "--remote-allow-system-access",
        ]
        return subprocess.Popen(
            [binary, *options, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )

    def goto(self, url: str) -> None:
        try:
            self._bidi.send("browsingContext.navigate", context=self.tab, url=url, wait="complete")
        except websocket.WebSocketTimeoutException:
            # Once under load the end of a loading was never told, behind a page whose frame had been refused.
            if self.eval("document.readyState") != "complete":
                raise

    def eval(self, script: str) -> Any:
        return self._bidi.evaluate(self.tab, script)

    def inside(self, script: str) -> Any:
        return self._bidi.evaluate(self.own, f"(() => {{ {_API} return {script} }})()")

    def open_inside(self, path: str) -> None:
        self._bidi.send("browsingContext.navigate", context=self.own, url=f"{self.base}/{path}", wait="complete")

    def _act(self, kind: str, actions: list[dict[str, Any]], context: str = "", **more: Any) -> None:
        source = {"type": kind, "id": f"{kind}-1", "actions": actions, **more}
        self._bidi.send("input.performActions", context=context or self.tab, actions=[source])

    def tabs(self) -> list[str]:
        return [context["url"] for context in self._bidi.send("browsingContext.getTree")["contexts"]]

    def point(self, x: float, y: float) -> None:
        moves = [
            {"type": "pointerMove", "x": round(x) - 2, "y": round(y)},
            {"type": "pointerMove", "x": round(x), "y": round(y)},
        ]
        self._act("pointer", moves, parameters={"pointerType": "mouse"})

    def press(self, key: str) -> None:
        value = _KEYS.get(key, key)
        self._act("key", [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}])

    def click(self, x: float, y: float) -> None:
        move = {"type": "pointerMove", "x": round(x), "y": round(y)}
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._act("pointer", [move, *press], parameters={"pointerType": "mouse"})

    def click_inside(self, selector: str) -> None:
        middle = "const b = one.getBoundingClientRect(); return JSON.stringify([b.x + b.width / 2, b.y + b.height / 2])"
        found = f"const one = document.querySelector({json.dumps(selector)}); one.scrollIntoView({{ block: 'center' }})"
        before, place = "", self.inside(f"(() => {{ {found}; {middle} }})()")
        while place != before:  # what a page still draws may move it from under the mouse
            time.sleep(0.05)
            before, place = place, self.inside(f"(() => {{ {found}; {middle} }})()")
        x, y = json.loads(place)
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        move = {"type": "pointerMove", "x": round(x), "y": round(y)}
        self._act("pointer", [move, *press], self.own, parameters={"pointerType": "mouse"})

    def picture(self, area: dict[str, int]) -> bytes:
        clip = {"type": "box", **area}
        taken = self._bidi.send("browsingContext.captureScreenshot", context=self.tab, clip=clip)
        return base64.b64decode(taken["data"])

    def medium(self, name: str) -> None:
        self._chrome(f"gBrowser.selectedBrowser.browsingContext.mediumOverride = {json.dumps(name)}; 1")

    def theme(self, name: str) -> None:
        preference = "layout.css.prefers-color-scheme.content-override"
        self._chrome(f"Services.prefs.setIntPref('{preference}', {0 if name == 'dark' else 1}), 1")

    def kill_background(self) -> None:
        self._chrome(
            f"WebExtensionPolicy.getByID({json.dumps(self._id)}).extension.terminateBackground().then(() => 1)"
        )

    def _chrome(self, script: str) -> Any:
        """Value of an expression in the browser's own window."""
        tree = self._bidi.send("browsingContext.getTree", **{"moz:scope": "chrome"})
        return self._bidi.evaluate(tree["contexts"][0]["context"], script)

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self._bidi.send("browser.close")
        self._bidi.close()
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._drain.join()
        assert self._process.stderr is not None
        self._process.stderr.close()
        self._profile.cleanup()


def _preferences(extension: str, proxy_host: str, proxy_port: str) -> dict[str, object]:
    return {
        "remote.active-protocols": 1,
        "extensions.webextensions.uuids": json.dumps({extension: _UUID}),
        "extensions.webextOptionalPermissionPrompts": False,
        "intl.accept_languages": "en-US",
        "network.proxy.type": 1,
        "network.proxy.http": proxy_host,
        "network.proxy.http_port": int(proxy_port),
        "network.proxy.ssl": proxy_host,
        "network.proxy.ssl_port": int(proxy_port),
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "app.normandy.enabled": False,
        "app.update.enabled": False,
        "browser.safebrowsing.downloads.remote.enabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "datareporting.policy.dataSubmissionEnabled": False,
    }
