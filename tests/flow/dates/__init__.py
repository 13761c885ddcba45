"""Tests of reading and saying days."""
