"""Packs extension/ into two store-ready zips: one manifest each, without the keys that only the other browser knows.

Usage: python tools/pack_extension.py [FOLDER]   (default: dist/). The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import zipfile
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = ROOT / "extension"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold: the clock has no say in what is packed."""
_MODE: Final = 0o644 << 16


def manifest_for(browser: str, manifest: dict[str, Any]) -> dict[str, Any]:
    """Give the manifest that one browser's store takes without a warning."""
    made = {key: value for key, value in manifest.items() if key != "background"}
    background = manifest["background"]
    if browser == "chromium":
        del made["browser_specific_settings"]
        made["background"] = {key: background[key] for key in ("service_worker", "type")}
    else:
        del made["minimum_chrome_version"]
        made["background"] = {key: background[key] for key in ("scripts", "type")}
    return made


def pack(browser: str, folder: Path) -> Path:
    """Write one zip and return its path."""
    manifest = json.loads((SOURCE / "manifest.json").read_text(encoding="utf-8"))
    target = folder / f"wonmun-{manifest['version']}-{browser}.zip"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(path for path in SOURCE.rglob("*") if path.is_file()):
            name = path.relative_to(SOURCE).as_posix()
            data = path.read_bytes()
            if name == "manifest.json":
                data = json.dumps(manifest_for(browser, manifest), ensure_ascii=False, indent=2).encode() + b"\n"
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _MODE
            packed.writestr(entry, data)
    return target


def main(folder: Path) -> None:
    """Write both and say where they are."""
    for browser in ("chromium", "firefox"):
        target = pack(browser, folder)
        print(f"{target} ({target.stat().st_size / 1024:.0f} KB)")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist")
    main(parser.parse_args().folder)
