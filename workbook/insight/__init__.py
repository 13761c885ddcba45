"""Looking across workbooks: dates coming up and patterns, always as words and counts."""
