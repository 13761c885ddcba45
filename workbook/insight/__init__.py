"""Looking across workbooks: dates coming up, search, what was gathered, and patterns. It counts, and never judges."""
