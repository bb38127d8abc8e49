"""Questions to the log, one entity a file: SQL in, frozen records out, no policy.

Command line and server use exactly these.
"""
