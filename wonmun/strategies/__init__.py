"""Ways to know what stood at an injected place; each says how sure it is, and may say nothing.

In order of trust: genuine, copy, insertion (`inserted/`), gloss, compound, survivors, related, language, model. A
strategy reads the page, its places and what it is handed; it fetches nothing. Only `load.py` reads files.
"""
