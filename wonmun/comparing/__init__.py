"""A page against its genuine copy: what differs, and which of that was injected.

Law: knows two texts and no log; whether an editor or spam made a difference is said here, what to put back is not.
"""
