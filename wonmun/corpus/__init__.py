"""Text at any size, on datatrove: steps for anybody's pipeline, and what `wonmun scan` runs.

Law: no scheduler of our own; what a task wrote appears under its final name when the task is done, so a run
that is killed loses and doubles nothing; a record that cannot be read is kept aside, never fatal.

    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter
    from wonmun.corpus import InjectionFilter

    LocalPipelineExecutor([JsonlReader("news/"), InjectionFilter(), JsonlWriter("clean/")], tasks=8).run()
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from wonmun.errors import WonmunError

if find_spec("datatrove") is None:
    raise WonmunError("corpora need the extra: pip install 'wonmun[corpus]'")

if TYPE_CHECKING:
    from wonmun.corpus.filter import InjectionFilter, RestoreText

__all__ = ["InjectionFilter", "RestoreText"]


def __getattr__(name: str) -> Any:
    """Load the steps on first need: `start` must begin before datatrove, whose import takes a third of a second."""
    if name in __all__:
        from wonmun.corpus import filter as steps  # noqa: PLC0415 - see above

        return getattr(steps, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
