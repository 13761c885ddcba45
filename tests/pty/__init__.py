"""Tests of the installed command in a real pseudo-terminal."""
