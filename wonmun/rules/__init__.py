"""Phrases that rules find where the fitted weights see nothing: domain names, betting houses, numbers parted.

Law: a file a rule; what it finds is on the weights' scale and has its reason; `detect` asks them all.
"""
