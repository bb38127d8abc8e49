"""Bytes → Page: character sets, markup, what is hidden, what is the article and what surrounds it.

Law: knows no socket, clock or file; raises `InputError` and nothing else, on any input; every step is
linear in the size of the page.
"""
