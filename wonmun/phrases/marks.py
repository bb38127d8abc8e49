"""Which characters open, close, stop and end: tables over the code units of the basic plane."""

from __future__ import annotations

from wonmun.scripts import table_of

_OPENING = "(‘“\"'[<《「（『〈【«"
_CLOSING = ")’”\"']>》」）』〉】»"
OPENING, CLOSING, STOPS = table_of(_OPENING), table_of(_CLOSING), table_of(".,!?”\"’'…·;:")
DIGITS, COMMA = table_of("0123456789"), ord(",")
WIDE_STOPS = table_of("。、！？，；：")
"""Stops of scripts that put no space behind them."""
QUOTES = table_of("“‘「『\"'")
FULL_STOPS = table_of(".!?")
ENDED = table_of(".!?。！？”\"’'")
"""What a sentence ends in; a headline that was cut short ends in an ellipsis."""
ENDINGS = table_of("은는을를에로다며고")
"""What a word with its particle, or a sentence, ends in."""
