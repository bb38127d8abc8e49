"""`make bench`: each bench in turn, in one run, so that its ratios are taken on one machine in one state.

    python -m bench [NAME …]

Without names all run, at sizes that take minutes; `python -m bench.NAME --help` tells how to run one larger.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent

BENCHES: dict[str, tuple[str, ...]] = {
    "finding": (),
    "accuracy": (),
    "corpora": (),
    "answering": (),
    "throughput": (),
    "log_size": ("--pages", "100000"),
    "restoring": ("--wrong",),
}
ASKING: dict[str, str] = {
    "ablation": "ARTICLES.jsonl… (genuine Korean articles)",
    "copies": "ARTICLES.jsonl INJECTED.jsonl (genuine articles, injected copies of them)",
    "log_memory": "INJECTED.jsonl ARTICLES.jsonl… (injected copies, articles that the log learns)",
    "memory": "ARTICLES.jsonl… (genuine articles)",
    "siblings": "FIRST.jsonl SECOND.jsonl (injected copies of the same articles, with other phrases)",
}
"""Benches that do not run from here, and what they are to be given."""


def main(names: list[str]) -> int:
    """Run the benches named; the number of those that failed is the exit code."""
    if names in (["-h"], ["--help"]):
        print(__doc__)
        print("NAME:", ", ".join(BENCHES))
        print(
            "By themselves, with files of yours:", *(f"python -m bench.{n} {w}" for n, w in ASKING.items()), sep="\n  "
        )
        return 0
    if asking := [name for name in names if name in ASKING]:
        print(f"bench: run it by itself: python -m bench.{asking[0]} {ASKING[asking[0]]}", file=sys.stderr)
        return 2
    if unknown := [name for name in names if name not in BENCHES]:
        print(f"bench: there is no {unknown[0]}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        for name in names or list(BENCHES):
            print(f"\n── {name} ──", flush=True)
            options = (*BENCHES[name], *_peers(name, Path(folder)))
            done = subprocess.run([sys.executable, "-m", f"bench.{name}", *options], cwd=ROOT, check=False)
            failed += [name] if done.returncode else []
    if failed:
        print(f"bench: failed: {', '.join(failed)}", file=sys.stderr)
    return len(failed)


def _peers(name: str, folder: Path) -> tuple[str, ...]:
    """Install what a bench is compared with and what cannot stand in our own environment; give its options."""
    if name == "answering":
        done = subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), "harper.js"], check=False)  # noqa: S607 - npm stands where it stands
        return ("--harper", str(folder)) if done.returncode == 0 else ()
    return ()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
