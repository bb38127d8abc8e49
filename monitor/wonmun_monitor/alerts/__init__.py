"""Alerts: written with the finding in one transaction, sent from the outbox, marked after.

Law: `message` is pure text, `outbox` knows what is due, `send` alone talks to apprise.
"""
