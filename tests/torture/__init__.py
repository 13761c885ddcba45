"""The real app in a pseudo-terminal, stopped at random moments, and what it promised looked for: `-m tests.torture`."""
