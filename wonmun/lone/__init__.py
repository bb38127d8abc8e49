"""Korean phrases that stand once: what makes a page suspicious; injected only where several do.

Law: a file that finds candidates a kind (`leads`, `words`), each a stretch and the score that it needs beyond the
language's limit; `judge` reads them by the fitted weights. A whole page's candidates that stand oftener are none.
"""

from wonmun.lone.judge import look, several

__all__ = ["look", "several"]
