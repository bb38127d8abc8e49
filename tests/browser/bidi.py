"""WebDriver BiDi over one web socket: a command, its answer."""

from __future__ import annotations

import json
from typing import Any

import websocket


class Bidi:
    """A session of a browser that was started with a remote debugging port."""

    def __init__(self, address: str, patience: float) -> None:
        self._socket = websocket.create_connection(f"{address}/session", suppress_origin=True, timeout=patience)
        self._count = 0
        self.send("session.new", capabilities={})

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and wait for its answer; raises RuntimeError with the browser's words."""
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": params}))
        answer: dict[str, Any] = {}
        while answer.get("id") != self._count:
            answer = json.loads(self._socket.recv())
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def evaluate(self, context: str, script: str) -> Any:
        """Value of an expression in a tab; objects come back as None, so ask for JSON where one is wanted."""
        target = {"context": context}
        # As Playwright does it: a script of the test counts as something that the user did.
        result = self.send("script.evaluate", expression=script, target=target, awaitPromise=True, userActivation=True)
        if result["type"] == "exception":
            raise RuntimeError(f"{script}: {result['exceptionDetails']['text']}")
        return result["result"].get("value")

    def close(self) -> None:
        """Close the socket; the browser stays."""
        self._socket.close()
