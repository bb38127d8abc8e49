"""The only door out: which addresses may be asked, with what limits, and what robots.txt says.

Law: aiohttp is imported in `client.py` alone; every address is judged before and at connecting, redirects
too; all failures are `FetchError` with a kind.
"""
