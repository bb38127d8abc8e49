"""The numbers that finding weighs signals with, a file a language; each says what it was fitted on."""
