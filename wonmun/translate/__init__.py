"""What the program says, in the reader's language.

Law: sentences are made, kept and sent in English; another language is read off the English sentence at the rim. So the
engine, its JSON answers and old logs know nothing of it, and what no catalog holds is shown in English.
"""

from wonmun.translate.catalog import ENGLISH, Catalog
from wonmun.translate.here import spoken_here
from wonmun.translate.load import catalog

__all__ = ["ENGLISH", "Catalog", "catalog", "spoken_here"]
