"""Which terms could have stood there, and where else they stand: related coverage and shipped lists."""
