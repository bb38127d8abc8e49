"""Whether anything stood there: phrases that were put into a text, not over a term."""
