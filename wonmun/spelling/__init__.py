"""Letters as they are meant, whatever hides them from filters.

Law: text in, text out, with the offsets of every letter kept; what words mean is not asked.
"""
