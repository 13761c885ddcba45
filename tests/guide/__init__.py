"""Reading content: the YAML, the shape of it, and what the checks find."""
