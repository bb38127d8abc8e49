"""`python -m wonmun`: the command line where its script is not on the path."""

from wonmun.cli import main

main()
