"""Days: reading the ones people type, and saying them back. A day in doubt is asked about, never guessed."""
