"""Which candidates were put there, by what the signals say of them, and where each stands on the page.

Law: weights and limits come from `weights/`; nothing beyond the page but what an argument says.
"""
