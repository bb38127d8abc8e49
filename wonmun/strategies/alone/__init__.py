"""With nothing else known: one noun at all places of a phrase, or none."""
