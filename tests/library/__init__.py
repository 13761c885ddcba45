"""Tests of keeping workbooks on disk."""
