"""The monitor's commands: a command a file; each parses, calls and prints.

Law: this file imports none of them. Each has an entry point of its own in `wonmun.commands`, so that calling one does
not load the others.
"""
