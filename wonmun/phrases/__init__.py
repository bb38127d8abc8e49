"""Which stretches of an article may be a phrase that was put there, and what stands around each.

Law: one article in, candidates and their occurrences out; what they are worth is measured by `signals`, decided by
`judging`.
"""
