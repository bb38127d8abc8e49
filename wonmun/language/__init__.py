"""What the engine must know of a language: word boundaries, what may follow a noun, how rare a word is, spam words."""
