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

from wonmun.errors import WonmunError

try:
    import datatrove  # noqa: F401 - the extra's mark
except ModuleNotFoundError as error:
    raise WonmunError("corpora need the extra: pip install 'wonmun[corpus]'") from error

from wonmun.corpus.filter import InjectionFilter, RestoreText

__all__ = ["InjectionFilter", "RestoreText"]
