"""Things that stand on screens."""
