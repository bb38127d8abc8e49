"""The log of tracked pages: one SQLite file, one writer at a time, many readers.

Law: `connect` opens it, `schema` only ever appends, `apply` and its neighbours write, `queries` only read.
No module in here opens a socket or reads a clock: the time is always an argument.
"""
