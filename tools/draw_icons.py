"""Draws the extension's icons: one SVG for each state, as PNG in the sizes that browsers ask for.

Usage: python tools/draw_icons.py CHROMIUM   (writes extension/icons/*.png)
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

from tools import given

FOLDER: Final = Path(__file__).parents[1] / "extension" / "icons"
PEN: Final = 'fill="none" stroke="#fff" stroke-linecap="round" stroke-linejoin="round"'
RING: Final = f'<circle cx="12" cy="12" r="8.2" {PEN} stroke-width="2"/>'
LINES: Final = f'<path d="M8 10h8M8 14h5" {PEN} stroke-width="2"/>'
TICK: Final = f'<path d="M8 12.4l2.8 2.8L16 9.4" {PEN} stroke-width="2.2"/>'
BANG: Final = f'<path d="M12 7.6v5.2" {PEN} stroke-width="2.4"/><circle cx="12" cy="16.4" r="1.5" fill="#fff"/>'
QUERY: Final = (
    f'<path d="M9.6 9.8a2.5 2.5 0 1 1 3.4 2.3c-.7.3-1 .8-1 1.5" {PEN} stroke-width="2"/>'
    '<circle cx="12" cy="16.8" r="1.3" fill="#fff"/>'
)
CROSS: Final = f'<path d="M9 9l6 6M15 9l-6 6" {PEN} stroke-width="2.2"/>'
STATES: Final = {
    "off": ("#80868b", RING),
    "clean": ("#14683a", RING + TICK),
    "suspicious": ("#b06000", RING + QUERY),
    "injected": ("#b3261e", RING + BANG),
    "error": ("#5f6368", RING + CROSS),
    "wonmun": ("#14683a", RING + LINES),
}
SIZES: Final = {name: (48, 128) if name == "wonmun" else (16, 32) for name in STATES}


def picture(state: str, size: int) -> str:
    """Give one icon as SVG; small ones leave the ring out, which would only blur."""
    colour, glyph = STATES[state]
    bare = glyph.replace(RING, "") if size <= 16 and glyph != RING else glyph
    zoom = 'transform="translate(12 12) scale(1.35) translate(-12 -12)"' if bare != glyph else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 24 24">'
        f'<rect width="24" height="24" rx="6" fill="{colour}"/><g {zoom}>{bare}</g></svg>'
    )


def main(chromium: Path) -> None:
    """Write every icon."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        for state, sizes in SIZES.items():
            for size in sizes:
                page.set_viewport_size({"width": size, "height": size})
                page.set_content(f"<style>*{{margin:0}}svg{{display:block}}</style>{picture(state, size)}")
                page.screenshot(path=FOLDER / f"{state}-{size}.png", omit_background=True)
        browser.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("chromium", type=given.file)
    main(parser.parse_args().chromium)
