"""Places a person can be: each composes widgets, binds keys and turns messages into calls."""
