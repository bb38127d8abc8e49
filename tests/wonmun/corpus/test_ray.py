"""The same scan on a local Ray cluster gives the same answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wonmun.corpus.run import Order, scan

from .conftest import many, output, write

if TYPE_CHECKING:
    from pathlib import Path


ray = pytest.importorskip("ray", reason="Ray is not installed: pip install ray")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # Ray's own, by the dozen
def test_two_ray_workers_give_the_same_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Ray's workers are nice (15): beside two busy processes they got nothing to compute, and the test ran out of time.
    monkeypatch.setenv("RAY_worker_niceness", "0")
    source = write(tmp_path / "a.jsonl", many(64))
    scan(Order((str(source),), tmp_path / "one"))
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    try:
        summary = scan(Order((str(source),), tmp_path / "ray", workers=2, ray="auto"))
    finally:
        ray.shutdown()
    assert summary["records"] == 64
    assert output(tmp_path / "ray") == output(tmp_path / "one")
