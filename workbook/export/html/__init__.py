"""Workbooks as one HTML file that stands by itself: no script, nothing fetched, words that can only be words."""
